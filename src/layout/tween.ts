// What is on the screen between two scenes? The geometry at a share t of the way from one to the other.

import { easeCubicInOut } from 'd3-ease';
import type { Band, Box, Geometry, Label } from './geometry.ts';
import { few } from './few.ts';
import { mix, strand, type Places } from './strands.ts';
import { nearest } from './pins.ts';
import { part, type Strip } from './strip.ts';

/** When what leaves, moves and enters does so, as shares of the whole way. They overlap: one motion, not three. */
const STAGES = { leave: [0, 0.45], move: [0.12, 0.82], enter: [0.4, 1] } as const;
/** When a node comes and goes: it stands as long as money leaves it or comes to it. */
const NODES = { enter: [0.4, 0.62], leave: [0.45, 0.75] } as const;
/** From so many on that come or go, each takes its time in a wave: less of the stage by this share. */
const CROWD = 10;
const WAVE = 0.62;
/** When the labels of the two scenes fade. */
const FADES = { out: [0, 0.22], in: [0.74, 1] } as const;

/**
 * The way from one geometry to another of the same format: 0 gives `from`, 1 gives `to`, themselves.
 * Links in both move; new ones grow from their source, leaving ones are drawn off into their target; all of them
 * stay on their nodes. `from` may itself be on its way, so an interrupted motion goes on from what is on the screen.
 */
export function tween(from: Geometry, to: Geometry): (t: number) => Geometry {
  const places = { from: placesOf(from.boxes), to: placesOf(to.boxes) };
  const boxes = paired(from.boxes, to.boxes).map(boxWay);
  const flows = paired(from.bands, to.bands);
  const drawn = few(flows);
  const entering = waves(
    STAGES.enter,
    flows.map(([one, other]) => (one ? null : other)),
  );
  const leaving = waves(
    STAGES.leave,
    flows.map(([one, other]) => (other ? null : one)),
  );
  const bands = flows.map((pair, index) =>
    bandWay(pair, places, drawn[index] ?? [], entering[index] ?? leaving[index] ?? STAGES.move),
  );
  const labels = paired(from.labels, to.labels).map(labelWay);
  return (t) => {
    if (t <= 0) return from;
    if (t >= 1) return to;
    const standing = boxes.flatMap((way) => way(t));
    const now = placesOf(standing);
    return {
      ...to,
      bands: bands.flatMap((way) => way(t, now)),
      boxes: standing,
      labels: labels.flatMap((way) => way(t)),
    };
  };
}

const placesOf = (boxes: readonly Box[]): Places => new Map(boxes.map((box) => [box.key, box]));

interface Keyed {
  readonly key: string;
  readonly replaces?: readonly string[];
}

/** A thing in the first scene and in the second; one of them may be missing. */
type Pair<T> = readonly [T, T] | readonly [T, null] | readonly [null, T];

/**
 * What both scenes hold, in the order of the second; what only the first holds comes before, so it lies below.
 * A flow that took the place of another is paired with it: the one becomes the other.
 */
function paired<T extends Keyed>(from: readonly T[], to: readonly T[]): Pair<T>[] {
  const before = new Map(from.map((one) => [one.key, one]));
  const origin = (one: T) => before.get(one.key) ?? predecessor(one, before) ?? successor(one, from) ?? null;
  const pairs = to.map((one): Pair<T> => {
    const first = origin(one);
    return first ? [first, one] : [null, one];
  });
  const kept = new Set(pairs.map(([one]) => one));
  return [...from.filter((one) => !kept.has(one)).map((one): Pair<T> => [one, null]), ...pairs];
}

/** What this one takes the place of. */
const predecessor = <T extends Keyed>(one: T, before: ReadonlyMap<string, T>) =>
  one.replaces?.map((key) => before.get(key)).find((found) => found !== undefined);

/** On the way back, what takes the place of this one. */
const successor = <T extends Keyed>(one: T, from: readonly T[]) =>
  from.find(({ replaces }) => replaces?.includes(one.key));

/** The share of a stage at t, eased at both ends. */
function during([start, end]: readonly [number, number], t: number): number {
  return easeCubicInOut(Math.min(1, Math.max(0, (t - start) / (end - start))));
}

type Stage = readonly [start: number, end: number];

/**
 * When each of those that come or go does so: one after the other from the top left, in a wave that is the wider the
 * fewer they are. It looks like money that spreads, and a frame has only those to draw anew that are on their way.
 */
function waves([start, end]: Stage, bands: readonly (Band | null)[]): (Stage | null)[] {
  const corner = ({ spine: [x = 0, y = 0] }: Band) => x + y;
  const all = bands.filter((band) => band !== null).sort((a, b) => corner(a) - corner(b));
  const length = (end - start) * (1 - WAVE * Math.min(1, (all.length - 1) / CROWD));
  return bands.map((band) => {
    if (!band) return null;
    const begin = start + (end - start - length) * (all.indexOf(band) / Math.max(1, all.length - 1));
    return [begin, begin + length];
  });
}

type BandWay = (t: number, now: Places) => Band[];

function bandWay(
  [from, to]: Pair<Band>,
  places: { from: Places; to: Places },
  lines: readonly number[],
  stage: Stage,
): BandWay {
  if (from && to) return movingBand(from, to, places, lines);
  if (to) {
    const shape = strand(to, to, places.to, places.to);
    const whole = [{ ...to, travel: -1, few: lines }];
    // Nothing is drawn of a flow that has not begun: an empty strip would still show its dash.
    return (t, now) => {
      const share = during(stage, t);
      if (share === 0) return [];
      if (share === 1 && grown(to, places.to, now)) return whole;
      const strip = part(fitted(shape(0, now), to, places.to, now), 0, share);
      return [{ ...to, ...strip, target: share < 1 ? null : to.target, travel: -1, few: lines }];
    };
  }
  const shape = strand(from, from, places.from, places.from);
  // What had not arrived when the motion was interrupted goes back to where it came from.
  const back = from.target === null && from.source !== null;
  return (t, now) => {
    const share = during(stage, t);
    const whole = fitted(shape(0, now), from, places.from, now);
    const left = back ? part(whole, 0, 1 - share) : part(whole, share, 1);
    const source = share > 0 && !back ? null : from.source;
    return share < 1 ? [{ ...from, ...left, source, travel: -1, few: lines }] : [];
  };
}

/** Whether both nodes of a band stand as they will. */
const grown = ({ source, target }: Band, then: Places, now: Places) =>
  [source, target].every((key) => key === null || now.get(key)?.length === then.get(key)?.length);

/** A strip that comes or goes, no wider than the nodes that grow for it or shrink without it leave it room. */
function fitted(strip: Strip, { source, target }: Band, then: Places, now: Places): Strip {
  const share = (key: string | null) => {
    const [full, present] = [then.get(key ?? '')?.length ?? 0, now.get(key ?? '')?.length ?? 0];
    return full > 0 ? Math.min(1, present / full) : 1;
  };
  const [start, end] = [share(source), share(target)];
  const [first, middle, last] = strip.width;
  return { ...strip, width: [first * start, middle * Math.min(start, end), last * end] };
}

function movingBand(
  from: Band,
  to: Band,
  places: { from: Places; to: Places },
  drawn: readonly number[],
): BandWay {
  const shape = strand(from, to, places.from, places.to);
  return (t, now) => {
    const u = during(STAGES.move, t);
    const { kind, status, given } = u < 0.5 ? from : to;
    // Hairlines are whole: they change in number where the width has changed enough.
    const lines = Math.max(1, Math.round(mix(from.lines, to.lines, u)));
    const paid = Math.min(lines, Math.round(mix(from.paid, to.paid, u)));
    return [
      {
        ...to,
        ...shape(u, now),
        ...{ kind, status, given, lines, paid },
        open: Math.min(lines - paid, Math.round(mix(from.open, to.open, u))),
        source: from.source === to.source ? to.source : null,
        target: from.target === to.target ? to.target : null,
        period: mix(from.period, to.period, u),
        travel: -1,
        few: drawn,
      },
    ];
  };
}

function boxWay([from, to]: Pair<Box>): (t: number) => Box[] {
  if (from && to) {
    const angle = nearest(from.angle, to.angle);
    return (t) => {
      const u = during(STAGES.move, t);
      return [
        {
          key: to.key,
          x: mix(from.x, to.x, u),
          y: mix(from.y, to.y, u),
          angle: mix(from.angle, angle, u),
          length: mix(from.length, to.length, u),
          curvature: mix(from.curvature, to.curvature, u),
          thickness: mix(from.thickness, to.thickness, u),
        },
      ];
    };
  }
  const [box, share] = to
    ? [to, (t: number) => during(NODES.enter, t)]
    : [from, (t: number) => 1 - during(NODES.leave, t)];
  return (t) => (share(t) > 0 ? [{ ...box, length: box.length * share(t) }] : []);
}

/** A label that says the same in both scenes moves; any other fades out where it stood and in where it will. */
function labelWay([from, to]: Pair<Label>): (t: number) => Label[] {
  if (from && to && sameText(from, to)) {
    return (t) => {
      const u = during(STAGES.move, t);
      return [
        {
          ...to,
          x: mix(from.x, to.x, u),
          y: mix(from.y, to.y, u),
          plate: mixedFour(from.plate, to.plate, u),
          extent: mixedFour(from.extent, to.extent, u),
          leader: mixedFour(from.leader, to.leader, u),
          opacity: mix(from.opacity, to.opacity, u),
        },
      ];
    };
  }
  return (t) => {
    const out = from ? from.opacity * (1 - during(FADES.out, t)) : 0;
    if (from && out > 0) return [{ ...from, opacity: out }];
    const into = to ? to.opacity * during(FADES.in, t) : 0;
    return to && into > 0 ? [{ ...to, opacity: into }] : [];
  };
}

type Four = readonly [number, number, number, number];

const mixedFour = (from: Four | null, to: Four | null, u: number): Four | null =>
  from &&
  to && [mix(from[0], to[0], u), mix(from[1], to[1], u), mix(from[2], to[2], u), mix(from[3], to[3], u)];

const sameText = (from: Label, to: Label) =>
  from.anchor === to.anchor &&
  from.inverse === to.inverse &&
  from.turn === to.turn &&
  (from.plate === null) === (to.plate === null) &&
  (from.leader === null) === (to.leader === null) &&
  from.lines.length === to.lines.length &&
  from.lines.every((line, index) => line.text === to.lines[index]?.text);
