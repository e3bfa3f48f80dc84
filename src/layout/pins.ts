// How does a strip stay on its nodes while they move, turn and bend? Its ends are kept as seen from the node's edge.

import type { Box } from './geometry.ts';
import type { Spine } from './strip.ts';

/** Which end of a strip: where money leaves a node, or where it comes to one. */
export type End = 'source' | 'target';

/** An end of a strip, as seen from the edge by which money leaves its node. */
export interface Pin {
  /** Along the edge from its middle, to the right of the way money leaves. */
  readonly offset: number;
  /** Ahead of the edge; less than 0 where money comes in behind it. */
  readonly distance: number;
  /** The direction in which the strip runs there, against the one in which money leaves, in radians. */
  readonly turn: number;
  /** The length of the edge it was measured on. */
  readonly length: number;
}

/** An end of a spine in the drawing: the point, and the direction in which the strip runs there, in radians. */
export interface Tip {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** A direction in radians, turned by whole turns to the one nearest to another. */
export const nearest = (from: number, to: number): number =>
  to + Math.round((from - to) / (2 * Math.PI)) * 2 * Math.PI;

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;

/** An edge that bends less is straight: of angles so small too little is left to divide. */
const STRAIGHT = 1e-9;

/** An end of a spine. */
export function tip(spine: Spine, end: End): Tip {
  const last = spine.length - 2;
  const [joint, step, sign] = end === 'source' ? [0, 2, 1] : [last, -2, -1];
  const [x, y] = [at(spine, joint), at(spine, joint + 1)];
  let to = joint + step;
  // A handle of no length points where the next point is.
  while (to > 0 && to < last && Math.hypot(at(spine, to) - x, at(spine, to + 1) - y) < 1e-9) to += step;
  return { x, y, angle: Math.atan2(sign * (at(spine, to + 1) - y), sign * (at(spine, to) - x)) };
}

/** An end as seen from a box. */
export function pin(box: Box, { x, y, angle }: Tip): Pin {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const ahead = (x - box.x) * cos + (y - box.y) * sin;
  const aside = (y - box.y) * cos - (x - box.x) * sin;
  // From the middle of the edge's circle, in units of its radius; written so that it holds for a straight edge too.
  const [inward, sideward] = [1 - box.curvature * ahead, box.curvature * aside];
  const bend = Math.atan2(sideward, inward);
  return {
    offset: Math.abs(box.curvature) < STRAIGHT ? aside / inward : bend / box.curvature,
    distance:
      (2 * ahead - box.curvature * (ahead * ahead + aside * aside)) / (1 + Math.hypot(inward, sideward)),
    turn: nearest(0, angle - box.angle + bend),
    length: box.length,
  };
}

/** Where a pinned end is on a box that may have moved, turned, bent or grown since. */
export function tipOn(box: Box, { offset, distance, turn, length }: Pin): Tip {
  const place = length > 0 ? (offset * box.length) / length : offset;
  const bend = place * box.curvature;
  const direction = box.angle - bend;
  const middle = box.angle - bend / 2;
  const chord = Math.abs(bend) < 1e-6 ? place : (place * Math.sin(bend / 2)) / (bend / 2);
  return {
    x: box.x - chord * Math.sin(middle) + distance * Math.cos(direction),
    y: box.y + chord * Math.cos(middle) + distance * Math.sin(direction),
    angle: direction + turn,
  };
}

/** A pin between two, at a share u of the way. */
export const mixedPin = (from: Pin, to: Pin, u: number): Pin => ({
  offset: from.offset + (to.offset - from.offset) * u,
  distance: from.distance + (to.distance - from.distance) * u,
  turn: from.turn + (to.turn - from.turn) * u,
  length: from.length + (to.length - from.length) * u,
});
