// On which side of the drawing does each return run, so that the ways round are short?

import { PASSING, type Side } from '../../model/chart.ts';
import type { Rows, Way } from './layers.ts';

/** A link with the side on which it runs if it is a return. */
export interface SidedWay extends Way {
  readonly side: Side;
}

/** The drawing as it is estimated, in the unit of the values. */
interface Estimate {
  readonly loops: readonly Loop[];
  /** How far the boxes of each column reach above and below the middle. */
  readonly reach: readonly number[];
  /** The distance from box to box and from lane to lane. */
  readonly gap: number;
}

interface Loop {
  readonly id: string;
  readonly value: number;
  /** The columns of its target and its source. */
  readonly first: number;
  readonly last: number;
  /** How far from the middle its two boxes reach, by side. */
  readonly ends: Readonly<Record<Side, readonly [number, number]>>;
}

/**
 * The sides of all links to the same or an earlier column that make the sum of value · distance from both ports to
 * the lane least, found by flipping one or two. Where nothing is gained, all keep the side they have.
 *
 * The ports are estimated from the order: boxes are as high as the larger of their sums, a little apart, each column
 * is centred; a return leaves and arrives at the edge of its boxes; its lane lies beyond all that stands in the
 * columns it passes, shorter returns on its side included.
 */
export function sides(rows: Rows, links: readonly SidedWay[]): Record<string, Side> {
  const estimate = estimated(rows, links);
  const { loops, reach } = estimate;
  const given = new Map(links.map(({ id, side }) => [id, side]));
  const enough = 1e-9 * loops.reduce((sum, { value }) => sum + value, 0) * Math.max(0, ...reach);
  const starts = [
    loops.map(({ id }): Side => given.get(id) ?? 'below'),
    loops.map((): Side => 'below'),
    loops.map(({ ends: { above, below } }): Side =>
      above[0] + above[1] > below[0] + below[1] ? 'above' : 'below',
    ),
  ].map((start) => flipped(start, (state) => detour(estimate, state), enough));
  const best = starts.reduce((least, start) => (start.cost < least.cost - enough ? start : least));
  return Object.fromEntries(loops.map(({ id }, index) => [id, best.state[index] ?? 'below']));
}

/** Flips sides, one at a time or two, as long as that helps. */
function flipped(start: readonly Side[], costOf: (state: readonly Side[]) => number, enough: number) {
  const pairs = start.length <= 80;
  const state = [...start];
  let cost = costOf(state);
  const tried = (...flips: readonly number[]) => {
    const flip = () => {
      for (const index of flips) state[index] = state[index] === 'above' ? 'below' : 'above';
    };
    flip();
    const next = costOf(state);
    const better = next < cost - enough;
    if (better) cost = next;
    else flip();
    return better;
  };
  for (let improved = true; improved;) {
    improved = false;
    for (let one = 0; one < state.length; one++) improved = tried(one) || improved;
    if (improved || !pairs) continue;
    for (let one = 0; one < state.length; one++)
      for (let two = one + 1; two < state.length; two++) improved = tried(one, two) || improved;
  }
  return { state, cost };
}

/** The sum of value · distance from both ports to the lane. Loops come in the order of their lanes, inner first. */
function detour({ loops, reach, gap }: Estimate, state: readonly Side[]): number {
  const edges = { above: [...reach], below: [...reach] };
  let sum = 0;
  loops.forEach(({ value, first, last, ends }, index) => {
    const side = state[index] ?? 'below';
    const edge = edges[side];
    let lane = 0;
    for (let column = first; column <= last; column++) lane = Math.max(lane, edge[column] ?? 0);
    lane += gap + value;
    edge.fill(lane, first, last + 1);
    sum += value * (2 * (lane - value / 2) - ends[side][0] - ends[side][1] + value);
  });
  return sum;
}

function estimated(rows: Rows, links: readonly SidedWay[]): Estimate {
  const column = new Map(rows.flatMap((row, index) => row.map((name) => [name, index])));
  const known = links.filter(
    ({ source, target, value }) => value > 0 && column.has(source) && column.has(target),
  );
  const [leaves, arrives, passes] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const { id, source, target, value } of known) {
    leaves.set(source, (leaves.get(source) ?? 0) + value);
    arrives.set(target, (arrives.get(target) ?? 0) + value);
    passes.set(PASSING + id, value);
  }
  const height = (name: string) =>
    Math.max(leaves.get(name) ?? 0, arrives.get(name) ?? 0, passes.get(name) ?? 0);
  const heights = rows.map((row) => row.reduce((sum, name) => sum + height(name), 0));
  const gap = 0.04 * Math.max(0, ...heights);
  const spans = rows.map((row, index) => (heights[index] ?? 0) + gap * Math.max(0, row.length - 1));
  const tops = new Map<string, number>();
  rows.forEach((row, index) => {
    let top = -(spans[index] ?? 0) / 2;
    for (const name of row) {
      tops.set(name, top);
      top += height(name) + gap;
    }
  });
  const above = (name: string) => -(tops.get(name) ?? 0);
  const below = (name: string) => (tops.get(name) ?? 0) + height(name);
  const loops = known
    .map(({ id, source, target, value }): Loop => ({
      id,
      value,
      first: column.get(target) ?? 0,
      last: column.get(source) ?? 0,
      ends: { above: [above(source), above(target)], below: [below(source), below(target)] },
    }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.last - a.first - (b.last - b.first) || (a.id < b.id ? -1 : 1));
  return { loops, reach: spans.map((span) => span / 2), gap };
}
