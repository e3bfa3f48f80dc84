// How much do the forward links of a chart cross if d3-sankey is left to place them?

import { sankey } from 'd3-sankey';
import type { Rows, Way } from '../../src/layout/order/order.ts';
import { PASSING } from '../../src/model/chart.ts';

/** A link as drawn: straight from column to column, and where its middle stands there, across. */
export interface Stroke {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

interface Placed {
  readonly id: string;
  /** The column that d3-sankey has given it; its types do not know of it. */
  readonly layer?: number;
}

/** The forward links of a chart as d3-sankey draws them by itself: its columns, its order, nothing set but a size. */
export function strokes(rows: Rows, links: readonly Way[]): Stroke[] {
  const column = new Map(
    rows.flatMap((row, index) => row.filter((name) => !name.startsWith(PASSING)).map((id) => [id, index])),
  );
  const at = (id: string) => column.get(id) ?? 0;
  const forward = links.filter(({ source, target, value }) => value > 0 && at(source) < at(target));
  const nodes = [...new Set(forward.flatMap(({ source, target }) => [source, target]))];
  const drawn = sankey<Placed, { value: number }>()
    .nodeId(({ id }) => id)
    .extent([
      [0, 0],
      [1000, 700],
    ])({
    nodes: nodes.map((id): Placed => ({ id })),
    links: forward.map(({ source, target, value }) => ({ source, target, value })),
  });
  return drawn.links.map(({ source, target, value, y0 = 0, y1 = 0 }) => {
    if (typeof source !== 'object' || typeof target !== 'object')
      throw new Error('d3-sankey knows its nodes');
    return { value, from: source.layer ?? 0, to: target.layer ?? 0, start: y0, end: y1 };
  });
}

/**
 * √value · √value over all pairs of links that cross as drawn: that run side by side through at least one gutter,
 * and of which one is the upper where this begins and the other where it ends. A link stands on the straight line
 * between its ends. Touching is not crossing.
 */
export function crossingsOf(drawn: readonly Stroke[]): number {
  const across = ({ from, to, start, end }: Stroke, column: number) =>
    start + ((end - start) * (column - from)) / (to - from);
  let sum = 0;
  drawn.forEach((one, index) => {
    for (const other of drawn.slice(index + 1)) {
      const [first, last] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      if (first >= last) continue;
      const before = across(one, first) - across(other, first);
      const after = across(one, last) - across(other, last);
      if (before * after < -1e-9) sum += Math.sqrt(one.value * other.value);
    }
  });
  return sum;
}
