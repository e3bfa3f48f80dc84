// By which way does a link pass the columns between its ends and cross least? The best way of one link, all else at rest.

import type { Chain, Layers, Order } from './layers.ts';

/** What it costs to pass through a column at each place between its other entries, beside what is crossed. */
export type Toll = (entry: number, column: number) => Float64Array | null;

/** A place in a column: an entry, which takes up one, or a gap between two. */
interface Spot {
  /** How many of the column's entries stand above, and how many above or on it. */
  readonly above: number;
  readonly until: number;
  /** Its place in shares of the column. */
  readonly share: number;
}

/**
 * Leads every link that spans several columns by its best way, one after the other, widest first; only the free
 * passages move. Changes the order in place.
 *
 * @returns whether anything has improved
 */
export function reled(
  graph: Layers,
  order: Order,
  free: (entry: number) => boolean,
  toll: Toll = () => null,
): boolean {
  let improved = false;
  for (const chain of [...graph.chains].sort((a, b) => b.weight - a.weight))
    improved = led(graph, order, chain, free, toll) || improved;
  return improved;
}

/** How many numbers one round of {@link reled} looks at, to judge whether it can be afforded. */
export function effort({ chains, column }: Layers, { rows }: Order): number {
  const size = (entry: number | undefined) => rows[column[entry ?? 0] ?? 0]?.length ?? 0;
  return chains.reduce(
    (sum, { entries }) =>
      entries.slice(1).reduce((part, entry, step) => part + size(entry) * size(entries[step]), sum),
    0,
  );
}

/**
 * Leads one link by the way that costs least: by dynamic programming over the gaps of each column it passes.
 * A bend costs a little, so that of two ways that cross as much the straighter one is taken. Improvements of less
 * than 1e-9 of all values are none, or ties would turn with the last digit.
 */
export function led(
  graph: Layers,
  order: Order,
  { entries, weight }: Chain,
  free: (entry: number) => boolean,
  toll: Toll = () => null,
): boolean {
  const inner = entries.slice(1, -1);
  if (!inner.some(free)) return false;
  const bend = 1e-6;
  const spots = entries.map((entry, index) => {
    const row = order.rows[graph.column[entry] ?? 0] ?? new Int32Array();
    const place = order.place[entry] ?? 0;
    if (index === 0 || index === entries.length - 1)
      return [{ above: place, until: place + 1, share: (place + 0.5) / row.length }];
    const gaps = free(entry) ? Array.from(row, (_, gap) => gap) : [place];
    return gaps.map((gap): Spot => ({ above: gap, until: gap, share: (gap + 0.5) / row.length }));
  });
  const tolls = entries.map((entry, index) =>
    index === 0 || index === entries.length - 1 ? null : toll(entry, graph.column[entry] ?? 0),
  );
  // The way as it is, by the index of its spot in each column.
  const present = entries.map((entry, index) => (spots[index]?.length === 1 ? 0 : (order.place[entry] ?? 0)));
  let costs: number[] = [0];
  let now = 0;
  const cameFrom: number[][] = [[0]];
  for (let step = 1; step < entries.length; step++) {
    const [from = 0, to = 0] = [entries[step - 1], entries[step]];
    const cost = gutterCost(
      graph,
      order,
      order.rows[graph.column[from] ?? 0] ?? new Int32Array(),
      order.rows[graph.column[to] ?? 0] ?? new Int32Array(),
      step > 1 ? from : null,
      step < entries.length - 1 ? to : null,
    );
    const [here = [], there = []] = [spots[step - 1], spots[step]];
    const price = (from: Spot, to: Spot) =>
      weight * (cost(from, to) + bend * Math.abs(from.share - to.share)) + (tolls[step]?.[to.above] ?? 0);
    const [leaves, arrives] = [here[present[step - 1] ?? 0], there[present[step] ?? 0]];
    if (leaves && arrives) now += price(leaves, arrives);
    const before = costs;
    const origin: number[] = [];
    costs = there.map((to) => {
      let least = Infinity;
      let by = 0;
      here.forEach((from, index) => {
        const sum = (before[index] ?? 0) + price(from, to);
        if (sum < least) {
          least = sum;
          by = index;
        }
      });
      origin.push(by);
      return least;
    });
    cameFrom.push(origin);
  }
  if ((costs[0] ?? 0) >= now - 1e-9 * graph.sum) return false;
  let spot = 0;
  for (let step = entries.length - 1; step > 0; step--) {
    spot = cameFrom[step]?.[spot] ?? 0;
    const entry = entries[step - 1] ?? 0;
    if (step > 1) moved(order, graph.column[entry] ?? 0, entry, spots[step - 1]?.[spot]?.above ?? 0);
  }
  return true;
}

/** Takes an entry out of its column and puts it in again at a place. */
export function moved({ rows, place }: Order, column: number, entry: number, to: number): void {
  const row = rows[column];
  const from = place[entry] ?? 0;
  if (!row || from === to) return;
  if (from < to) row.copyWithin(from, from + 1, to + 1);
  else row.copyWithin(to + 1, to, from);
  row[to] = entry;
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) place[row[index] ?? 0] = index;
}

/**
 * What one step of a link crosses in a gutter, the sum of the weights, for any spots at its two ends. The link's own
 * passages, which are about to move, count as not there: `leaves` and `arrives` are those of them at the step's ends.
 */
function gutterCost(
  { leaving }: Layers,
  { place }: Order,
  here: Int32Array,
  there: Int32Array,
  leaves: number | null,
  arrives: number | null,
): (from: Spot, to: Spot) => number {
  const gone = (entry: number | null) => (entry === null ? Infinity : (place[entry] ?? 0));
  const [gap, opposite] = [gone(leaves), gone(arrives)];
  const across = there.length + 1;
  // sums[a * across + b]: the steps that leave one of the first a places and arrive at one of the first b.
  const sums = new Float64Array((here.length + 1) * across);
  here.forEach((entry, index) => {
    if (entry === leaves) return;
    const end = leaving.start[entry + 1] ?? 0;
    for (let step = leaving.start[entry] ?? 0; step < end; step++) {
      const other = leaving.other[step] ?? 0;
      if (other === arrives) continue;
      const to = place[other] ?? 0;
      const at = (index + (index > gap ? 0 : 1)) * across + to + (to > opposite ? 0 : 1);
      sums[at] = (sums[at] ?? 0) + (leaving.weight[step] ?? 0);
    }
  });
  for (let row = 1; row <= here.length; row++) {
    let sum = 0;
    for (let column = 1; column < across; column++) {
      const at = row * across + column;
      sum += sums[at] ?? 0;
      sums[at] = sum + (sums[at - across] ?? 0);
    }
  }
  const until = (row: number, column: number) => sums[row * across + column] ?? 0;
  return (from, to) =>
    until(from.above, there.length) -
    until(from.above, to.until) +
    until(here.length, to.above) -
    until(from.until, to.above);
}
