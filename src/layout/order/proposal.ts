// Which order and which sides suit a chart best? Proposes them from the union of its links, for its file.

import type { Side } from '../../model/chart.ts';
import { layers, type Layers, type Order, type Rows, type Way } from './layers.ts';
import { arranged, completion, copied, named } from './order.ts';
import { reversed, rerouted, search, sifted, put, total, turn, type Search } from './sifting.ts';
import { sides, type SidedWay } from './sides.ts';

export type { SidedWay } from './sides.ts';

/** An order with the sides of the returns, and what it costs against the order that was given. */
export interface Proposal {
  readonly rows: string[][];
  /** By id of each link to the same or an earlier column. */
  readonly sides: Record<string, Side>;
  /** In the unit of the values. */
  readonly cost: number;
  readonly before: number;
}

/**
 * What an order costs, in the unit of the values: √value · √value over all pairs of unit steps that cross, and over
 * all pairs of a return, or a link within a column, and a unit step it meets on its way round: above source and
 * target or below both, whichever is less; between its ends. Passages that are not said are completed.
 */
export function cost(rows: Rows, links: readonly Way[]): number {
  const graph = layers(rows, links);
  return total(search(graph, completion(graph))) * graph.largest;
}

/**
 * The best order found for the rows, whose columns stay: from the given order, from a barycentric one and from others
 * like these, single entries, links and whole columns are moved until nothing improves. The given order comes back
 * where nothing better is found; of an order and its mirror image, the one that is more like the given one. It
 * depends on nothing but the rows, the set of links and the ratios of their values.
 */
export function proposal(rows: Rows, links: readonly SidedWay[]): Proposal {
  const given = layers(rows, links);
  const start = search(given, completion(given));
  const before = total(start);
  // All passages are said now: every start speaks of the same entries by the same numbers.
  const whole = named(given, start.order);
  const graph = layers(whole, links);
  const best = searched(graph, [whole, arranged(whole, links)]);
  const order = likest(graph, best.order);
  const result = named(graph, order);
  return {
    rows: result,
    sides: sides(result, links),
    cost: Math.min(total(best), before) * graph.largest,
    before: before * graph.largest,
  };
}

/** The best order from several starts, then from disturbing the best again and again. */
function searched(graph: Layers, starts: readonly Rows[]): Search {
  const candidates = starts.flatMap((rows) => {
    const order = numbered(graph, rows);
    return [0, 1].map((first) => {
      const state = search(graph, copied(order));
      // Every second column upside down, or none.
      if (first === 1)
        for (let column = 1; column < rows.length; column += 2) turn(state, column, column + 1);
      return state;
    });
  });
  let best: Search | null = null;
  let least = Infinity;
  for (const state of candidates) {
    improve(state);
    const sum = total(state);
    if (sum < least - state.least) {
      best = state;
      least = sum;
    }
  }
  if (!best) throw new Error('a search needs a start');
  const random = numbers();
  const count = kicks(graph);
  for (let kick = 0; kick < count && least > 0; kick++) {
    const state = search(graph, copied(best.order));
    disturb(state, random);
    improve(state);
    const sum = total(state);
    if (sum >= least - state.least) continue;
    best = state;
    least = sum;
  }
  return best;
}

/** How often the best order is disturbed: as often as takes a second or so for a network that can be read. */
function kicks({ names, rows, leaving }: Layers): number {
  const widest = Math.max(0, ...rows.map(({ length }) => length));
  const work = names.length * (leaving.other.length + 10 * widest);
  return Math.min(400, Math.floor(1.5e7 / Math.max(1, work)));
}

/** Moves single entries, links and columns until nothing improves. */
function improve(state: Search): void {
  const { graph, order } = state;
  const rounds = 50;
  for (let round = 0; round < rounds; round++) {
    let gain = 0;
    for (const row of order.rows)
      for (const entry of [...row].sort((a, b) => a - b)) gain += sifted(state, entry);
    if (gain >= state.least) continue;
    for (const chain of graph.chains) gain += rerouted(state, chain);
    for (let column = 0; column < order.rows.length; column++) {
      gain += reversed(state, column, column + 1);
      gain += reversed(state, column, order.rows.length);
    }
    if (gain < state.least) return;
  }
}

/** Puts a few entries anywhere in their columns. */
function disturb(state: Search, random: () => number): void {
  const { graph, order } = state;
  const count = 2 + Math.floor(random() * 5);
  for (let index = 0; index < count; index++) {
    const entry = Math.floor(random() * graph.names.length);
    const row = order.rows[graph.column[entry] ?? 0];
    if (row) put(state, entry, Math.floor(random() * row.length));
  }
}

/** The same numbers between 0 and 1 every time: a linear congruential generator (Knuth, MMIX). */
function numbers(): () => number {
  let state = 20_250_911;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The order of rows that name the same entries. */
function numbered(graph: Layers, rows: Rows): Order {
  const place = new Int32Array(graph.names.length);
  return {
    rows: graph.rows.map((row, column) => {
      const names = new Map(Array.from(row, (entry) => [graph.names[entry], entry]));
      return Int32Array.from(rows[column] ?? [], (name, index) => {
        const entry = names.get(name) ?? 0;
        place[entry] = index;
        return entry;
      });
    }),
    place,
  };
}

/** An order or its mirror image, which costs the same: that in which fewer pairs stand otherwise than they did. */
function likest({ rows: given }: Layers, order: Order): Order {
  let difference = 0;
  for (const row of given)
    row.forEach((upper, index) => {
      for (const lower of row.subarray(index + 1))
        difference += (order.place[upper] ?? 0) < (order.place[lower] ?? 0) ? -1 : 1;
    });
  if (difference <= 0) return order;
  const rows = order.rows.map((row) => row.slice().reverse());
  const place = order.place.slice();
  for (const row of rows)
    row.forEach((entry, index) => {
      place[entry] = index;
    });
  return { rows, place };
}
