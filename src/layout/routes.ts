// How does each flow get from node to node? Ports on the nodes, lanes round the drawing, gutters between columns.

import type { SceneLink } from '../model/scene.ts';
import type { Frame } from './frame.ts';
import { lanesOn, type Draft, type Flow, type Plan } from './plan.ts';

/** A box in a column: a node, the passage of a link between its ends, or the lane of a local link. */
export interface Slot {
  readonly id: string;
  readonly column: number;
  readonly part: Draft['part'];
  /** Room before it for a name, across. */
  readonly room: number;
  /** Extent across, in units of the viewBox, without that room. */
  readonly start: number;
  readonly end: number;
}

/** A flow with its width and its places across. */
export interface Course {
  readonly link: SceneLink;
  readonly width: number;
  readonly from: Slot;
  readonly to: Slot;
  /** Where its middle leaves and arrives, across. */
  readonly leaves: number;
  readonly arrives: number;
  readonly passages: readonly Slot[];
  /** The way round of a return or local link; null for a forward link. */
  readonly lane: Lane | null;
}

/** The way round of a link that leads to the same or an earlier column. */
export interface Lane {
  /** The middle of the lane, across. */
  readonly across: number;
  /** How far beyond the source and before the target its runs across the columns stand, along. */
  readonly beyond: number;
  readonly before: number;
}

/** A scene placed across the columns, from `start` to `end`. */
export interface Across {
  readonly slots: readonly Slot[];
  /** Of each column, the indices of its slots from the top. */
  readonly rows: readonly (readonly number[])[];
  readonly courses: readonly Course[];
  readonly start: number;
  readonly end: number;
  /** What links that run round need of each gutter: before the first column, between columns, after the last. */
  readonly gutters: readonly number[];
}

/** Gives each flow its ports, each link that runs round its lane, and each gutter its size; `settled` lanes stay. */
export function routed(
  plan: Plan,
  slots: readonly Slot[],
  columns: number,
  frame: Frame,
  settled: ReadonlyMap<string, Lane> | null,
): Across {
  const { flows, rows } = plan;
  const slot = (index: number | undefined): Slot => {
    const found = slots[index ?? -1];
    if (!found) throw new Error(`no box ${String(index)}`);
    return found;
  };
  const tracks = tracksOf(plan, slot, columns, frame, settled);
  const leaves = ports('source', flows, slots, tracks);
  const arrives = ports('target', flows, slots, tracks);
  const beyond = runs('source', flows, slots, tracks, leaves, frame);
  const before = runs('target', flows, slots, tracks, arrives, frame);
  const courses = flows.map(({ link, width, source, target, way }, index): Course => {
    const track = tracks[index];
    const lane = track && {
      across: track.across,
      beyond: beyond[index] ?? 0,
      before: before[index] ?? 0,
    };
    return {
      link,
      width,
      from: slot(source),
      to: slot(target),
      leaves: leaves[index] ?? 0,
      arrives: arrives[index] ?? 0,
      passages: lane ? [] : way.slice(1, -1).map(slot),
      lane: lane ? (settled?.get(link.id) ?? lane) : null,
    };
  });
  let [start, end] = slots.length > 0 ? [Infinity, -Infinity] : [0, 0];
  for (const one of slots) {
    start = Math.min(start, one.start - one.room);
    end = Math.max(end, one.end);
  }
  for (const { lane, width } of courses) {
    if (!lane) continue;
    start = Math.min(start, lane.across - width / 2);
    end = Math.max(end, lane.across + width / 2);
  }
  return { slots, rows, courses, start, end, gutters: guttersOf(courses, columns, frame) };
}

/** Where a link that runs round does so. */
interface Track {
  /** Its turn among all that run round, seen from its source and from its target: the least is innermost there. */
  readonly out: number;
  readonly into: number;
  readonly across: number;
}

/** The lanes of all links that run round, by the index of the flow. */
function tracksOf(
  plan: Plan,
  slot: (index: number | undefined) => Slot,
  columns: number,
  frame: Frame,
  settled: ReadonlyMap<string, Lane> | null,
): (Track | undefined)[] {
  const { flows, rows } = plan;
  const tracks = new Array<Track | undefined>(flows.length).fill(undefined);
  const middle = ({ start, end }: Slot) => (start + end) / 2;
  // In places, not in units: lengths that are equal may differ in their last digit.
  const place = new Map(rows.flatMap((row) => row.map((box, at) => [box, at] as const)));
  const locals = flows
    .flatMap(({ turn, way, source, target, link }, index) => {
      const far = Math.abs((place.get(source) ?? 0) - (place.get(target) ?? 0));
      return turn === 'local' ? [{ index, id: link.id, far, across: middle(slot(way[0])) }] : [];
    })
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1));
  locals.forEach(({ index, across }, place) => {
    // A short way is innermost at its source; at a target the lane of a long way is nearest. All are nearer than returns.
    tracks[index] = { out: place - locals.length, into: -1 - place, across };
  });
  for (const side of ['above', 'below'] as const) {
    const sign = side === 'below' ? 1 : -1;
    const hull = Array.from({ length: columns }, (_, column) => {
      const row = rows[column] ?? [];
      if (row.length === 0) return -Infinity;
      const outer = slot(side === 'below' ? row.at(-1) : row[0]);
      return side === 'below' ? outer.end : outer.room - outer.start;
    });
    const inner = lanesOn(plan, side).map((index) => {
      const flow = flows[index];
      if (!flow) throw new Error(`no flow ${String(index)}`);
      const { link, width, source, target } = flow;
      const [first, last] = [slot(target).column, slot(source).column];
      let edge = -Infinity;
      for (let column = first; column <= last; column++) edge = Math.max(edge, hull[column] ?? edge);
      edge += frame.gap;
      hull.fill(edge + width, first, last + 1);
      return { index, across: settled?.get(link.id)?.across ?? sign * (edge + width / 2) };
    });
    // Lanes that are settled already keep their order too.
    if (settled) inner.sort((a, b) => sign * (a.across - b.across));
    inner.forEach(({ index, across }, place) => {
      tracks[index] = { out: place, into: place, across };
    });
  }
  return tracks;
}

/** Where on its node each flow leaves (`source`) or arrives (`target`): the middle of its port, across. */
function ports(
  end: 'source' | 'target',
  flows: readonly Flow[],
  slots: readonly Slot[],
  tracks: readonly (Track | undefined)[],
): Float64Array {
  const result = new Float64Array(flows.length);
  const here = new Map<number, { index: number; width: number; group: number; rank: number }[]>();
  flows.forEach((flow, index) => {
    const standing = { index, width: flow.width, ...standingOf(flow, end, slots, tracks[index]) };
    const others = here.get(flow[end]);
    if (others) others.push(standing);
    else here.set(flow[end], [standing]);
  });
  for (const [node, standings] of here) {
    const slot = slots[node];
    if (!slot) continue;
    standings.sort((a, b) => a.group - b.group || a.rank - b.rank || a.index - b.index);
    const free = slot.end - slot.start - standings.reduce((sum, { width }) => sum + width, 0);
    let across = slot.start + free * openShare(standings);
    for (const { index, width } of standings) {
      result[index] = across + width / 2;
      across += width;
    }
  }
  return result;
}

/** The groups of ports on a node from the top. */
const LOCAL_ABOVE = 0;
const ABOVE = 1;
const FORWARD = 2;
const BELOW = 3;
const LOCAL_BELOW = 4;

/**
 * The place of a flow on its node: what runs round above comes first, the inner one outermost, then forward links by
 * where they lead, then what runs round below, the inner one outermost again. So no two of them cross at the node.
 */
function standingOf(
  flow: Flow,
  end: 'source' | 'target',
  slots: readonly Slot[],
  track: Track | undefined,
): { group: number; rank: number } {
  const middle = (index: number | undefined) => {
    const slot = slots[index ?? -1];
    return slot ? (slot.start + slot.end) / 2 : 0;
  };
  if (!track) return { group: FORWARD, rank: middle(end === 'source' ? flow.way[1] : flow.way.at(-2)) };
  const inner = end === 'source' ? track.out : track.into;
  const above = flow.turn === 'local' ? track.across < middle(flow[end]) : flow.link.side === 'above';
  if (flow.turn === 'local')
    return above ? { group: LOCAL_ABOVE, rank: inner } : { group: LOCAL_BELOW, rank: -inner };
  return above ? { group: ABOVE, rank: inner } : { group: BELOW, rank: -inner };
}

/** How much of the open part of a side lies before its flows: all when they only come round from below. */
function openShare(standings: readonly { readonly group: number }[]): number {
  if (standings.every(({ group }) => group >= BELOW)) return 1;
  return standings.every(({ group }) => group <= ABOVE) ? 0 : 0.5;
}

/**
 * How far from its node the run of each flow that goes round stands, along: the inner ones nearer, and two of them at
 * the same distance where they do not meet across.
 */
function runs(
  end: 'source' | 'target',
  flows: readonly Flow[],
  slots: readonly Slot[],
  tracks: readonly (Track | undefined)[],
  ports: Float64Array,
  frame: Frame,
): Float64Array {
  const result = new Float64Array(flows.length);
  const taken = new Map<number, { start: number; end: number; far: number }[]>();
  const inner = flows
    .flatMap(({ link, width, ...flow }, index) => {
      const track = tracks[index];
      if (!track) return [];
      const turn = end === 'source' ? track.out : track.into;
      return [{ index, id: link.id, width, node: flow[end], turn, track }];
    })
    .sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
  for (const { index, width, node, track } of inner) {
    const port = ports[index] ?? 0;
    const column = slots[node]?.column ?? 0;
    const others = taken.get(column) ?? [];
    const start = Math.min(port, track.across) - width / 2 - frame.gap / 2;
    const stop = Math.max(port, track.across) + width / 2 + frame.gap / 2;
    let near = 0;
    for (const other of others) if (other.start < stop && other.end > start) near = Math.max(near, other.far);
    near += frame.gap;
    result[index] = near + width / 2;
    others.push({ start, end: stop, far: near + width });
    taken.set(column, others);
  }
  return result;
}

/** What flows that run round take up of each gutter along the columns. */
function guttersOf(courses: readonly Course[], columns: number, frame: Frame): number[] {
  const beyond = new Array<number>(columns + 1).fill(0);
  const before = new Array<number>(columns + 1).fill(0);
  for (const { lane, from, to, width } of courses) {
    if (!lane) continue;
    beyond[from.column + 1] = Math.max(beyond[from.column + 1] ?? 0, lane.beyond + width / 2);
    before[to.column] = Math.max(before[to.column] ?? 0, lane.before + width / 2);
  }
  return beyond.map((size, gutter) => {
    const inner = gutter > 0 && gutter < columns;
    const sum = size + (before[gutter] ?? 0);
    return inner && sum > 0 ? sum + frame.gap : sum;
  });
}
