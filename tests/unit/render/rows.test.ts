import { describe, expect, test } from 'vitest';
import { legend } from '../../../src/render/legend.ts';
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
  const [first, second] = rows(scene(columns, [firm, loose]), ui);

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
  const labels = texts(scene(columns, [firm]), ui);
  expect(labels['node:a']?.map(({ text }) => text)).toEqual(['A']);
  expect(labels['link:firm']?.map(({ text }) => shown(text))).toEqual([
    '30 Mrd. $',
    'Beteiligung · zugesagt',
  ]);
});

test('a ring is labelled with short names and no amounts', () => {
  const ring = { ...scene(columns, [firm]), form: 'chord' as const };
  const named = { ...ring, nodes: ring.nodes.map((node) => ({ ...node, name: 'Alphabet (Google)' })) };
  const labels = texts(named, ui);
  expect(labels['node:a']?.map(({ text }) => text)).toEqual(['Alphabet']);
  expect(labels['link:firm']).toBeUndefined();
});

test('the key tells each kind once and only the lines that occur', () => {
  const key = legend(scene(columns, [firm, loose, link('more', 'a', 'b', 1, { status: 'announced' })]), ui);
  expect(key.kinds.map(({ text }) => text)).toEqual(['Beteiligung', 'Cloud-Vertrag']);
  expect(key.states).toEqual(['durchgezogen: zugesagt', 'gestrichelt: berichtet oder angekündigt']);
});

test('a missing word stops the build and says where it belongs', () => {
  expect(() => word(ui, 'nowhere')).toThrow(
    'content/ui.yaml · words.nowhere: missing. Add the word under "words".',
  );
});
