// What shape has a flow on its way? Forward links swing from node to node, return links are led round in quarters.

import type { Frame } from './frame.ts';
import { place } from './frame.ts';
import type { Band, Box } from './geometry.ts';
import type { Across, Course, Slot } from './routes.ts';
import { lined } from './lines.ts';
import { lineTo, quarterTo } from './spine.ts';
import { refined } from './strip.ts';

/** Wider flows end bluntly: the point of an arrow as wide as they are is no point any more. */
const POINTED = 64;

/** Between two quarters a straight piece is twice as long as this: in motion it must not lead backward. */
const BETWEEN = 2;

/** A point along and across the columns. */
type Spot = readonly [along: number, across: number];

/** What all scenes of a chart share, and what dashes travel along in this one. */
export interface Setting {
  /** The near edge of each column along the drawing. */
  readonly columns: readonly number[];
  /** Where the drawing stands across. */
  readonly shift: number;
  /** The sum of one hairline, in billions of US dollars. */
  readonly perLine: number;
  /** Ids of links in the order in which money travels on them. */
  readonly travels: readonly string[];
}

/** The strips and nodes of a placed scene. */
export function bands(placed: Across, setting: Setting, frame: Frame): { bands: Band[]; boxes: Box[] } {
  const { columns, shift, perLine, travels } = setting;
  const start = (slot: Slot) => columns[slot.column] ?? 0;
  const drawn = placed.courses.map((course): Band => {
    const head = course.width > POINTED ? 0 : Math.min(8, 0.6 * course.width);
    const from = start(course.from) + frame.thickness;
    const to = start(course.to) - head;
    const spots = course.lane
      ? round(course, from, to, shift, head)
      : swing(course, from, to, shift, start, frame);
    return {
      ...lined(course.link, perLine),
      period: 0,
      travel: travels.indexOf(course.link.id),
      spine: pairs(spots).flatMap(([along, across]) => place(frame, along, across)),
      width: [course.width, course.width, course.width],
      head,
      bulge: [0, 0],
    };
  });
  // Forward flows by width, the widest first and so lowest; returns lie above them. Widths that differ in their last
  // digits are the same.
  const rank = new Map(
    placed.courses.map(({ link, width, lane }) => [
      `link:${link.id}`,
      Math.round(1e4 * width) * (lane ? -1 : 1),
    ]),
  );
  const rankOf = ({ key }: Band) => rank.get(key) ?? 0;
  drawn.sort((a, b) => rankOf(b) - rankOf(a) || (a.key < b.key ? -1 : 1));
  const boxes = placed.slots
    .filter(({ part }) => part === 'node')
    .map((slot): Box => {
      const [x, y] = place(frame, start(slot) + frame.thickness, (slot.start + slot.end) / 2 + shift);
      return {
        key: `node:${slot.id}`,
        x,
        y,
        angle: frame.format === 'wide' ? 0 : Math.PI / 2,
        length: slot.end - slot.start,
        curvature: 0,
        thickness: frame.thickness,
      };
    });
  return { bands: drawn, boxes };
}

const pairs = (numbers: readonly number[]): Spot[] =>
  Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);

/** One S for each step from column to column, straight through a passage; cut finer so that lines keep apart. */
function swing(
  course: Course,
  from: number,
  to: number,
  shift: number,
  start: (slot: Slot) => number,
  frame: Frame,
): number[] {
  let spine = [from, course.leaves + shift];
  let [along, across] = [from, course.leaves + shift];
  const step = (nextAlong: number, nextAcross: number) => {
    const half = (along + nextAlong) / 2;
    const curve = [along, across, half, across, half, nextAcross, nextAlong, nextAcross];
    spine = [...spine, ...refined(curve, course.width > 10 ? 4 : 2).slice(2)];
    [along, across] = [nextAlong, nextAcross];
  };
  for (const passage of course.passages) {
    const middle = (passage.start + passage.end) / 2 + shift;
    step(start(passage), middle);
    along = start(passage) + frame.thickness;
    spine = lineTo(spine, along, middle);
  }
  step(to, course.arrives + shift);
  return spine;
}

/** Out, a quarter, across, a quarter, back along the lane, a quarter, across, a quarter, in: nine pieces. */
function round(course: Course, from: number, to: number, shift: number, head: number): number[] {
  const { lane, width } = course;
  if (!lane) return [];
  const [leaves, arrives, across] = [course.leaves + shift, course.arrives + shift, lane.across + shift];
  const far = from + lane.beyond;
  const near = to + head - lane.before;
  // A return leaves its node and its lane on the same side; a local link comes to its lane from the one, and to its
  // node from the other.
  const away = across >= leaves ? 1 : -1;
  const home = arrives >= across ? 1 : -1;
  const radius = (rise: number, room: number) =>
    Math.max(width / 2, Math.min(room, Math.abs(rise) / 2 - BETWEEN));
  const out = radius(across - leaves, lane.beyond);
  const into = radius(across - arrives, lane.before - head);
  let spine = lineTo([from, leaves], far - out, leaves);
  spine = quarterTo(spine, [far, leaves], far, leaves + away * out);
  spine = lineTo(spine, far, across - away * out);
  spine = quarterTo(spine, [far, across], far - out, across);
  spine = lineTo(spine, near + into, across);
  spine = quarterTo(spine, [near, across], near, across + home * into);
  spine = lineTo(spine, near, arrives - home * into);
  spine = quarterTo(spine, [near, arrives], near + into, arrives);
  return lineTo(spine, to, arrives);
}
