import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Band } from '../../../src/layout/geometry.ts';
import { ink } from '../../../src/layout/ink.ts';
import { lineTo } from '../../../src/layout/spine.ts';

const band = (key: string, x: number, y: number, long: number, width: number): Band => ({
  ...{ key, replaces: [], source: null, target: null, given: 'money', kind: 'cloud' },
  ...{ status: 'contracted', lines: 1, paid: 0, open: 0, period: 11, travel: -1, focus: true },
  ...{ spine: lineTo([x, y], x + long, y), width: [width, width, width], head: 0, bulge: [0, 0] },
});

test('ink lies where bands run, and nowhere else', () => {
  const drawn = ink([band('a', 100, 100, 200, 40)], 400, 300);
  expect(drawn.all([150, 90, 40, 20])).toBeGreaterThan(10);
  expect(drawn.all([150, 140, 40, 20])).toBe(0);
  expect(drawn.all([320, 90, 40, 20])).toBe(0);
});

test('of a wider band more is covered', () => {
  const under = (width: number) => ink([band('a', 50, 100, 200, width)], 400, 300).all([100, 50, 80, 100]);
  expect(under(60)).toBeGreaterThan(under(20));
});

test('the ink of a drawing is that of its bands together', () => {
  const place = fc.integer({ min: 0, max: 300 });
  const size = fc.integer({ min: 1, max: 90 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, place, size, size), { minLength: 1, maxLength: 4 }),
      fc.tuple(place, place, size, size),
      (many, rectangle) => {
        const bands = many.map(([x, y, long, width], index) => band(String(index), x, y, long, width));
        const drawn = ink(bands, 400, 400);
        const each = bands.map(({ key }) => drawn.of(key, rectangle));
        // The bands lie partly outside: what lies there counts for none of the rectangles within.
        const [x, y, w, h] = rectangle;
        if (x > 6 && y > 6 && x + w < 390 && y + h < 390)
          expect(drawn.all(rectangle)).toBe(each.reduce((sum, count) => sum + count, 0));
      },
    ),
    { numRuns: 1000 },
  );
});

test('an empty drawing has none, and a rectangle outside covers none', () => {
  expect(ink([], 400, 300).all([0, 0, 400, 300])).toBe(0);
  expect(ink([band('a', 100, 100, 200, 40)], 400, 300).all([-200, -200, 100, 100])).toBe(0);
  expect(ink([band('a', 100, 100, 200, 40)], 400, 300).of('b', [0, 0, 400, 300])).toBe(0);
});
