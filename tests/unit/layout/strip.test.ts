import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineTo, quarterTo } from '../../../src/layout/spine.ts';
import {
  along,
  curves,
  lengths,
  overhang,
  part,
  pointAt,
  rails,
  refined,
  widthAt,
} from '../../../src/layout/strip.ts';
import type { Strip } from '../../../src/layout/strip.ts';

const plain = (spine: number[], width = 10): Strip => ({
  spine,
  width: [width, width, width],
  head: 0,
  bulge: [0, 0],
});
const line = lineTo([0, 0], 30, 0);
/** A quarter circle of radius 100 round (0, 100), from the top to the right. */
const quarter = quarterTo([0, 0], [100, 0], 100, 100);

describe('along', () => {
  test('runs beside a straight spine at half the width', () => {
    expect(along(plain(line), -0.5)).toEqual([0, -5, 10, -5, 20, -5, 30, -5]);
    expect(along(plain(line), 0.5)).toEqual([0, 5, 10, 5, 20, 5, 30, 5]);
  });

  test('has no kink where the strip is drawn in to its waist', () => {
    // In six pieces, of which no joint shall be seen.
    const spine = [1, 2, 3, 4, 5, 6].reduce((drawn, piece) => lineTo(drawn, 100 * piece, 0), [0, 0]);
    const rail = along({ ...plain(spine), width: [60, 30, 80] }, -0.5);
    for (let joint = 1; joint < 6; joint++) {
      const direction = (from: number) =>
        Math.atan2(
          (rail[from + 3] ?? NaN) - (rail[from + 1] ?? NaN),
          (rail[from + 2] ?? NaN) - (rail[from] ?? NaN),
        );
      expect(Math.abs(direction(6 * joint) - direction(6 * joint - 2))).toBeLessThan(0.002);
    }
  });

  test('does not turn round where a piece between two bends is all but nothing and leads back', () => {
    const bent = quarterTo([0, 0], [20, 0], 20, 20);
    const back = lineTo(bent, 20, 20 - 0.004);
    const rail = along(plain(quarterTo(back, [20, 40], 0, 40), 36), -0.5);
    // The outer rail of the half turn goes out to the right of the bend, all the way down.
    const [, , , , , , x = NaN, y = NaN] = rail;
    expect([x, y].map(Math.round)).toEqual([38, 20]);
    expect(Math.max(...rail.filter((_, index) => index % 2 === 0))).toBeCloseTo(38, 0);
  });

  test('is a circle of its own radius beside a quarter circle', () => {
    for (const share of [-0.5, -0.2, 0.3, 0.5]) {
      const rail = along(plain(quarter, 40), share);
      for (const t of [0, 0.25, 0.5, 0.75, 1]) {
        const { x, y } = pointAt(rail, 0, t);
        // The centre lies on the side of positive shares: the radius shrinks there.
        expect(Math.hypot(x, y - 100)).toBeCloseTo(100 - 40 * share, 0);
      }
    }
  });

  test('never folds a handle over on the inside of a turn tighter than the strip is wide', () => {
    const rail = along(plain(quarterTo([0, 0], [10, 0], 10, 10), 60), 0.5);
    expect(rail.every(Number.isFinite)).toBe(true);
    // The handles have shrunk to nothing, so the control points lie on the ends.
    expect([rail[2], rail[3]]).toEqual([rail[0], rail[1]]);
  });

  test('takes the direction of a spine whose handles have no length from the next point there is', () => {
    expect(along(plain([0, 0, 0, 0, 30, 0, 30, 0]), 0.5)).toEqual([0, 5, 0, 5, 30, 5, 30, 5]);
  });
});

describe('rails', () => {
  test('keep the width all round a turn tighter than the strip is wide', () => {
    for (const radius of [1, 10, 25, 60]) {
      const { left, right } = rails(plain(quarterTo([0, 0], [radius, 0], radius, radius), 60));
      for (let t = 0; t <= 1; t += 0.05) {
        const [one, other] = [pointAt(left, 0, t), pointAt(right, 0, t)];
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeCloseTo(60, 0);
      }
    }
  });

  test('stand apart by the width at every joint of any spine', () => {
    const numbers = fc.double({ min: -500, max: 500, noNaN: true });
    const spines = fc
      .integer({ min: 1, max: 9 })
      .chain((count) => fc.array(numbers, { minLength: 6 * count + 2, maxLength: 6 * count + 2 }));
    fc.assert(
      fc.property(spines, fc.double({ min: 0, max: 200, noNaN: true }), (spine, width) => {
        const { left, right } = rails(plain(spine, width));
        for (let curve = 0; curve < curves(spine); curve++) {
          const [one, other] = [pointAt(left, curve, 1), pointAt(right, curve, 1)];
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeCloseTo(width, 6);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('begin at right angles though the first piece has no length', () => {
    const { left, right, begin } = rails(plain(lineTo(lineTo([0, 0], 0, 0), 0, 30)));
    expect(begin).toEqual({ x: 0, y: 1 });
    expect([left[0], left[1], right[0], right[1]]).toEqual([5, 0, -5, 0]);
  });

  test('hardly change when the spine is cut finer, though the width changes along it', () => {
    const strip: Strip = { ...plain(lineTo(quarter, 100, 400)), width: [30, 18, 24] };
    const finer = { ...strip, spine: refined(strip.spine, 9) };
    const ends = (of: Strip) => rails(of).left.slice(-2).concat(rails(of).left.slice(0, 2));
    expect(ends(finer)).toEqual(ends(strip));
    // The joint between the quarter and the line is the second of two, and the fourth of nine.
    const joint = finer.spine.findIndex(
      (x, index) => index % 6 === 0 && x === 100 && finer.spine[index + 1] === 100,
    );
    expect(rails(finer).left[joint]).toBeCloseTo(rails(strip).left[6] ?? NaN, 1);
  });
});

test('a head lets the middle line run on to its point and the outer ones hardly', () => {
  const strip: Strip = { ...plain(line), head: 8 };
  expect([-0.4, 0, 0.4].map((share) => overhang(strip, share).beyond)).toEqual([
    expect.closeTo(1.6),
    8,
    expect.closeTo(1.6),
  ]);
});

test('a bulge begins the middle line earlier than the outer ones', () => {
  const strip: Strip = { ...plain(line), bulge: [4, 6] };
  expect(overhang(strip, 0)).toEqual({ before: 4, beyond: 6 });
  expect(overhang(strip, -1 / 3).before).toBeCloseTo(4 * (1 - 4 / 9));
  expect(overhang(strip, 0.5)).toEqual({ before: 0, beyond: 0 });
});

test('the width is straight from end to end, with the middle as given', () => {
  const strip: Strip = { ...plain(line), width: [10, 4, 20] };
  expect([0, 0.5, 1].map((u) => widthAt(strip, u))).toEqual([10, 4, 20]);
});

describe('part', () => {
  const two = lineTo(lineTo([0, 0], 30, 0), 30, 60);

  test('of the whole is the strip itself', () => {
    const strip = plain(two);
    expect(part(strip, 0, 1)).toBe(strip);
  });

  test('begins and ends where its shares of the length are', () => {
    const { spine } = part(plain(two), 0.5, 1);
    expect([spine[0], spine[1]].map((value) => Math.round(value ?? NaN))).toEqual([30, 15]);
    expect(spine.slice(-2)).toEqual([30, 60]);
    expect(lengths(spine).reduce((sum, length) => sum + length, 0)).toBeCloseTo(45);
  });

  test('of nothing is a point at the end it stands for', () => {
    expect(part(plain(two), 0, 0).spine).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(part(plain(two), 1, 1).spine).toEqual([30, 60, 30, 60, 30, 60, 30, 60]);
  });
});

test('refined halves the longest curve and keeps the shape', () => {
  const spine = lineTo(quarter, 100, 400);
  const finer = refined(spine, 3);
  expect(curves(finer)).toBe(3);
  // The line of 300 is longer than the quarter of 157: it is halved first.
  expect(pointAt(finer, 1, 1).y).toBeCloseTo(250);
  const sum = (numbers: readonly number[]) =>
    lengths(numbers, 200).reduce((total, length) => total + length, 0);
  expect(sum(finer)).toBeCloseTo(sum(spine), 2);
});
