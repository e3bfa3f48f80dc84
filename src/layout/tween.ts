// What is on the screen between two scenes? The geometry at a share t of the way from one to the other.

import { easeCubicInOut } from 'd3-ease';
import type { Band, Box, Geometry, Label } from './geometry.ts';
import { curves, part, refined } from './strip.ts';

/** When what leaves, moves and enters does so, as shares of the whole way. They overlap: one motion, not three. */
const STAGES = { leave: [0, 0.45], move: [0.12, 0.82], enter: [0.4, 1] } as const;
/** When the labels of the two scenes fade. */
const FADES = { out: [0, 0.22], in: [0.74, 1] } as const;

/**
 * The way from one geometry to another of the same format: 0 gives `from`, 1 gives `to`, themselves.
 * Links in both move; new ones grow from their source, leaving ones are drawn off into their target.
 * `from` may itself be on its way, so an interrupted motion goes on from what is on the screen.
 */
export function tween(from: Geometry, to: Geometry): (t: number) => Geometry {
  const bands = paired(from.bands, to.bands).map(bandWay);
  const boxes = paired(from.boxes, to.boxes).map(boxWay);
  const labels = paired(from.labels, to.labels).map(labelWay);
  return (t) => {
    if (t <= 0) return from;
    if (t >= 1) return to;
    return {
      ...to,
      bands: bands.flatMap((way) => way(t)),
      boxes: boxes.flatMap((way) => way(t)),
      labels: labels.flatMap((way) => way(t)),
    };
  };
}

type Way<T> = (t: number) => T[];

/**
 * What both scenes hold, in the order of the second; what only the first holds comes before, so it lies below.
 * A flow that took the place of another is paired with it: the one becomes the other.
 */
function paired<T extends Keyed>(from: readonly T[], to: readonly T[]): [T | null, T | null][] {
  const before = new Map(from.map((one) => [one.key, one]));
  const origin = (one: T) => before.get(one.key) ?? predecessor(one, before) ?? successor(one, from) ?? null;
  const pairs = to.map((one): [T | null, T] => [origin(one), one]);
  const kept = new Set(pairs.map(([one]) => one));
  return [...from.filter((one) => !kept.has(one)).map((one): [T, null] => [one, null]), ...pairs];
}

interface Keyed {
  readonly key: string;
  readonly replaces?: readonly string[];
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

const mix = (from: number, to: number, t: number) => from + (to - from) * t;

function bandWay([from, to]: [Band | null, Band | null]): Way<Band> {
  if (from && to) return movingBand(from, to);
  if (to) {
    // Nothing is drawn of a flow that has not begun: an empty strip would still show its dash.
    return (t) => {
      const share = during(STAGES.enter, t);
      return share > 0 ? [{ ...to, ...part(to, 0, share), travel: -1 }] : [];
    };
  }
  if (!from) return () => [];
  return (t) => {
    const share = during(STAGES.leave, t);
    return share < 1 ? [{ ...from, ...part(from, share, 1), travel: -1 }] : [];
  };
}

function movingBand(from: Band, to: Band): Way<Band> {
  const count = Math.max(curves(from.spine), curves(to.spine));
  const first = refined(from.spine, count);
  const second = refined(to.spine, count);
  return (t) => {
    const u = during(STAGES.move, t);
    return [
      {
        ...to,
        spine: second.map((value, index) => mix(first[index] ?? value, value, u)),
        width: [
          mix(from.width[0], to.width[0], u),
          mix(from.width[1], to.width[1], u),
          mix(from.width[2], to.width[2], u),
        ],
        period: mix(from.period, to.period, u),
        head: mix(from.head, to.head, u),
        bulge: [mix(from.bulge[0], to.bulge[0], u), mix(from.bulge[1], to.bulge[1], u)],
        // Hairlines are whole: they change in number where the width has changed enough.
        lines: Math.max(1, Math.round(mix(from.lines, to.lines, u))),
        status: u < 0.5 ? from.status : to.status,
        travel: -1,
      },
    ];
  };
}

function boxWay([from, to]: [Box | null, Box | null]): Way<Box> {
  if (from && to) {
    const turns = Math.round((from.angle - to.angle) / (2 * Math.PI)) * 2 * Math.PI;
    return (t) => {
      const u = during(STAGES.move, t);
      return [
        {
          key: to.key,
          x: mix(from.x, to.x, u),
          y: mix(from.y, to.y, u),
          angle: mix(from.angle, to.angle + turns, u),
          length: mix(from.length, to.length, u),
          curvature: mix(from.curvature, to.curvature, u),
          thickness: mix(from.thickness, to.thickness, u),
        },
      ];
    };
  }
  if (to) return (t) => [{ ...to, length: to.length * during([0.25, 0.6], t) }];
  if (!from) return () => [];
  return (t) => [{ ...from, length: from.length * (1 - during([0.3, 0.6], t)) }];
}

/** A label that says the same in both scenes moves; any other fades out where it stood and in where it will. */
function labelWay([from, to]: [Label | null, Label | null]): Way<Label> {
  if (from && to && sameText(from, to)) {
    return (t) => {
      const u = during(STAGES.move, t);
      const plate = to.plate?.map((value, index) => mix(from.plate?.[index] ?? value, value, u));
      return [
        {
          ...to,
          x: mix(from.x, to.x, u),
          y: mix(from.y, to.y, u),
          plate: plate ? [plate[0] ?? 0, plate[1] ?? 0, plate[2] ?? 0, plate[3] ?? 0] : null,
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

const sameText = (from: Label, to: Label) =>
  from.anchor === to.anchor &&
  from.inverse === to.inverse &&
  (from.plate === null) === (to.plate === null) &&
  from.lines.length === to.lines.length &&
  from.lines.every((line, index) => line.text === to.lines[index]?.text);
