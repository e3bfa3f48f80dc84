// Where could a label stand? The candidate places of names and amounts, the best ones first in rank.

import type { Frame } from './frame.ts';
import type { Band, Box, Label, LabelLine } from './geometry.ts';
import { curves, pointAt, widthAt } from './strip.ts';
import { extent } from './text.ts';

/** A box in the drawing. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** A place for a label, and how much it is liked: 0 is best. */
export interface Candidate {
  readonly rectangle: Rectangle;
  readonly anchor: Label['anchor'];
  /** Lies on the band it names, on a plate of paper. */
  readonly plate: boolean;
  readonly inverse: boolean;
  readonly rank: number;
}

/** Shares of its length at which a flow may be labelled, from the middle outwards. */
const SHARES = Array.from(
  { length: 25 },
  (_, index) => 0.5 + Math.ceil(index / 2) * (index % 2 === 0 ? 0.03 : -0.03),
);
/** The box of a node whose edge is straight. */
export function rectangleOf(box: Box, frame: Frame): Rectangle {
  const { x, y, length, thickness } = box;
  return frame.format === 'wide'
    ? [x - thickness, y - length / 2, thickness, length]
    : [x - length / 2, y - thickness, length, thickness];
}

/** Places for the name of a node: wide above, then below; page in the node, beside, above, below. */
export function besideNode(node: Rectangle, lines: readonly LabelLine[], frame: Frame): Candidate[] {
  const [x, y, width, height] = node;
  const [w, h] = extent(lines, frame);
  const gap = frame.format === 'wide' ? 5 : 8;
  const middle = x + width / 2 - w / 2;
  const candidate = (
    left: number,
    top: number,
    anchor: Label['anchor'],
    rank: number,
    inverse = false,
  ): Candidate => ({
    rectangle: [left, top, w, h],
    anchor,
    plate: false,
    inverse,
    rank,
  });
  const above = y - h - 3;
  const below = y + height + 3;
  const rows = [
    candidate(middle, above, 'middle', 1),
    candidate(x, above, 'start', 2),
    candidate(x + width - w, above, 'end', 2),
    candidate(middle, below, 'middle', 4),
    candidate(x, below, 'start', 5),
    candidate(x + width - w, below, 'end', 5),
  ];
  if (frame.format === 'wide') return rows;
  const inside = w + 12 <= width ? [candidate(middle, y + height / 2 - h / 2, 'middle', 0, true)] : [];
  const level = y + height / 2 - h / 2;
  return [
    ...inside,
    candidate(x - gap - w, level, 'end', 1),
    candidate(x + width + gap, level, 'start', 2),
    ...rows,
  ];
}

/** Places for the name of a group: clear of the ring, further out from level to level, then to either side. */
export function outsideArc(box: Box, lines: readonly LabelLine[], frame: Frame): Candidate[] {
  const [w, h] = extent(lines, frame);
  const [cos, sin] = [-Math.cos(box.angle), -Math.sin(box.angle)];
  const radius = 1 / box.curvature;
  const centre = { x: box.x - cos * radius, y: box.y - sin * radius };
  const outer = radius + box.thickness;
  const anchor = Math.abs(cos) < 0.35 ? 'middle' : cos > 0 ? 'start' : 'end';
  const side = cos < 0 ? -1 : 1;
  return [4, 11, 18, 25, 32, 39, 46].flatMap((gap, level) =>
    [0, 0.35, 0.7, -0.35, -0.7].map((aside, turn): Candidate => {
      const at = (away: number): Rectangle => [
        centre.x + cos * (outer + away) - w / 2 + (cos * w) / 2 + side * aside * w,
        centre.y + sin * (outer + away) - h / 2 + (sin * h) / 2,
        w,
        h,
      ];
      let away = 0;
      while (nearestTo(centre, at(away)) < outer + gap && away < outer) away += 1;
      return { rectangle: at(away), anchor, plate: false, inverse: false, rank: 2 * level + turn };
    }),
  );
}

/** The distance from a point to the nearest point of a rectangle. */
function nearestTo(point: { readonly x: number; readonly y: number }, [x, y, w, h]: Rectangle): number {
  const beyond = (value: number, low: number, high: number) => Math.max(low - value, 0, value - high);
  return Math.hypot(beyond(point.x, x, x + w), beyond(point.y, y, y + h));
}

/** Places for the amount of a flow: on the band if it is wide enough there, else beside it. */
export function besideBand(band: Band, lines: readonly LabelLine[], frame: Frame): Candidate[] {
  const [w, h] = extent(lines, frame);
  const count = curves(band.spine);
  const gap = 8;
  return SHARES.flatMap((share, index): Candidate[] => {
    const exact = Math.min(count - 1e-6, share * count);
    const curve = Math.floor(exact);
    const spot = pointAt(band.spine, curve, exact - curve);
    const ahead = pointAt(band.spine, curve, exact - curve + 1e-3);
    const turn = Math.atan2(ahead.y - spot.y, ahead.x - spot.x);
    const [nx, ny] = [-Math.sin(turn), Math.cos(turn)];
    const reach = (Math.abs(nx) * w + Math.abs(ny) * h) / 2;
    const half = widthAt(band, share) / 2;
    const at = (distance: number, plate: boolean, rank: number): Candidate => {
      const [x, y] = [spot.x + nx * distance, spot.y + ny * distance];
      const anchor = plate || Math.abs(ny) > Math.abs(nx) ? 'middle' : nx * distance > 0 ? 'start' : 'end';
      return {
        rectangle: [x - w / 2, y - h / 2, w, h],
        anchor,
        plate,
        inverse: false,
        rank: rank + index / 3,
      };
    };
    const beside = half + gap + reach;
    // Enough of the flow has to run on beside the plate, and before and behind it, to be seen as one flow.
    const roomy = Math.abs(share - 0.5) <= 0.2 && 2 * half * 0.66 >= 2 * reach;
    const on = roomy ? [at(0, true, 0)] : [];
    return [...on, at(-beside, false, 3), at(beside, false, 3)];
  });
}
