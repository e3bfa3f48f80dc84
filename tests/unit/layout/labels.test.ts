import { expect, test } from 'vitest';
import { frame } from '../../../src/layout/frame.ts';
import type { Band, Box } from '../../../src/layout/geometry.ts';
import { labels } from '../../../src/layout/labels.ts';
import { textWidth } from '../../../src/layout/text.ts';
import { lineTo } from '../../../src/layout/strip.ts';

const wide = frame('wide', 600);
const page = frame('page', 600);
const band = (key: string, y: number, width: number): Band => ({
  key,
  replaces: [],
  source: null,
  target: null,
  given: 'money',
  kind: 'cloud',
  status: 'contracted',
  lines: 1,
  paid: 0,
  open: 0,
  period: 11,
  travel: -1,
  focus: true,
  spine: lineTo([100, y], 700, y),
  width: [width, width, width],
  head: 0,
  bulge: [0, 0],
});
const box = (key: string, x: number, y: number, length: number, angle = 0): Box => ({
  key,
  x,
  y,
  angle,
  length,
  curvature: 0,
  thickness: 12,
});
const amount = [{ text: '300 Mrd. $', voice: 'amount' } as const];
const only = (bands: Band[], boxes: Box[], texts: Parameters<typeof labels>[2], space = wide) =>
  labels(bands, boxes, texts, space).labels[0];

test('a text is as wide as its characters at its size', () => {
  expect(textWidth('OO', 10, 'regular')).toBeCloseTo(2 * textWidth('O', 10, 'regular'));
  expect(textWidth('Oracle', 30, 'semibold')).toBeCloseTo(3 * textWidth('Oracle', 10, 'semibold'));
  expect(textWidth('Oracle', 10, 'semibold')).toBeGreaterThan(textWidth('Oracle', 10, 'regular'));
});

test('an amount stands on its flow on a plate where there is room, else beside it', () => {
  const on = only([band('link:a', 300, 200)], [], { 'link:a': amount });
  expect(on?.plate).not.toBeNull();
  expect(Math.abs((on?.y ?? NaN) - 300)).toBeLessThan(20);
  const beside = only([band('link:a', 300, 20)], [], { 'link:a': amount });
  expect(beside?.plate).toBeNull();
  expect(Math.abs((beside?.y ?? NaN) - 300)).toBeGreaterThan(15);
});

test('an amount keeps off another flow', () => {
  // Above the thin flow another one runs: the amount goes below.
  const label = only([band('link:a', 300, 10), band('link:b', 275, 10)], [], { 'link:a': amount });
  expect(label?.y).toBeGreaterThan(300);
});

test('a name stands above its node in wide, and in it in page where it fits', () => {
  const name = [{ text: 'Oracle', voice: 'name' } as const];
  const above = only([], [box('node:o', 400, 300, 100)], { 'node:o': name });
  expect(above?.y).toBeLessThan(250);
  const inside = only([], [box('node:o', 180, 300, 150, Math.PI / 2)], { 'node:o': name }, page);
  expect(inside?.inverse).toBe(true);
  const beside = only([], [box('node:o', 180, 300, 20, Math.PI / 2)], { 'node:o': name }, page);
  expect(beside?.inverse).toBe(false);
});

test('a long note is broken between its parts, evenly, and never loses a word', () => {
  const note = { text: 'Beteiligung · vertraglich zugesagt und bezahlt', voice: 'note' } as const;
  const label = only([band('link:a', 300, 10)], [], { 'link:a': [note] }, page);
  expect(label?.lines[0]?.text).toBe('Beteiligung');
  expect(label?.lines.map(({ text }) => text).join(' ')).toBe('Beteiligung vertraglich zugesagt und bezahlt');
});

test('labels leave nothing out and nothing in that has no text', () => {
  const placed = labels(
    [band('link:a', 300, 200), band('link:b', 100, 50)],
    [],
    { 'link:a': amount, 'link:b': [] },
    wide,
  );
  expect(placed.labels.map(({ key }) => key)).toEqual(['link:a']);
});
