import { describe, expect, test } from 'vitest';
import { rows, spoken, texts } from '../../../src/render/rows.ts';
import { word } from '../../../src/render/words.ts';
import { link, scene } from '../layout/scenes.ts';
import { ui } from './ui.ts';

const columns = [['a'], ['b']];
const shown = (text: string) => text.replaceAll('\u00a0', ' ');
const firm = link('firm', 'a', 'b', 30, { kind: 'equity', date: '2026-02-27', references: ['paper'] });
const loose = link('loose', 'b', 'a', 40, {
  status: 'reported',
  qualifier: 'about',
  term: 'fünf Jahre',
  later: { date: '2026-03', status: 'superseded', amount: 40, text: 'Etwas anderes kam.', replacedBy: null },
});

describe('rows', () => {
  const told = rows(scene(columns, [firm, loose]), ui);
  const [first, second] = ['link:firm', 'link:loose'].map((key) => told.find((row) => row.key === key));

  test('stand in the order of their sums', () => {
    expect(told.map(({ key }) => key)).toEqual(['link:loose', 'link:firm']);
  });

  test('say who pays whom how much, of what kind, and how firm it is', () => {
    expect(
      first && [first.payer, first.receiver, shown(first.amount), first.kind, shown(first.status)],
    ).toEqual(['A', 'B', '30 Mrd. US-Dollar', 'Beteiligung', 'zugesagt, 27. Februar 2026']);
    expect(first?.references).toEqual(['paper']);
  });

  test('say what became of it, or nothing', () => {
    expect(first?.later).toBe('');
    expect(shown(second?.later ?? '')).toBe('März 2026: Etwas anderes kam.');
    expect(second?.term).toBe('fünf Jahre');
  });

  test('never invent an amount', () => {
    const [row] = rows(scene(columns, [link('secret', 'a', 'b', 0, { amount: null, qualifier: null })]), ui);
    expect(row?.amount).toBe('nicht beziffert');
  });

  test('say which part of an amount has been paid, where that is not all', () => {
    const parts = [
      link('part', 'a', 'b', 13, { paid: 11.8 }),
      link('all', 'b', 'a', 5, { status: 'paid', paid: 5 }),
    ];
    expect(rows(scene(columns, parts), ui).map(({ amount }) => shown(amount))).toEqual([
      '13 Mrd. US-Dollar, davon 11,8 Mrd. US-Dollar bezahlt',
      '5 Mrd. US-Dollar',
    ]);
  });

  test('say which part of its nodes’ money a flow is', () => {
    const [large, small, secret] = rows(
      scene(columns, [
        link('large', 'a', 'b', 999),
        link('small', 'a', 'b', 1),
        link('secret', 'b', 'a', 0, { amount: null, given: 'unknown' }),
      ]),
      ui,
    );
    expect(shown(large?.share ?? '')).toBe(
      'mehr als 99 % von dem, was A zahlt, mehr als 99 % von dem, was B bekommt',
    );
    expect(shown(small?.share ?? '')).toBe(
      'weniger als 1 % von dem, was A zahlt, weniger als 1 % von dem, was B bekommt',
    );
    expect(secret?.share).toBe('');
    expect(shown(rows(scene(columns, [firm]), ui)[0]?.share ?? '')).toBe(
      'alles, was A zahlt, alles, was B bekommt',
    );
  });

  test('say when an amount is per year', () => {
    const [row] = rows(scene(columns, [link('yearly', 'a', 'b', 1, { perYear: true })]), ui);
    expect(shown(row?.amount ?? '')).toBe('1 Mrd. US-Dollar im Jahr');
  });
});

test('what a scene shows is spoken with every flow', () => {
  const text = shown(spoken(scene(columns, [firm, loose]), ui));
  expect(text).toContain('A finding. What is to be seen.');
  expect(text).toContain('A an B: 30 Mrd. US-Dollar, Beteiligung, zugesagt, 27. Februar 2026.');
  expect(text).toContain('B an A: rund 40 Mrd. US-Dollar');
});

test('labels name nodes, and flows with amount, kind and status in words', () => {
  const labels = texts(scene(columns, [firm]), ui, false);
  expect(labels['node:a']?.map(({ text }) => text)).toEqual(['A']);
  expect(labels['link:firm']?.map(({ text }) => shown(text))).toEqual([
    '30 Mrd. $',
    'Beteiligung · zugesagt',
  ]);
});

test('a ring is labelled with short names and no amounts', () => {
  const ring = { ...scene(columns, [firm]), form: 'chord' as const };
  const named = {
    ...ring,
    nodes: ring.nodes.map((node) => ({ ...node, name: 'Alphabet (Google)', short: 'Alphabet' })),
  };
  const labels = texts(named, ui, false);
  expect(labels['node:a']?.map(({ text }) => text)).toEqual(['Alphabet']);
  expect(labels['link:firm']).toBeUndefined();
});

test('where many nodes share a drawing, names are short and amounts bare, with what qualifies them', () => {
  const dense = scene(columns, [
    firm,
    loose,
    link('limit', 'a', 'b', 50, { qualifier: 'up_to' }),
    link('secret', 'a', 'b', 0, { amount: null, given: 'unknown' }),
  ]);
  const named = {
    ...dense,
    nodes: dense.nodes.map((node) => ({ ...node, name: 'A long name', short: 'A' })),
  };
  const labels = texts(named, ui, true);
  expect(labels['node:a']?.map(({ text }) => text)).toEqual(['A']);
  const words = ['firm', 'loose', 'limit', 'secret'].map((id) =>
    labels[`link:${id}`]?.map(({ text }) => shown(text)),
  );
  expect(words).toEqual([['30'], ['rund 40'], ['bis zu 50'], []]);
});

test('shares and guarantees are called so', () => {
  const given = [
    link('shares', 'a', 'b', 6, { given: 'shares', inShares: true }),
    link('surety', 'a', 'b', 3, { given: 'guarantee', contingent: true }),
  ];
  const labels = texts(scene(columns, given), ui, false);
  expect(labels['link:shares']?.at(-1)?.text).toBe('Aktien statt Geld');
  expect(labels['link:surety']?.at(-1)?.text).toBe('Bürgschaft');
  expect(rows(scene(columns, given), ui).map(({ kind }) => kind)).toEqual([
    'Cloud-Vertrag · Aktien statt Geld',
    'Cloud-Vertrag · Bürgschaft',
  ]);
});

test('an arrow of a schematic chart says what is paid for and no amount, in the drawing and in the table', () => {
  const arrow = link('rent', 'a', 'b', 1, { amount: null, says: 'Rechenleistung' });
  const schematic = { ...scene(columns, [arrow]), schematic: true };
  const grouped = {
    ...schematic,
    nodes: schematic.nodes.map((node) => ({ ...node, members: node.id === 'a' ? ['Eins', 'Zwei'] : [] })),
  };
  const labels = texts(grouped, ui, false);
  expect(labels['link:rent']?.map(({ text }) => text)).toEqual(['Rechenleistung']);
  expect(labels['node:a']?.map(({ text }) => text)).toEqual(['A', 'Eins, Zwei']);
  const [row] = rows(grouped, ui);
  expect(row && [row.amount, row.kind, row.status, row.later]).toEqual(['–', 'Rechenleistung', '–', '–']);
});

describe('the labels of a dense drawing', () => {
  test('name another currency than that of the key', () => {
    const euros = link('euros', 'a', 'b', 30, { amount: 28, currency: 'EUR' });
    expect(texts(scene(columns, [euros]), ui, true)['link:euros']?.map(({ text }) => shown(text))).toEqual([
      '28 Mrd. €',
    ]);
  });
});

describe('the labels of a sparse drawing', () => {
  const words = (more: Parameters<typeof link>[4]) =>
    texts(scene(columns, [link('one', 'a', 'b', 10, more)]), ui, false)['link:one']?.map(({ text }) =>
      shown(text),
    );

  test('say when an amount is not known', () => {
    expect(words({ given: 'unknown', amount: null })?.[0]).toBe('nicht beziffert');
  });

  test('say „bis zu“', () => {
    expect(words({ qualifier: 'up_to' })?.[0]).toBe('bis zu 10 Mrd. $');
  });
});

describe('a schematic scene', () => {
  const arrow = link('arrow', 'a', 'b', 1, { says: 'kauft Chips', amount: null });
  const grouped = {
    ...scene(columns, [arrow]),
    schematic: true,
    nodes: scene(columns, [arrow]).nodes.map((node) => ({ ...node, members: ['Meta', 'Apple'] })),
  };

  test('says what an arrow is paid for, and whom a group stands for', () => {
    const labels = texts(grouped, ui, false);
    expect(labels['link:arrow']).toEqual([{ text: 'kauft Chips', voice: 'note' }]);
    expect(labels['node:a']).toEqual([
      { text: 'A', voice: 'name' },
      { text: 'Meta, Apple', voice: 'note' },
    ]);
  });
});

test('a bar is labelled with its amount, what it measures and when', () => {
  const bars = [
    {
      ...{ id: 'rpo', node: 'a', value: 523, measure: 'Auftragsbestand (RPO)', period: '2026' },
      ...{ amount: 523, currency: 'USD' as const, references: [] },
    },
  ];
  const labels = texts({ ...scene(columns, [firm]), links: [], bars }, ui, false);
  expect(labels['bar:rpo']?.map(({ text }) => shown(text))).toEqual([
    '523 Mrd. $',
    'Auftragsbestand',
    '2026',
  ]);
  expect(rows({ ...scene(columns, [firm]), links: [], bars }, ui)).toMatchObject([
    { payer: 'Kundschaft', receiver: 'A', kind: 'Auftragsbestand (RPO)' },
  ]);
});

test('more flows than can be listened to are counted', () => {
  const many = Array.from({ length: 7 }, (_, index) => link(`l${String(index)}`, 'a', 'b', 10));
  expect(spoken(scene(columns, many), ui)).toBe(
    'A finding. What is to be seen. Alle 7 Flüsse stehen in der Tabelle.',
  );
});

test('a missing word stops the build and says where it belongs', () => {
  expect(() => word(ui, 'nowhere')).toThrow(
    'content/ui.yaml · words.nowhere: missing. Add the word under "words".',
  );
});
