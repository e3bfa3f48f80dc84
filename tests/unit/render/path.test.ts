import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineTo, quarterTo } from '../../../src/layout/spine.ts';
import { along, curves, pointAt, rails, type Strip } from '../../../src/layout/strip.ts';
import { areaPath, linesPath, railsPath } from '../../../src/render/path.ts';

const plain = (spine: number[], width = 10): Strip => ({
  spine,
  width: [width, width, width],
  head: 0,
  bulge: [0, 0],
});
const line = plain(lineTo([0, 0], 30, 0));
const quarter = plain(quarterTo([0, 0], [100, 0], 100, 100), 40);
const lines = (strip: Strip, shares: readonly number[]) => linesPath(strip, rails(strip), shares);
const area = (strip: Strip, from = -0.5, to = 0.5) => areaPath(strip, rails(strip), from, to);

/** Where the pieces of a path begin and end, as x and y in whole tenths; each M begins a list of its own. */
function corners(d: string): [number, number][][] {
  const result: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', numbers = ''] of d.matchAll(/([MlcZ])([^MlcZ]*)/g)) {
    const values = numbers.match(/-?\d+/g)?.map(Number) ?? [];
    const [dx = 0, dy = 0] = values.slice(-2);
    [x, y] = command === 'M' ? [dx, dy] : [x + dx, y + dy];
    if (command === 'M') result.push([]);
    if (command !== 'Z') result.at(-1)?.push([x, y]);
  }
  return result;
}

describe('lines', () => {
  test('are written in tenths, relative, straight pieces as lines', () => {
    expect(lines(line, [-0.5, 0.25])).toBe('M0-50l300 0M0 25l300 0');
    expect(lines(quarter, [0])).toBe('M0 0c552 0 1000 448 1000 1000');
  });

  test('end within a tenth of where they should, however many pieces they have', () => {
    const numbers = fc.double({ min: -500, max: 500, noNaN: true });
    const spines = fc
      .integer({ min: 1, max: 40 })
      .chain((count) => fc.array(numbers, { minLength: 6 * count + 2, maxLength: 6 * count + 2 }));
    fc.assert(
      fc.property(spines, fc.double({ min: -0.5, max: 0.5, noNaN: true }), (spine, share) => {
        const strip = plain(spine, 30);
        const wanted = along(strip, share);
        const [written = []] = corners(lines(strip, [share]));
        // Of the pieces of no length at all nothing is lost: they are written too.
        expect(written).toHaveLength(curves(spine) + 1);
        written.forEach(([x, y], joint) => {
          expect(Math.abs(x / 10 - (wanted[6 * joint] ?? NaN))).toBeLessThan(0.06);
          expect(Math.abs(y / 10 - (wanted[6 * joint + 1] ?? NaN))).toBeLessThan(0.06);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('begin at the bulge and end in the head', () => {
    const strip: Strip = { ...line, bulge: [4, 0], head: 8 };
    expect(lines(strip, [0])).toBe('M-40 0l40 0l300 0l80 0');
    expect(lines(strip, [0.5])).toBe('M0 50l300 0');
  });
});

describe('the area of a strip', () => {
  test('goes out along one rail and back along the other', () => {
    expect(area(line)).toBe('M0-50l300 0l0 100l-300 0Z');
  });

  test('ends in the point of its head', () => {
    expect(area({ ...line, head: 8 })).toBe('M0-50l300 0l80 50l-80 50l-300 0Z');
  });

  test('reaches over its bulges', () => {
    const [outline = []] = corners(area({ ...line, bulge: [4, 6] }));
    expect(Math.min(...outline.map(([x]) => x))).toBe(-40);
    expect(Math.max(...outline.map(([x]) => x))).toBe(360);
  });

  test('between two shares of its width is that much of it', () => {
    expect(area(line, -0.5, 0)).toBe('M0-50l300 0l0 50l-300 0Z');
    expect(area({ ...line, head: 8 }, -0.5, -0.25)).toBe('M0-50l300 0l40 25l-40 0l-300 0Z');
  });

  test('goes back the way it came, curve for curve', () => {
    const [outline = []] = corners(area(quarter));
    const left = pointAt(rails(quarter).left, 0, 0);
    expect(outline).toEqual([
      [left.x * 10, left.y * 10],
      [1200, 1000],
      [800, 1000],
      [0, 200],
    ]);
  });
});

test('an empty pipe is two rails that meet in its point', () => {
  expect(railsPath(line, rails(line))).toBe('M0-50l300 0M0 50l300 0');
  const pointed = { ...line, head: 8 };
  expect(railsPath(pointed, rails(pointed))).toBe('M0-50l300 0l80 50M0 50l300 0l80-50');
});
