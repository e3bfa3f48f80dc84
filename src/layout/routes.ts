// How does each flow get from node to node? Ports on the nodes, lanes round the drawing, gutters between columns.

import type { SceneLink } from '../model/scene.ts';
import type { Frame } from './frame.ts';

/** A link with its width and the boxes on its way: source, passages, target. */
export interface Flow {
  readonly link: SceneLink;
  readonly width: number;
  readonly path: readonly string[];
  /** True when it leads to the same or an earlier column, and so round the drawing. */
  readonly returns: boolean;
}

/** A box in a column: a node, or the passage of a link through a column between its ends. */
export interface Slot {
  readonly id: string;
  readonly column: number;
  readonly passage: boolean;
  /** Extent across, in units of the viewBox, without the room for the name. */
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
  /** The way round of a return link; null for a forward link. */
  readonly lane: Lane | null;
}

/** The way round of a return link. */
export interface Lane {
  readonly side: 'above' | 'below';
  /** The middle of the lane, across. */
  readonly across: number;
  /** How far beyond the source and before the target its runs across the columns stand, along. */
  readonly beyond: number;
  readonly before: number;
}

/** A scene placed across the columns, from `start` to `end`. */
export interface Across {
  readonly slots: readonly Slot[];
  readonly courses: readonly Course[];
  readonly start: number;
  readonly end: number;
  /** What returns need of each gutter: before the first column, between columns, after the last. */
  readonly gutters: readonly number[];
}

/** Gives each flow its ports, each return link its lane, and each gutter its size. */
export function routed(
  flows: readonly Flow[],
  slots: readonly Slot[],
  columns: number,
  frame: Frame,
): Across {
  const slot = new Map(slots.map((one) => [one.id, one]));
  const find = (id: string | undefined): Slot => {
    const found = slot.get(id ?? '');
    if (!found) throw new Error(`no box for ${String(id)}`);
    return found;
  };
  const tracks = tracksOf(flows, slots, columns, frame, find);
  const leaving = ports('source', flows, slots, tracks, find);
  const arriving = ports('target', flows, slots, tracks, find);
  const beyond = runs('source', flows, tracks, frame, find);
  const before = runs('target', flows, tracks, frame, find);
  const courses = flows.map(({ link, width, path }): Course => {
    const track = tracks.get(link.id);
    return {
      link,
      width,
      from: find(link.source),
      to: find(link.target),
      leaves: leaving.get(link.id) ?? 0,
      arrives: arriving.get(link.id) ?? 0,
      passages: path.slice(1, -1).map(find),
      lane: track
        ? {
            side: link.side,
            across: track.across,
            beyond: beyond.get(link.id) ?? 0,
            before: before.get(link.id) ?? 0,
          }
        : null,
    };
  });
  const edges = [
    ...slots.flatMap(({ start, end, passage }) => [start - (passage ? 0 : frame.nameRoom), end]),
    ...courses.flatMap(({ lane, width }) => (lane ? [lane.across - width / 2, lane.across + width / 2] : [])),
  ];
  return {
    slots,
    courses,
    start: edges.length > 0 ? Math.min(...edges) : 0,
    end: edges.length > 0 ? Math.max(...edges) : 0,
    gutters: guttersOf(courses, columns, frame),
  };
}

interface Track {
  /** 0 is the lane next to the nodes of its side. */
  readonly index: number;
  readonly across: number;
}

type Find = (id: string | undefined) => Slot;

/** The lane of each return link: short ways round inside, each beyond all that stands in the columns it passes. */
function tracksOf(
  flows: readonly Flow[],
  slots: readonly Slot[],
  columns: number,
  frame: Frame,
  find: Find,
): Map<string, Track> {
  const tracks = new Map<string, Track>();
  for (const side of ['above', 'below'] as const) {
    const sign = side === 'below' ? 1 : -1;
    const hull = Array.from({ length: columns }, (_, column) =>
      Math.max(
        ...slots
          .filter((slot) => slot.column === column)
          .map(({ start, end, passage }) =>
            side === 'below' ? end : passage ? -start : frame.nameRoom - start,
          ),
      ),
    );
    const span = ({ link }: Flow) => find(link.source).column - find(link.target).column;
    flows
      .filter((flow) => flow.returns && flow.link.side === side)
      .sort((a, b) => span(a) - span(b) || (a.link.id < b.link.id ? -1 : 1))
      .forEach((flow, index) => {
        const first = find(flow.link.target).column;
        const last = find(flow.link.source).column;
        const edge = Math.max(...hull.slice(first, last + 1)) + frame.gap;
        hull.fill(edge + flow.width, first, last + 1);
        tracks.set(flow.link.id, { index, across: sign * (edge + flow.width / 2) });
      });
  }
  return tracks;
}

/** Where on its node each flow leaves (`source`) or arrives (`target`): the middle of its port, across. */
function ports(
  end: 'source' | 'target',
  flows: readonly Flow[],
  slots: readonly Slot[],
  tracks: ReadonlyMap<string, Track>,
  find: Find,
): Map<string, number> {
  const result = new Map<string, number>();
  for (const slot of slots) {
    const here = flows
      .filter((flow) => flow.link[end] === slot.id)
      .map((flow) => ({ flow, ...standing(flow, end, tracks, find) }))
      .sort((a, b) => a.group - b.group || a.rank - b.rank || (a.flow.link.id < b.flow.link.id ? -1 : 1));
    const free = slot.end - slot.start - here.reduce((sum, { flow }) => sum + flow.width, 0);
    let across = slot.start + free * openShare(here.map(({ group }) => group));
    for (const { flow } of here) {
      result.set(flow.link.id, across + flow.width / 2);
      across += flow.width;
    }
  }
  return result;
}

/**
 * The place of a flow on its node: returns above first, the inner one outermost, then forward links by where
 * they lead, then returns below, the inner one outermost again. So no two of them cross at the node.
 */
function standing(flow: Flow, end: 'source' | 'target', tracks: ReadonlyMap<string, Track>, find: Find) {
  const track = tracks.get(flow.link.id);
  if (track)
    return flow.link.side === 'above' ? { group: 0, rank: track.index } : { group: 2, rank: -track.index };
  const next = find(end === 'source' ? flow.path[1] : flow.path.at(-2));
  return { group: 1, rank: (next.start + next.end) / 2 };
}

/** How much of the open part of a side lies before its flows: all when they only come round from below. */
function openShare(groups: readonly number[]): number {
  if (groups.every((group) => group === 2)) return 1;
  return groups.every((group) => group === 0) ? 0 : 0.5;
}

/** How far from its node each return runs across the columns: inner lanes nearer. */
function runs(
  end: 'source' | 'target',
  flows: readonly Flow[],
  tracks: ReadonlyMap<string, Track>,
  frame: Frame,
  find: Find,
): Map<string, number> {
  const result = new Map<string, number>();
  const used = new Map<number, number>();
  const inner = (flow: Flow) => tracks.get(flow.link.id)?.index ?? 0;
  for (const flow of [...flows].filter(({ returns }) => returns).sort((a, b) => inner(a) - inner(b))) {
    const { column } = find(flow.link[end]);
    const from = (used.get(column) ?? 0) + frame.gap;
    result.set(flow.link.id, from + flow.width / 2);
    used.set(column, from + flow.width);
  }
  return result;
}

/** What returns take up of each gutter along the columns. */
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
