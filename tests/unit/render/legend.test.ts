import { describe, expect, test } from 'vitest';
import { shown as shownIn } from '../../../src/model/shown.ts';
import type { SceneLink } from '../../../src/model/scene.ts';
import { legend, measure, perLineText } from '../../../src/render/legend.ts';
import { link, scene } from '../layout/scenes.ts';
import { ui } from './ui.ts';

const columns = [['a'], ['b']];
const key = (...all: Partial<SceneLink>[]) =>
  legend(
    scene(
      columns,
      all.map((more, index) => link(`l${String(index)}`, 'a', 'b', 10, more)),
    ),
    ui,
  );

describe('the kinds of a key', () => {
  test('are told once each, in the order of the links', () => {
    const { kinds } = key({ kind: 'equity' }, { kind: 'cloud' }, { kind: 'equity' });
    expect(kinds.map(({ text }) => text)).toEqual(['Beteiligung', 'Cloud-Vertrag']);
  });

  test('have the status of their lines, or are mixed', () => {
    const status = (...all: SceneLink['status'][]) =>
      key(...all.map((one) => ({ status: one }))).kinds[0]?.status;
    expect(status('paid')).toBe('paid');
    expect(status('paid', 'contracted')).toBe('mixed');
    expect(status('paid', 'contracted', 'paid')).toBe('mixed');
    // Both are dashed.
    expect(status('announced', 'reported')).not.toBe('mixed');
  });

  test('name what bars measure', () => {
    const bar = {
      ...{ id: 'rpo', node: 'a', value: 523, measure: 'Auftragsbestand (RPO)', period: '2026' },
      ...{ amount: 523, currency: 'USD' as const, references: [] },
    };
    const { kinds } = legend({ ...scene(columns, []), bars: [bar] }, ui);
    expect(kinds).toEqual([{ kind: 'revenue', status: 'paid', text: 'Auftragsbestand' }]);
  });
});

describe('the lines of a key', () => {
  test('are those that occur, with all their statuses', () => {
    expect(key({ status: 'reported' }, { status: 'announced' }, {}).states).toEqual([
      'durchgezogen: zugesagt',
      'gestrichelt: berichtet oder angekündigt',
    ]);
    expect(key({ status: 'paid' }, { status: 'cancelled' }).states).toEqual([
      expect.stringMatching(/: bezahlt$/) as string,
      'gepunktet: geplatzt',
    ]);
  });

  test('tell what „bis zu“ leaves open', () => {
    expect(key({ qualifier: 'up_to' }).states).toContain('feiner: offen');
    expect(key({ qualifier: 'about' }).states).not.toContain('feiner: offen');
  });

  test.each([
    ['unknown', 'Punkte: nicht beziffert'],
    ['shares', 'strichpunktiert: Aktien'],
    ['guarantee', 'leeres Rohr: Bürgschaft'],
  ] as const)('tell of %s apart from money, whose status they do not have', (given, text) => {
    expect(key({ given, status: 'announced', qualifier: 'up_to' }).states).toEqual([text]);
    expect(key({}).states).not.toContain(text);
  });

  test('say nothing of status where nothing has one', () => {
    const schematic = { ...scene(columns, [link('arrow', 'a', 'b', 1)]), schematic: true };
    expect(legend(schematic, ui).states).toEqual([]);
  });
});

describe('the measure', () => {
  const of = (all: readonly SceneLink[], least = 0, bare = false) =>
    measure(shownIn({ ...scene(columns, all), least: { page: least, wide: 0 } }, 'page'), 10, bare, ui);
  const large = link('large', 'a', 'b', 100);

  test('is the sum of one line', () => {
    expect(perLineText(ui, 2.5)).toBe('1 Linie = 2,5 Mrd. US-Dollar');
    expect(of([large])).toEqual(['1 Linie = 10 Mrd. US-Dollar']);
  });

  test('says that a flow below one line is one', () => {
    expect(of([large, link('small', 'a', 'b', 3)])).toContain('kleinere: eine Linie');
    // What is no sum of money is not below anything.
    const unknown = link('unknown', 'a', 'b', 0, { given: 'unknown' });
    expect(of([large, unknown])).not.toContain('kleinere: eine Linie');
  });

  test('says the unit of bare numbers', () => {
    expect(of([large], 0, true)).toContain('Zahlen in Mrd.');
    expect(of([large])).not.toContain('Zahlen in Mrd.');
    const ring = { ...scene(columns, [large]), form: 'chord' as const };
    expect(measure({ scene: ring, rest: [] }, 10, true, ui)).not.toContain('Zahlen in Mrd.');
  });

  test('counts what is not drawn and sums it up, apart from what has no sum', () => {
    const small = [4, 3.4].map((value, index) => link(`small${String(index)}`, 'a', 'b', value));
    const given = (['shares', 'guarantee', 'unknown'] as const).map((what) =>
      link(what, 'b', 'a', 50, { given: what }),
    );
    expect(of([large, ...small, ...given], 5).at(-1)).toBe(
      'nicht gezeichnet: 2 kleinere, zusammen 7 Mrd., 3 ohne Geldsumme',
    );
    expect(of([large, ...small], 5).at(-1)).toBe('nicht gezeichnet: 2 kleinere, zusammen 7 Mrd.');
    expect(of([large, ...given], 5).at(-1)).toBe('nicht gezeichnet: 3 ohne Geldsumme');
    expect(of([large, ...small, ...given]).join()).not.toContain('nicht gezeichnet');
  });

  test('is none where nothing is to scale', () => {
    const schematic = { ...scene(columns, [large]), schematic: true };
    expect(measure({ scene: schematic, rest: [] }, 10, true, ui)).toEqual(['schematisch, nicht maßstäblich']);
  });
});
