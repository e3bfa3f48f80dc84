import { describe, expect, test } from 'vitest';
import { few, LEAST, MOST } from '../../../src/layout/few.ts';
import type { Band } from '../../../src/layout/geometry.ts';
import { tween } from '../../../src/layout/tween.ts';
import { geometries } from '../../../src/layout/geometries.ts';
import { chart, ring, ringColumns, scene } from './scenes.ts';

const [geometry] = geometries(chart(ringColumns), [scene(ringColumns, ring)], [{}], 'wide');
const [pattern] = geometry?.bands ?? [];
if (!geometry || !pattern) throw new Error('a ring has flows');
const flows = (...lines: number[]) =>
  lines.map((count, index): Band => ({ ...pattern, key: `link:${String(index)}`, lines: count }));
const staying = (...bands: Band[]) => few(bands.map((band) => [band, band]));

describe('the hairlines that move', () => {
  test('are all of them where they are few', () => {
    expect(staying(...flows(3, 1, 96)).map(({ length }) => length)).toEqual([3, 1, 96]);
  });

  test('are shared out by how many lines a flow has, and each keeps one', () => {
    const counts = staying(...flows(300, 150, 30, 1)).map(({ length }) => length);
    expect(counts).toEqual([61, 30, 6, 1]);
    expect(counts.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(MOST);
  });

  test('are still some of the widest where there are more flows than lines to move', () => {
    const [widest = 0, ...others] = staying(...flows(31, ...Array.from({ length: 2 * MOST }, () => 1))).map(
      ({ length }) => length,
    );
    expect(widest).toBe(1 + LEAST);
    expect(new Set(others)).toEqual(new Set([1]));
    const many = staying(...flows(...Array.from({ length: 2 * MOST }, () => 5)));
    expect(many.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(2 * MOST + LEAST);
  });

  test('run where lines of the still run', () => {
    const [lines = []] = staying(...flows(400));
    for (const share of lines)
      expect((share + 0.5) * 400 - 0.5).toBeCloseTo(Math.round((share + 0.5) * 400 - 0.5));
    expect(new Set(lines).size).toBe(MOST);
  });

  test('are the same all the way, when it turns back, too', () => {
    const [from = geometry, to = geometry] = [0, 40].map((y) => ({
      ...geometry,
      bands: geometry.bands.map((band) => ({
        ...band,
        lines: 200,
        spine: band.spine.map((value) => value + y),
      })),
    }));
    const drawn = (at: typeof geometry) => at.bands.map((band) => [band.key, band.few]);
    const way = tween(from, to);
    const first = drawn(way(0.01));
    for (const t of [0.2, 0.5, 0.8, 0.99]) expect(drawn(way(t))).toEqual(first);
    // With more flows, fewer lines of each would be chosen.
    const fuller = { ...from, bands: [...from.bands, ...flows(200, 200, 200)] };
    expect(drawn(tween(way(0.5), fuller)(0.2)).filter(([key]) => first.some(([own]) => own === key))).toEqual(
      first,
    );
    expect(way(1)).toBe(to);
  });
});
