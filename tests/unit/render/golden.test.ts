import { expect, test } from 'vitest';
import { geometries } from '../../../src/layout/geometries.ts';
import { change, golden, goldenName } from '../../../src/render/golden.ts';
import { marks } from '../../../src/render/marks.ts';
import { svg } from '../../../src/render/svg.ts';
import { chart, ring, ringColumns, scene } from '../layout/scenes.ts';

const [geometry] = geometries(chart(ringColumns, 5), [scene(ringColumns, ring)], [{}], 'wide');
if (!geometry) throw new Error('one scene, one geometry');

test('a mark stands on a line of its own, and a line ends the text', () => {
  const lines = golden(geometry).split('\n');
  expect(lines.at(-1)).toBe('');
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^<[^<]*(<\/text)?>$|^<text[^<]*<\/text>$/);
  const drawn = marks(geometry);
  expect(lines.filter((line) => line.startsWith('<path '))).toHaveLength(
    drawn.filter(({ type }) => type === 'path').length,
  );
  expect(lines.filter((line) => line.startsWith('<g class="label '))).toHaveLength(
    drawn.filter(({ type }) => type === 'label').length,
  );
});

test('the text is the drawing without a name, broken into lines', () => {
  const { width, height, format, scene } = geometry;
  const text = svg(marks(geometry), { width, height, className: format, scene, name: '' });
  expect(golden(geometry).replaceAll('\n', '')).toBe(text);
});

test('the same geometry gives the same text, a moved node another', () => {
  expect(golden(structuredClone(geometry))).toBe(golden(geometry));
  const moved = { ...geometry, boxes: geometry.boxes.map((box) => ({ ...box, x: box.x + 1 })) };
  expect(golden(moved)).not.toBe(golden(geometry));
});

test('the name tells chart, scene and format apart', () => {
  expect(goldenName(geometry)).toBe(`${geometry.chart}-${geometry.scene}-wide`);
});

test.each([
  ['a', 'a', 'same'],
  ['a', 'b', 'changed'],
  [null, 'a', 'new'],
  ['a', null, 'gone'],
  ['', null, 'gone'],
] as const)('approved %j, now %j: %s', (approved, now, expected) => {
  expect(change(approved, now)).toBe(expected);
});
