// Is every motion of the charts light enough, and does nothing flicker or get lost in it?

import { describe, expect, test } from 'vitest';
import { charts } from '../../src/charts.ts';
import { LEAST, MOST } from '../../src/layout/few.ts';
import type { Geometry } from '../../src/layout/geometry.ts';
import { tween } from '../../src/layout/tween.ts';
import { marks } from '../../src/render/marks.ts';

const TIMES = [0.01, 0.1, 0.3, 0.47, 0.6, 0.8, 0.9, 0.99];

const motions = [...charts.values()].flatMap(({ chart, geometries }) =>
  Object.values(geometries).flatMap((scenes) =>
    scenes.flatMap((from) =>
      scenes
        .filter((to) => to !== from)
        .map((to) => ({ name: `${chart.id}: ${from.scene} → ${to.scene}, ${from.format}`, from, to })),
    ),
  ),
);

/** The keys of what is drawn of each flow, with the number of its hairlines. */
function linesOf(geometry: Geometry): Map<string, number> {
  const result = new Map<string, number>();
  for (const { key, band } of marks(geometry).flatMap((mark) =>
    mark.type === 'path' && mark.className.startsWith('lines ')
      ? [{ key: mark.key.replace(/\/.*/, ''), band: mark }]
      : [],
  ))
    result.set(
      key,
      (result.get(key) ?? 0) + (band.className.includes(' rails') ? 1 : (band.d.match(/M/g)?.length ?? 0)),
    );
  return result;
}

describe('on its way', () => {
  test.each(motions)('$name', ({ from, to }) => {
    const way = tween(from, to);
    const flows = new Set([...from.bands, ...to.bands].map(({ key }) => key));
    const seen = new Map<string, number>();
    for (const t of TIMES) {
      const geometry = way(t);
      const lines = linesOf(geometry);
      const count = [...lines.values()].reduce((sum, one) => sum + one, 0);
      expect(count).toBeLessThanOrEqual(Math.max(MOST, flows.size + LEAST));
      // Each flow has something drawn, and always as much.
      expect([...lines.keys()].sort()).toEqual(geometry.bands.map(({ key }) => key).sort());
      for (const [key, some] of lines) expect(some).toBe(seen.get(key) ?? some);
      for (const [key, some] of lines) seen.set(key, some);
    }
    expect(way(1)).toBe(to);
  });
});
