// Where do nodes stand on a ring? How much of it each takes, in which sequence, and how the whole is turned.

import type { SceneLink, SceneNode } from '../model/scene.ts';
import type { Frame } from './frame.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The circle on which ribbons begin and end, in units of the viewBox. */
export interface Circle extends Point {
  readonly radius: number;
}

/** How much of the circle everything takes, in radians. */
export interface Shares {
  /** Of each end of a link, by the link's id. */
  readonly ends: ReadonlyMap<string, number>;
  /** Of each node, by its id: its ends together, or a little where it has none. */
  readonly arcs: ReadonlyMap<string, number>;
  /** Of one gap. */
  readonly pad: number;
  /** Of one billion US dollars. */
  readonly billion: number;
}

/** A place on the ring, in radians from the start of the first group. */
export interface Arc {
  readonly id: string;
  readonly middle: number;
  readonly size: number;
}

/** How the ring lies on the page: a place p of it is at `rotation + sense · p`, in radians clockwise from the top. */
export interface Turn {
  readonly rotation: number;
  readonly sense: 1 | -1;
}

/** A gap between two groups in radians, and the share of the circle that all of them take at most. */
const PAD = 0.026;
const PADS = 0.2;
/** A node without anything to draw takes so many radians, and all of them at most a tenth of the circle. */
const EMPTY = 0.006;
/** No end takes more than a quarter of the circle: a flow has a direction only where its two ends face each other. */
const WIDEST = Math.PI / 2;
/** Another sequence is taken only when it is better by this share: small changes of an amount keep it. */
const CLEAR = 0.01;
/** What is less than this share of a sum is no difference but the last digits of it. */
const EQUAL = 1e-9;
const SWEEPS = 20;
const ROTATIONS = 72;
/** The middle of the largest group when nothing else decides: on the right, a little above the middle. */
const RIGHT = 0.42 * Math.PI;

/** The circle of a frame. */
export function circleOf({ width, height, rim, thickness }: Frame): Circle {
  return { x: width / 2, y: height / 2, radius: Math.min(width, height) / 2 - rim - thickness };
}

/** The nodes round the ring with a null wherever a column ends and another begins: the gap is doubled there. */
export function slots<T extends { readonly column: number }>(nodes: readonly T[]): (T | null)[] {
  return nodes.flatMap((node, index) => {
    const next = nodes[(index + 1) % nodes.length];
    return next && next.column !== node.column ? [node, null] : [node];
  });
}

/**
 * Divides the circle among the ends of links. Money takes the room that gaps and symbols leave, to scale, but never
 * less than the thinnest flow of the frame; what is no sum of money takes `symbol`, in units of the viewBox. Where the
 * smallest ends alone would fill half of the room, they shrink. What nothing takes goes to the gaps.
 */
export function shares(
  nodes: readonly SceneNode[],
  links: readonly SceneLink[],
  { thinnest, symbol }: Pick<Frame, 'thinnest' | 'symbol'>,
  radius: number,
): Shares {
  const count = Math.max(1, slots(nodes).length);
  const empty = Math.min(EMPTY, (0.2 * Math.PI) / Math.max(1, nodes.length));
  const linked = new Set(links.flatMap(({ source, target }) => [source, target]));
  const unlinked = empty * nodes.filter(({ id }) => !linked.has(id)).length;
  const room = 2 * Math.PI - Math.min(PAD * count, PADS * 2 * Math.PI) - unlinked;
  const values = links.flatMap(({ given, value }) => (given === 'money' ? [value] : []));
  const symbols = links.length - values.length;
  const smallest = (2 * (values.length * thinnest + symbols * symbol)) / radius;
  const shrunk = Math.min(1, room / 2 / (smallest || 1)) / radius;
  const billion = scaled(values, room / 2 - symbols * symbol * shrunk, thinnest * shrunk);
  const ends = new Map(
    links.map(({ id, given, value }) => [
      id,
      given === 'money' ? Math.max(value * billion, thinnest * shrunk) : symbol * shrunk,
    ]),
  );
  const arcs = new Map(nodes.map(({ id }) => [id, linked.has(id) ? 0 : empty]));
  for (const { id, source, target } of links)
    for (const node of [source, target]) arcs.set(node, (arcs.get(node) ?? 0) + (ends.get(id) ?? 0));
  const taken = [...arcs.values()].reduce((sum, arc) => sum + arc, 0);
  return { ends, arcs, pad: (2 * Math.PI - taken) / count, billion };
}

/** The factor by which values fill a room when none of them takes less than `least`, or more than the widest. */
function scaled(values: readonly number[], room: number, least: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  let sum = sorted.reduce((total, value) => total + value, 0);
  let left = room;
  for (const value of sorted) {
    if (value * left >= least * sum) break;
    sum -= value;
    left -= least;
  }
  const widest = WIDEST / (sorted.at(-1) ?? 1);
  return sum > 0 ? Math.min(widest, left / sum) : widest;
}

/** A node on its way to a place in the sequence. */
interface Seat {
  readonly node: SceneNode;
  readonly arc: number;
  readonly ties: { readonly other: Seat; readonly weight: number }[];
  middle: number;
}

/** The nodes where their sequence puts them, tied by their links. */
function seated(
  nodes: readonly SceneNode[],
  links: readonly SceneLink[],
  { ends, arcs, pad }: Shares,
): Seat[] {
  let angle = 0;
  const seats = slots(nodes).flatMap((node): Seat[] => {
    const arc = node ? (arcs.get(node.id) ?? 0) : 0;
    const middle = angle + arc / 2;
    angle += arc + pad;
    return node ? [{ node, arc, ties: [], middle }] : [];
  });
  const byId = new Map(seats.map((seat) => [seat.node.id, seat]));
  for (const link of links) {
    const [source, target] = [byId.get(link.source), byId.get(link.target)];
    const weight = ends.get(link.id) ?? 0;
    if (!source || !target || source === target) continue;
    source.ties.push({ other: target, weight });
    target.ties.push({ other: source, weight });
  }
  return seats;
}

/** Σ weight · sin(π · share of the circle between) over the ties of one node, were it at `middle`. */
function pull({ ties }: Seat, middle: number): number {
  let sum = 0;
  for (const { other, weight } of ties) sum += weight * Math.abs(Math.sin((other.middle - middle) / 2));
  return sum;
}

/** How far money goes on a ring of nodes in this sequence: Σ width · sin(π · share of the circle between), in radians. */
export function distance(nodes: readonly SceneNode[], links: readonly SceneLink[], given: Shares): number {
  return seated(nodes, links, given).reduce((sum, seat) => sum + pull(seat, seat.middle), 0) / 2;
}

/**
 * The nodes in the sequence of their columns; within a column so that money has short ways. Begins with the order the
 * chart gives and moves single nodes to the best place in their column, as long as one move is a clear improvement
 * (after circular sifting: Baur and Brandes, "Crossing reduction in circular layouts", 2004).
 */
export function sequence(
  nodes: readonly SceneNode[],
  links: readonly SceneLink[],
  given: Shares,
): SceneNode[] {
  const seats = seated(nodes, links, given);
  const columns = [...Map.groupBy(seats, ({ node }) => node.column).values()];
  let whole = seats.reduce((sum, seat) => sum + pull(seat, seat.middle), 0) / 2;
  for (let sweep = 0, moved = true; moved && sweep < SWEEPS; sweep++) {
    moved = false;
    for (const column of columns)
      for (const seat of [...column]) {
        const change = sifted(column, seat, given.pad, whole);
        whole += change;
        moved ||= change < 0;
      }
  }
  return columns.flat().map(({ node }) => node);
}

/** Moves a node to the best place in its column, or back to its own, and gives the change of the whole. */
function sifted(column: Seat[], seat: Seat, pad: number, whole: number): number {
  const from = column.indexOf(seat);
  let at = from;
  let change = 0;
  let best = { at, change };
  const step = (by: 1 | -1) => {
    const other = column[at + by];
    if (!other) return;
    // Only the two that change places move; the way between them stays the same.
    const [here, there] = [seat.middle + by * (other.arc + pad), other.middle - by * (seat.arc + pad)];
    change -= pull(seat, seat.middle) + pull(other, other.middle);
    [seat.middle, other.middle] = [here, there];
    change += pull(seat, here) + pull(other, there);
    [column[at], column[at + by]] = [other, seat];
    at += by;
    if (change < best.change - EQUAL * whole) best = { at, change };
  };
  while (at < column.length - 1) step(1);
  while (at > 0) step(-1);
  const to = -best.change > CLEAR * whole ? best : { at: from, change: 0 };
  while (at < to.at) step(1);
  return to.change;
}

/**
 * Of 72 rotations in both senses the one in which groups stand nearest to their seats, in units of the viewBox and
 * weighted by the root of their size. Without seats the largest group stands on the right and the sense is clockwise.
 */
export function turned(
  arcs: readonly Arc[],
  seats: ReadonlyMap<string, Point> | null,
  { x, y, radius }: Circle,
): Turn {
  const known = arcs.flatMap(({ id, middle, size }) => {
    const seat = seats?.get(id);
    return seat ? [{ middle, weight: Math.sqrt(size), seat }] : [];
  });
  if (known.length === 0) {
    const largest = arcs.reduce<Arc | undefined>(
      (most, arc) => (most && arc.size <= most.size * (1 + EQUAL) ? most : arc),
      undefined,
    );
    return { rotation: RIGHT - (largest?.middle ?? 0), sense: 1 };
  }
  const way = ({ rotation, sense }: Turn) =>
    known.reduce((sum, { middle, weight, seat }) => {
      const angle = rotation + sense * middle;
      return (
        sum +
        weight * Math.hypot(x + radius * Math.sin(angle) - seat.x, y - radius * Math.cos(angle) - seat.y)
      );
    }, 0);
  let best: Turn = { rotation: 0, sense: 1 };
  let least = way(best);
  for (const sense of [1, -1] as const)
    for (let step = 0; step < ROTATIONS; step++) {
      const turn = { rotation: (2 * Math.PI * step) / ROTATIONS, sense };
      const cost = way(turn);
      if (cost < least * (1 - EQUAL)) [best, least] = [turn, cost];
    }
  return best;
}
