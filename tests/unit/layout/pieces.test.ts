import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matched } from '../../../src/layout/pieces.ts';
import { lineTo, quarterTo } from '../../../src/layout/spine.ts';
import { curves, lengths, pointAt } from '../../../src/layout/strip.ts';

const spines = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.array(fc.double({ min: -500, max: 500, noNaN: true }), {
    minLength: 6 * count + 2,
    maxLength: 6 * count + 2,
  }),
);

/** Points all along a spine, at equal shares of each of its cubics. */
const points = (spine: readonly number[], steps: number) =>
  Array.from({ length: curves(spine) * steps + 1 }, (_, index) => {
    const curve = Math.min(curves(spine) - 1, Math.floor(index / steps));
    return pointAt(spine, curve, index / steps - curve);
  });

test('two spines have the same number of pieces then', () => {
  fc.assert(
    fc.property(spines, spines, (first, second) => {
      const [one, other] = matched(first, second);
      expect(one).toHaveLength(other.length);
      expect(curves(one)).toBeLessThan(curves(first) + curves(second));
    }),
    { numRuns: 1000 },
  );
});

test('every joint stays where it was', () => {
  fc.assert(
    fc.property(spines, spines, (first, second) => {
      const kept = points(matched(first, second)[0], 1);
      for (const joint of points(first, 1))
        expect(Math.min(...kept.map(({ x, y }) => Math.hypot(x - joint.x, y - joint.y)))).toBeLessThan(1e-9);
    }),
    { numRuns: 1000 },
  );
});

test('the shape stays', () => {
  const bent = quarterTo(lineTo([0, 0], 60, 0), [100, 0], 100, 40);
  const [finer] = matched(bent, lineTo(lineTo(lineTo([0, 0], 9, 0), 21, 0), 30, 0));
  expect(curves(finer)).toBe(4);
  // Cut in more pieces, a cubic is the same polynomial: every point of it is as far from the ends of a fine polyline.
  const line = points(bent, 4000);
  for (const { x, y } of points(finer, 7))
    expect(Math.min(...line.map((one) => Math.hypot(one.x - x, one.y - y)))).toBeLessThan(0.01);
});

test('pieces of the same place belong together', () => {
  const whole = lineTo([0, 0], 100, 0);
  const [cut, other] = matched(whole, lineTo(lineTo([0, 50], 20, 50), 100, 50));
  expect(lengths(cut).map(Math.round)).toEqual([20, 80]);
  expect(lengths(other).map(Math.round)).toEqual([20, 80]);
});

test('joints that are near each other are one', () => {
  const [one, other] = matched(lineTo(lineTo([0, 0], 49, 0), 100, 0), lineTo(lineTo([0, 0], 51, 0), 100, 0));
  expect(curves(one)).toBe(2);
  expect([one[6], other[6]]).toEqual([49, 51]);
});

test('pieces without length stay without', () => {
  const [one, other] = matched(lineTo(lineTo([0, 0], 0, 0), 30, 0), lineTo([0, 10], 60, 10));
  expect([...one, ...other].every(Number.isFinite)).toBe(true);
  expect(lengths(one).map(Math.round)).toEqual([0, 30]);
  expect(lengths(other).map(Math.round)).toEqual([0, 60]);
});
