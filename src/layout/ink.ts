// How much is drawn under a rectangle? Points spread over all bands, counted in a table of sums.

import type { Band } from './geometry.ts';
import type { Rectangle } from './places.ts';
import { along, curves, pointAt } from './strip.ts';

/** Points of a band counted under a label lie this far apart. */
const SAMPLE = 7;
/** The side of a cell in which points are counted. */
const CELL = 3;

/** How many points lie in a rectangle, of all bands or of one. */
export interface Ink {
  all(rectangle: Rectangle): number;
  of(key: string, rectangle: Rectangle): number;
}

/**
 * The ink of a drawing of this size. What lies under a rectangle is read from four sums, whatever its size (Crow,
 * "Summed-area tables for texture mapping", 1984), to the nearest cell.
 */
export function ink(bands: readonly Band[], width: number, height: number): Ink {
  const points = new Map(bands.map((band) => [band.key, samples(band)]));
  const across = Math.ceil(width / CELL) + 1;
  const down = Math.ceil(height / CELL) + 1;
  const sums = new Float64Array((across + 1) * (down + 1));
  const cell = (value: number, most: number) => Math.min(most, Math.max(0, Math.floor(value / CELL)));
  const at = (column: number, row: number) => row * (across + 1) + column;
  for (const list of points.values())
    for (let index = 0; index < list.length; index += 2) {
      const [x = 0, y = 0] = [list[index], list[index + 1]];
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const place = at(cell(x, across - 1) + 1, cell(y, down - 1) + 1);
      sums[place] = (sums[place] ?? 0) + 1;
    }
  for (let row = 1; row <= down; row++)
    for (let column = 1; column <= across; column++)
      sums[at(column, row)] =
        (sums[at(column, row)] ?? 0) +
        (sums[at(column - 1, row)] ?? 0) +
        (sums[at(column, row - 1)] ?? 0) -
        (sums[at(column - 1, row - 1)] ?? 0);
  return {
    all([x, y, w, h]) {
      const [left, right] = [cell(x, across), cell(x + w + CELL, across)];
      const [top, bottom] = [cell(y, down), cell(y + h + CELL, down)];
      return (
        (sums[at(right, bottom)] ?? 0) -
        (sums[at(left, bottom)] ?? 0) -
        (sums[at(right, top)] ?? 0) +
        (sums[at(left, top)] ?? 0)
      );
    },
    of(key, [x, y, w, h]) {
      const list = points.get(key) ?? [];
      const [left, right] = [cell(x, across), cell(x + w + CELL, across)];
      const [top, bottom] = [cell(y, down), cell(y + h + CELL, down)];
      let count = 0;
      for (let index = 0; index < list.length; index += 2) {
        const column = Math.floor((list[index] ?? 0) / CELL);
        const row = Math.floor((list[index + 1] ?? 0) / CELL);
        if (column >= left && column < right && row >= top && row < bottom) count += 1;
      }
      return count;
    },
  };
}

/** Points spread over a band, flat as x, y, x, y …. */
function samples(band: Band): number[] {
  const across = Math.max(3, Math.ceil(band.width[1] / SAMPLE) + 1);
  const result: number[] = [];
  for (let line = 0; line < across; line++) {
    const rail = along(band, line / (across - 1) - 0.5);
    for (let curve = 0; curve < curves(rail); curve++) {
      const from = pointAt(rail, curve, 0);
      const to = pointAt(rail, curve, 1);
      const steps = Math.max(2, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / SAMPLE));
      for (let step = 0; step < steps; step++) {
        const { x, y } = pointAt(rail, curve, step / steps);
        result.push(x, y);
      }
    }
  }
  return result;
}
