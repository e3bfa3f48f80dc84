// In which order do nodes and passing links stand in their columns? Orders that cross little, and how much one crosses.

import { PASSING } from '../../model/chart.ts';
import { crossed } from './crossings.ts';
import { layers, type Layers, type Order, type Rows, type Way } from './layers.ts';
import { effort, reled } from './passages.ts';
import { rerouted, search, sifted } from './sifting.ts';

export type { Rows, Way } from './layers.ts';

/**
 * The rows with the passages that are not said, where their links run straightest and cross least. Entries that
 * are given, known or not, keep their order. One passage per column strictly between the ends of a forward link.
 */
export function completed(rows: Rows, links: readonly Way[]): string[][] {
  const graph = layers(rows, links);
  return named(graph, completion(graph));
}

/**
 * An order of low cost: barycentre sweeps over nodes and passages (Sugiyama, Tagawa, Toda, "Methods for visual
 * understanding of hierarchical system structures", 1981), all of which may move. The same for the same rows and
 * links in whatever order they are given.
 */
export function arranged(rows: Rows, links: readonly Way[]): string[][] {
  const graph = layers(
    rows.map((row) => row.filter((name) => !name.startsWith(PASSING)).sort()),
    links,
  );
  const result = named(graph, arrangement(graph));
  return result.map((row, column) => {
    const standing = new Set(row);
    const strange = (rows[column] ?? []).filter((name) => !standing.has(name));
    return [...row, ...strange.sort()];
  });
}

/**
 * How much the forward links cross, in the unit of their values: over all pairs of unit steps that cross between two
 * columns, the sum of √value · √value. Passages that are not said are put where {@link completed} puts them.
 */
export function crossings(rows: Rows, links: readonly Way[]): number {
  const graph = layers(rows, links);
  return crossed(graph, completion(graph)) * graph.largest;
}

/** The order of the rows, with the passages that are not said where they cross little. */
export function completion(graph: Layers): Order {
  const order = started(graph);
  if (graph.said.every((said) => said === 1)) return order;
  const free = (entry: number) => graph.said[entry] === 0;
  const best = sweptOften(graph, order, free, 4);
  const [rounds, affordable] = [8, 1e6];
  if (effort(graph, best) <= affordable)
    for (let round = 0; round < rounds && reled(graph, best, free); round++);
  return best;
}

/** The best of several barycentre sweeps in which every entry moves; where it can be afforded, single ones after that. */
function arrangement(graph: Layers): Order {
  const swept = sweptOften(graph, started(graph), () => true, 10);
  const affordable = 1e6;
  if (effort(graph, swept) > affordable) return swept;
  untangle(graph, swept);
  const straight = completion(graph);
  if (crossed(graph, straight) >= crossed(graph, swept)) return swept;
  untangle(graph, straight);
  return straight;
}

/** Moves single entries and links to where they cross least. */
function untangle(graph: Layers, order: Order): void {
  const rounds = 6;
  const state = search({ ...graph, returns: [] }, order);
  for (let round = 0, gain = 1; round < rounds && gain > 0; round++) {
    gain = 0;
    for (const entry of graph.names.keys()) gain += sifted(state, entry);
    for (const chain of graph.chains) gain += rerouted(state, chain);
  }
}

/** The order of the rows; passages that are not said on the straight line between the ends of their link. */
function started(graph: Layers): Order {
  const place = new Int32Array(graph.names.length);
  const wish = new Float64Array(graph.names.length);
  for (const row of graph.rows) {
    const said = row.reduce((count, entry) => count + (graph.said[entry] ?? 0), 0);
    row.forEach((entry, index) => {
      place[entry] = index;
      wish[entry] = (index + 0.5) / (said || 1);
    });
  }
  for (const { entries } of graph.chains) {
    const start = wish[entries[0] ?? 0] ?? 0;
    const end = wish[entries.at(-1) ?? 0] ?? 0;
    for (let step = 1; step < entries.length - 1; step++) {
      const entry = entries[step] ?? 0;
      if (graph.said[entry] === 0) wish[entry] = start + ((end - start) * step) / (entries.length - 1);
    }
  }
  const order = { rows: graph.rows.map((row) => row.slice()), place };
  const keys = new Float64Array(Math.max(0, ...order.rows.map(({ length }) => length)));
  for (const row of order.rows) resort(row, place, wish, keys);
  return order;
}

/** Sweeps there and back, and keeps the order that crossed least. */
function sweptOften(graph: Layers, start: Order, free: (entry: number) => boolean, sweeps: number): Order {
  const order = copied(start);
  const share = new Float64Array(graph.names.length);
  const keys = new Float64Array(Math.max(0, ...order.rows.map(({ length }) => length)));
  const spread = (row: Int32Array) => {
    for (let index = 0; index < row.length; index++) share[row[index] ?? 0] = (index + 0.5) / row.length;
  };
  order.rows.forEach(spread);
  let best = start;
  let least = crossed(graph, start);
  for (let sweep = 0; sweep < sweeps && least > 0; sweep++) {
    const forth = sweep % 2 === 0;
    for (let step = 0; step < order.rows.length; step++) {
      const row = order.rows[forth ? step : order.rows.length - 1 - step];
      if (!row) continue;
      let moved = false;
      for (const entry of row) {
        if (!free(entry)) continue;
        const wish = barycentre(forth ? graph.arriving : graph.leaving, entry, share);
        if (wish === null) continue;
        share[entry] = wish;
        moved = true;
      }
      if (moved) resort(row, order.place, share, keys);
      spread(row);
    }
    const cost = crossed(graph, order);
    if (cost < least) {
      least = cost;
      best = copied(order);
    }
  }
  return best;
}

/** The middle of the other ends of an entry's steps, weighted; null where it has none. */
function barycentre(
  { start, other, weight }: Layers['leaving'],
  entry: number,
  share: Float64Array,
): number | null {
  const end = start[entry + 1] ?? 0;
  let sum = 0;
  let total = 0;
  for (let step = start[entry] ?? 0; step < end; step++) {
    const part = weight[step] ?? 0;
    sum += part * (share[other[step] ?? 0] ?? 0);
    total += part;
  }
  return total > 0 ? sum / total : null;
}

/**
 * Sorts a row by wishes between 0 and 1, rounded, then by present place. Both are packed into one number: numbers
 * sort much faster than objects. The odd offset keeps simple fractions from the edge between two roundings.
 */
function resort(row: Int32Array, place: Int32Array, wish: Float64Array, keys: Float64Array): void {
  const [rounding, offset, places] = [1e9, 0.3535, 2 ** 22];
  const before = row.slice();
  const here = keys.subarray(0, row.length);
  for (let index = 0; index < row.length; index++)
    here[index] = Math.floor((wish[row[index] ?? 0] ?? 0) * rounding + offset) * places + index;
  here.sort();
  for (let index = 0; index < row.length; index++) {
    const entry = before[(here[index] ?? 0) % places] ?? 0;
    row[index] = entry;
    place[entry] = index;
  }
}

/** A state of its own, to be changed. */
export const copied = ({ rows, place }: Order): Order => ({
  rows: rows.map((row) => row.slice()),
  place: place.slice(),
});

/** The names of the entries in their order. */
export const named = ({ names }: Layers, { rows }: Order): string[][] =>
  rows.map((row) => Array.from(row, (entry) => names[entry] ?? ''));
