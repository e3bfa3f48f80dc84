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
  /** A thin line to what it names, where it does not stand next to it. */
  readonly leader: Label['leader'];
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

/** Places for the name of a node: wide above, below, beside; page in the node, beside, above, below. */
export function besideNode(node: Rectangle, lines: readonly LabelLine[], frame: Frame): Candidate[] {
  const [x, y, width, height] = node;
  const [w, h] = extent(lines, frame);
  const wide = frame.format === 'wide';
  const gap = wide ? 5 : 8;
  const middle = x + width / 2 - w / 2;
  const candidate = (
    left: number,
    top: number,
    anchor: Label['anchor'],
    rank: number,
    more: Partial<Candidate> = {},
  ): Candidate => ({
    rectangle: [left, top, w, h],
    anchor,
    plate: false,
    inverse: false,
    leader: null,
    rank,
    ...more,
  });
  const row = (top: number, rank: number, leader: Label['leader']) => [
    candidate(middle, top, 'middle', rank, { leader }),
    candidate(x, top, 'start', rank + 1, { leader }),
    candidate(x + width - w, top, 'end', rank + 1, { leader }),
    ...(frame.dense
      ? [
          candidate(x + width / 2 - 0.25 * w, top, 'start', rank + 2, { leader }),
          candidate(x + width / 2 - 0.75 * w, top, 'end', rank + 2, { leader }),
        ]
      : []),
  ];
  const above = y - h - 3;
  const below = y + height + 3;
  const rows = [...row(above, 1, null), ...row(below, 4, null)];
  const level = y + height / 2 - h / 2;
  const sides = [
    candidate(x - gap - w, level, 'end', wide ? 6 : 1),
    candidate(x + width + gap, level, 'start', wide ? 6 : 2),
  ];
  // Past a return that runs close by.
  const past = (wide ? [] : [28, 52]).flatMap((away) => [
    candidate(x - gap - away - w, level, 'end', 4 + away / 10, {
      leader: [x - 2, y + height / 2, x - gap - away + 3, y + height / 2],
    }),
    candidate(x + width + gap + away, level, 'start', 4 + away / 10, {
      leader: [x + width + 2, y + height / 2, x + width + gap + away - 3, y + height / 2],
    }),
  ]);
  const inside =
    !wide && w + 12 <= width
      ? [candidate(middle, y + height / 2 - h / 2, 'middle', 0, { inverse: true })]
      : [];
  const farther = (frame.dense ? [1, 2, 3] : []).flatMap((steps) => {
    const away = steps * (h + 1);
    const centre = x + width / 2;
    return [
      ...row(above - away, 6 + 3 * steps, [centre, y - 1, centre, above - away + h]),
      ...row(below + away, 7 + 3 * steps, [centre, y + height + 1, centre, below + away + 1]),
    ];
  });
  return [...inside, ...rows, ...sides, ...past, ...farther];
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
      return {
        rectangle: at(away),
        anchor,
        plate: false,
        inverse: false,
        leader: null,
        rank: 2 * level + turn,
      };
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
        leader: null,
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

/** A flow is wide enough for its amount from here on, in units of the viewBox. */
const ROOMY = 11;
/** Along a flow so many places are looked at. */
const STEPS = 24;

/**
 * Places for the amount of a flow in a dense drawing: on the flow just behind its start, or, of a thin flow, beside it
 * there and farther along.
 */
export function atStart(band: Band, lines: readonly LabelLine[], frame: Frame): Candidate[] {
  const [w, h] = extent(lines, frame);
  const count = curves(band.spine);
  const wide = frame.format === 'wide';
  const first = pointAt(band.spine, 0, 0);
  // Set across a flow, an amount may reach a little over it on both sides.
  const needs = wide ? ROOMY : 0.62 * w;
  const result: Candidate[] = [];
  for (let step = 1; step < STEPS; step++) {
    const exact = (step / STEPS) * count;
    const curve = Math.min(count - 1, Math.floor(exact));
    const { x, y } = pointAt(band.spine, curve, exact - curve);
    const ahead = pointAt(band.spine, curve, Math.min(1, exact - curve + 1e-3));
    const away = wide ? Math.abs(x - first.x) - w / 2 : Math.abs(y - first.y) - h / 2;
    if (away < 5) continue;
    const width = widthAt(band, step / STEPS);
    const turn = Math.atan2(ahead.y - y, ahead.x - x);
    const lies = Math.abs(wide ? Math.sin(turn) : Math.cos(turn)) < 0.8;
    if (width >= needs && lies)
      result.push({
        rectangle: [x - w / 2, y - h / 2, w, h],
        anchor: 'middle',
        plate: true,
        inverse: false,
        leader: null,
        rank: (10 * step) / STEPS,
      });
    else {
      const [nx, ny] = [-Math.sin(turn), Math.cos(turn)];
      const beside = width / 2 + 3 + (Math.abs(nx) * w + Math.abs(ny) * h) / 2;
      for (const distance of [-beside, beside])
        result.push({
          rectangle: [x + nx * distance - w / 2, y + ny * distance - h / 2, w, h],
          anchor: Math.abs(ny) > Math.abs(nx) ? 'middle' : nx * distance > 0 ? 'start' : 'end',
          plate: false,
          inverse: false,
          leader: null,
          rank: 2 + (10 * step) / STEPS,
        });
    }
  }
  return result;
}

/** Places for the amount of a bar: wide over it, page at its end, else on it on a plate. */
export function atBar(band: Band, lines: readonly LabelLine[], frame: Frame): Candidate[] {
  const [w, h] = extent(lines, frame);
  const [x0, y0] = [band.spine[0] ?? 0, band.spine[1] ?? 0];
  const [x1, y1] = [band.spine.at(-2) ?? 0, band.spine.at(-1) ?? 0];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const half = band.width[1] / 2;
  const long = Math.hypot(x1 - x0, y1 - y0);
  const wide = frame.format === 'wide';
  const candidate = (left: number, top: number, anchor: Label['anchor'], plate: boolean, rank: number) => ({
    rectangle: [left, top, w, h] as const,
    anchor,
    plate,
    inverse: false,
    leader: null,
    rank,
  });
  const on = wide ? h + 30 <= 2 * half && w + 30 <= long : w + 30 <= 2 * half && h + 16 <= long;
  return [
    ...(on ? [candidate(x - w / 2, y - h / 2, 'middle', true, 0)] : []),
    ...(wide
      ? [
          candidate(x - w / 2, y - half - h - 6, 'middle', false, 1),
          candidate(x0, y - half - h - 6, 'start', false, 2),
        ]
      : [
          candidate(x + half + 8, y - h / 2, 'start', false, 1),
          candidate(x + half + 8, y0 + 2, 'start', false, 2),
        ]),
  ];
}
