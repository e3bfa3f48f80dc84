import { describe, expect, test } from 'vitest';
import { geometries } from '../../../src/layout/geometries.ts';
import { marks, type PathMark } from '../../../src/render/marks.ts';
import { svg } from '../../../src/render/svg.ts';
import { chart, link, ring, ringColumns, scene } from '../layout/scenes.ts';

const drawn = (links: typeof ring, perLine = 5) => {
  const [geometry] = geometries(chart(ringColumns, perLine), [scene(ringColumns, links)], [{}], 'wide');
  if (!geometry) throw new Error('one scene, one geometry');
  return geometry;
};
const path = (links: typeof ring, key: string, perLine = 5) =>
  marks(drawn(links, perLine)).find((mark): mark is PathMark => mark.key === key && mark.type === 'path');

describe('hairlines', () => {
  test('are as many as the sum of one line goes into the flow', () => {
    for (const [key, count] of [
      ['link:ab/lines', 20],
      ['link:bc/lines', 60],
      ['link:ca/lines', 8],
    ] as const)
      expect(path(ring, key)?.d.match(/M/g)).toHaveLength(count);
  });

  test('of a flow below one line are one line', () => {
    const small = link('small', 'a', 'b', 1);
    expect(path([...ring, small], 'link:small/lines')?.d.match(/M/g)).toHaveLength(1);
  });

  test('stand heavier for a stake than for a cloud contract of the same width', () => {
    const weight = (kind: 'equity' | 'cloud') =>
      path([link('one', 'a', 'b', 100, { kind }), ...ring.slice(1)], 'link:one/lines', 2)?.weight ?? NaN;
    expect(weight('equity')).toBeGreaterThan(weight('cloud'));
  });
});

test('only paid money is tinted', () => {
  expect(path([link('one', 'a', 'b', 100, { status: 'paid' })], 'link:one/tint')).toBeDefined();
  expect(path([link('one', 'a', 'b', 100)], 'link:one/tint')).toBeUndefined();
});

test('kind, status and what is out of focus are classes', () => {
  const mark = path([link('one', 'a', 'b', 100, { status: 'reported', focus: false })], 'link:one/lines');
  expect(mark?.className).toBe('lines cloud reported dim');
});

test('every mark has a key of its own', () => {
  const keys = marks(drawn(ring)).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('svg says its name in one place and escapes it', () => {
  const text = svg(marks(drawn(ring)), {
    width: 800,
    height: 720,
    className: 'wide',
    scene: 'ring',
    name: 'A & B "pay" <C>',
  });
  expect(text).toContain('role="img" aria-label="A &amp; B &quot;pay&quot; &lt;C&gt;"');
  expect(text).not.toContain(' id=');
  expect(svg([], { width: 1, height: 1, className: 'page', scene: 's', name: '' })).toContain(
    'aria-hidden="true"',
  );
});
