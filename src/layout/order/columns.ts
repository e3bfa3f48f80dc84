// In which columns could nodes stand, judged by the links alone?

import { weightOf, type Way } from './layers.ts';
import { levels, type Arcs } from './levels.ts';

/** More columns cannot be drawn. */
const MOST = 20;

/**
 * The nodes in columns, by id in each, so that money mostly flows onwards, few and small links lead back, and links
 * are short. Nodes without links stand in the first column. The same for nodes and links in any order; only the
 * ratios of values matter.
 *
 * Links that are part of no ring lead on, and of the others those that rise by their trophic {@link levels}. (A greedy
 * feedback arc set, Eades, Lin, Smyth, 1993, leaves less to lead back, but strings large networks out: 128 columns
 * instead of 19 for 10 000 links.) Each node stands after all that pay it by a link that leads on, and moves on as far
 * as that makes links shorter. Where this takes more than 20 columns, levels alone decide what leads on; where even
 * that does, neighbouring columns are drawn together.
 */
export function columned(nodes: readonly string[], links: readonly Way[]): string[][] {
  const ids = [...new Set(nodes)].sort();
  const arcs = arcsOf(ids, links);
  const level = levels(ids.length, arcs);
  const ring = ringsOf(ids.length, arcs);
  const rises = (from: number, to: number) => {
    const rise = (level[to] ?? 0) - (level[from] ?? 0);
    return rise > 0 || (rise === 0 && from < to);
  };
  const strict = layersOf(ids.length, arcs, (from, to) => ring[from] !== ring[to] || rises(from, to));
  const layers = maximum(strict) < MOST ? strict : layersOf(ids.length, arcs, rises);
  const depth = Math.max(MOST, maximum(layers) + 1);
  const columns = layers.map((layer) => Math.floor((layer * MOST) / depth));
  const result = Array.from({ length: ids.length > 0 ? maximum(columns) + 1 : 0 }, (): string[] => []);
  ids.forEach((id, node) => result[columns[node] ?? 0]?.push(id));
  return result.filter((column) => column.length > 0);
}

const maximum = (numbers: Int32Array) => numbers.reduce((most, number) => Math.max(most, number), 0);

/** The links by numbers, self-links left out, in an order of their own: sums must not turn with the order of the input. */
function arcsOf(ids: readonly string[], links: readonly Way[]): Arcs {
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const largest = links.reduce((most, { value }) => Math.max(most, value), 0);
  const arcs = links.flatMap(({ source, target, value }) => {
    const [from, to] = [numbers.get(source), numbers.get(target)];
    return from === undefined || to === undefined || from === to || !(value > 0)
      ? []
      : [{ from, to, weight: weightOf(value, largest) }];
  });
  arcs.sort((a, b) => a.from - b.from || a.to - b.to || a.weight - b.weight);
  return {
    source: Int32Array.from(arcs, ({ from }) => from),
    target: Int32Array.from(arcs, ({ to }) => to),
    weight: Float64Array.from(arcs, ({ weight }) => weight),
  };
}

/** Each node after all that pay it by an arc that leads on; then moved on, as far as that makes arcs shorter. */
function layersOf(
  count: number,
  { source, target }: Arcs,
  leadsOn: (from: number, to: number) => boolean,
): Int32Array {
  const kept = Array.from(source.keys()).filter((arc) => leadsOn(source[arc] ?? 0, target[arc] ?? 0));
  const onward = grouped(count, kept, source, target);
  const backward = grouped(count, kept, target, source);
  const sequence = sorted(onward, backward);
  const layer = new Int32Array(count);
  const first = ({ start, other }: Group, node: number) => {
    let least = Infinity;
    for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at++)
      least = Math.min(least, layer[other[at] ?? 0] ?? 0);
    return least;
  };
  const last = ({ start, other }: Group, node: number) => {
    let most = -1;
    for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at++)
      most = Math.max(most, layer[other[at] ?? 0] ?? 0);
    return most;
  };
  for (const node of sequence) layer[node] = last(backward, node) + 1;
  const size = ({ start }: Group, node: number) => (start[node + 1] ?? 0) - (start[node] ?? 0);
  const sweeps = 6;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const later = sweep % 2 === 0;
    for (let index = 0; index < count; index++) {
      const node = sequence[later ? count - 1 - index : index] ?? 0;
      const [pays, paid] = [size(onward, node), size(backward, node)];
      if (later && pays > paid) layer[node] = first(onward, node) - 1;
      if (!later && paid > pays) layer[node] = last(backward, node) + 1;
    }
  }
  return layer;
}

/** The nodes, each after all that pay it (Kahn, "Topological sorting of large networks", 1962). */
function sorted(onward: Group, backward: Group): Int32Array {
  const count = onward.start.length - 1;
  const waits = backward.start.slice(0, count).map((start, node) => (backward.start[node + 1] ?? 0) - start);
  const sequence = new Int32Array(count);
  let length = 0;
  waits.forEach((waiting, node) => {
    if (waiting === 0) sequence[length++] = node;
  });
  for (let index = 0; index < length; index++) {
    const node = sequence[index] ?? 0;
    for (let at = onward.start[node] ?? 0; at < (onward.start[node + 1] ?? 0); at++) {
      const other = onward.other[at] ?? 0;
      waits[other] = (waits[other] ?? 0) - 1;
      if (waits[other] === 0) sequence[length++] = other;
    }
  }
  return sequence;
}

interface Group {
  readonly start: Int32Array;
  readonly other: Int32Array;
}

/** The other ends of some arcs, node by node. */
function grouped(count: number, arcs: readonly number[], here: Int32Array, there: Int32Array): Group {
  const start = new Int32Array(count + 1);
  for (const arc of arcs) {
    const at = (here[arc] ?? 0) + 1;
    start[at] = (start[at] ?? 0) + 1;
  }
  for (let node = 0; node < count; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  const next = start.slice();
  const other = new Int32Array(arcs.length);
  for (const arc of arcs) {
    const node = here[arc] ?? 0;
    other[next[node] ?? 0] = there[arc] ?? 0;
    next[node] = (next[node] ?? 0) + 1;
  }
  return { start, other };
}

/**
 * For each node, the number of the ring or rings it is part of: nodes that pay each other in the end share it.
 * Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its own instead of recursion.
 */
function ringsOf(count: number, { source, target }: Arcs): Int32Array {
  const { start, other } = grouped(count, Array.from(source.keys()), source, target);
  const ring = new Int32Array(count).fill(-1);
  const found = new Int32Array(count);
  const lowest = new Int32Array(count);
  const next = start.slice();
  const open: number[] = [];
  let time = 0;
  for (let root = 0; root < count; root++) {
    const path = (found[root] ?? 0) === 0 ? [root] : [];
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      if (found[node] === 0) {
        found[node] = lowest[node] = ++time;
        open.push(node);
      }
      const at = next[node] ?? 0;
      if (at < (start[node + 1] ?? 0)) {
        next[node] = at + 1;
        const to = other[at] ?? 0;
        if (found[to] === 0) path.push(to);
        else if (ring[to] === -1) lowest[node] = Math.min(lowest[node] ?? 0, found[to] ?? 0);
        continue;
      }
      path.pop();
      const from = path.at(-1);
      if (from !== undefined) lowest[from] = Math.min(lowest[from] ?? 0, lowest[node] ?? 0);
      if (lowest[node] !== found[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        ring[member] = node;
        if (member === node) break;
      }
    }
  }
  return ring;
}
