// What does an order cost with its returns, and does moving one entry, one link or one column make it cheaper?
// All weights and costs are in shares of the largest value.

import { crossed } from './crossings.ts';
import type { Chain, Layers, Order, Return, Steps } from './layers.ts';
import { led, moved } from './passages.ts';

/**
 * What it costs that a return meets a flow, against two flows that cross: it runs across at right angles, where the eye
 * follows both, while flows cross aslant. With 1 the whole network had half as many crossings of returns to spare and
 * twice as many of flows.
 */
export const SQUARE = 0.4;

/** An order being improved in place, with sums of the unit steps that leave its entries and that arrive there. */
export interface Search {
  readonly graph: Layers;
  readonly order: Order;
  readonly leaving: Sums;
  readonly arriving: Sums;
  /** The links to the same or an earlier column that leave or arrive in each column. */
  readonly touching: readonly (readonly Return[])[];
  /** An improvement of less is none: ties would turn with the last digit. */
  readonly least: number;
}

interface Sums {
  readonly own: Float64Array;
  /** Of all entries above in the same column. */
  readonly above: Float64Array;
  /** Of each column. */
  readonly whole: Float64Array;
}

/** Begins to improve an order. */
export function search(graph: Layers, order: Order): Search {
  const sums = ({ start, weight }: Steps): Sums => ({
    own: Float64Array.from(graph.names, (_, entry) =>
      weight.subarray(start[entry], start[entry + 1]).reduce((sum, part) => sum + part, 0),
    ),
    above: new Float64Array(graph.names.length),
    whole: new Float64Array(order.rows.length),
  });
  const result: Search = {
    graph,
    order,
    leaving: sums(graph.leaving),
    arriving: sums(graph.arriving),
    touching: order.rows.map((_, column) =>
      graph.returns.filter(({ source, target }) =>
        [source, target].some((entry) => graph.column[entry] === column),
      ),
    ),
    least: 1e-9 * graph.sum,
  };
  order.rows.forEach((_, column) => {
    recount(result, column);
  });
  return result;
}

function recount({ order, leaving, arriving }: Search, column: number): void {
  for (const { own, above, whole } of [leaving, arriving]) {
    let sum = 0;
    for (const entry of order.rows[column] ?? []) {
      above[entry] = sum;
      sum += own[entry] ?? 0;
    }
    whole[column] = sum;
  }
}

/**
 * What the order costs: the crossings of forward links; for each return, what it meets above its source and above its
 * target on the way round, or below both, whichever is less; for each link within a column, what leaves and arrives
 * between its ends. All are products of two roots of values.
 */
export function total(search: Search): number {
  return crossed(search.graph, search.order) + priceOf(search, search.graph.returns);
}

function priceOf({ graph, order, leaving, arriving }: Search, returns: readonly Return[]): number {
  let price = 0;
  for (const { source, target, weight } of returns) {
    const [from, to] = [graph.column[source] ?? 0, graph.column[target] ?? 0];
    if (from !== to) {
      const above = (leaving.above[source] ?? 0) + (arriving.above[target] ?? 0);
      const own = (leaving.own[source] ?? 0) + (arriving.own[target] ?? 0);
      const whole = (leaving.whole[from] ?? 0) + (arriving.whole[to] ?? 0);
      price += weight * Math.max(0, Math.min(above, whole - own - above));
    } else if (source !== target) {
      const down = (order.place[source] ?? 0) < (order.place[target] ?? 0);
      const [upper, lower] = down ? [source, target] : [target, source];
      for (const { own, above } of [leaving, arriving])
        price += weight * ((above[lower] ?? 0) - (above[upper] ?? 0) - (own[upper] ?? 0));
    }
  }
  return SQUARE * price;
}

/**
 * Puts an entry where it costs least in its column, all else at rest: sifting (Matuszewski, Schönfeld, Molitor,
 * "Using sifting for k-layer straightline crossing minimization", 1999). Returns what is gained, 0 where it stays.
 */
export function sifted(search: Search, entry: number): number {
  const present = search.order.place[entry] ?? 0;
  const costs = costsOf(search, entry, true);
  let to = present;
  for (const [place, cost] of costs.entries()) if (cost < (costs[to] ?? 0) - search.least) to = place;
  put(search, entry, to);
  return (costs[present] ?? 0) - (costs[to] ?? 0);
}

/** Leads a link by its best way, and takes that back where it makes returns dearer. Returns what is gained. */
export function rerouted(search: Search, chain: Chain): number {
  const { graph, order } = search;
  const passages = chain.entries.slice(1, -1);
  const before = passages.map((entry) => order.place[entry] ?? 0);
  const cost = total(search);
  const toll = (entry: number) => {
    const costs = costsOf(search, entry, false);
    put(search, entry, before[passages.indexOf(entry)] ?? 0);
    return costs;
  };
  if (!led(graph, order, chain, () => true, toll)) return 0;
  for (const entry of passages) recount(search, graph.column[entry] ?? 0);
  const gain = cost - total(search);
  if (gain >= search.least) return gain;
  passages.forEach((entry, index) => {
    put(search, entry, before[index] ?? 0);
  });
  return 0;
}

/** Turns a column over, or it and all after it, and takes that back where nothing is gained. Returns the gain. */
export function reversed(search: Search, first: number, until: number): number {
  const cost = total(search);
  turn(search, first, until);
  const gain = cost - total(search);
  if (gain >= search.least) return gain;
  turn(search, first, until);
  return 0;
}

/** Turns the columns from `first` to before `until` over. */
export function turn(search: Search, first: number, until: number): void {
  const { rows, place } = search.order;
  for (let column = first; column < until; column++) {
    rows[column]?.reverse().forEach((entry, index) => {
      place[entry] = index;
    });
    recount(search, column);
  }
}

/** Puts an entry at a place in its column. */
export function put(search: Search, entry: number, to: number): void {
  const column = search.graph.column[entry] ?? 0;
  moved(search.order, column, entry, to);
  recount(search, column);
}

/**
 * What the returns, and where asked for the crossings, cost with an entry at each place of its column, as far as it
 * matters to the entry. It walks through the column, changing places with its neighbours, and stays at the end.
 */
function costsOf(search: Search, entry: number, crossings: boolean): Float64Array {
  const { graph, order, leaving, arriving, touching } = search;
  const column = graph.column[entry] ?? 0;
  const row = order.rows[column] ?? new Int32Array();
  put(search, entry, 0);
  const passing = crossings
    ? [
        passingCost(graph.arriving, order, entry, column - 1),
        passingCost(graph.leaving, order, entry, column + 1),
      ]
    : [];
  const costs = new Float64Array(row.length);
  let crossing = 0;
  for (let place = 0; place < row.length; place++) {
    costs[place] = crossing + priceOf(search, touching[column] ?? []);
    const next = row[place + 1];
    if (next === undefined) break;
    for (const cost of passing) crossing += cost(next);
    for (const { own, above } of [leaving, arriving]) {
      above[next] = above[entry] ?? 0;
      above[entry] = (above[next] ?? 0) + (own[next] ?? 0);
    }
    row[place] = next;
    row[place + 1] = entry;
    order.place[next] = place;
    order.place[entry] = place + 1;
  }
  return costs;
}

/** What more is crossed on one side of a column when an entry steps below another. */
function passingCost(
  { start, other, weight }: Steps,
  { rows, place }: Order,
  entry: number,
  column: number,
): (other: number) => number {
  const size = rows[column]?.length ?? 0;
  // The weight of the entry's own steps to each of the first places.
  const until = new Float64Array(size + 1);
  const end = start[entry + 1] ?? 0;
  for (let step = start[entry] ?? 0; step < end; step++) {
    const at = (place[other[step] ?? 0] ?? 0) + 1;
    until[at] = (until[at] ?? 0) + (weight[step] ?? 0);
  }
  for (let at = 1; at <= size; at++) until[at] = (until[at] ?? 0) + (until[at - 1] ?? 0);
  return (passed) => {
    let cost = 0;
    const last = start[passed + 1] ?? 0;
    for (let step = start[passed] ?? 0; step < last; step++) {
      const at = place[other[step] ?? 0] ?? 0;
      cost += (weight[step] ?? 0) * ((until[at] ?? 0) + (until[at + 1] ?? 0) - (until[size] ?? 0));
    }
    return cost;
  };
}
