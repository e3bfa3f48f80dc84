// How exact is a drawing written down? Rounds a geometry, so that the drawing and its file are the same numbers.

import type { Band, Box, Label } from './geometry.ts';
import { dashPeriod } from './strip.ts';

/** A dash and its gap, in units of the viewBox, as near as the length of a flow allows. */
const PERIOD = 11;

const rounded = (value: number, parts = 100) => Math.round(value * parts) / parts;

/** Units of the viewBox per billion, to four decimals. */
export const settledScale = (scale: number): number => rounded(scale, 1e4);

/** A band to two decimals, with the period of its dashes. */
export const settledBand = (band: Band): Band => ({
  ...band,
  period: rounded(dashPeriod(band.spine, PERIOD)),
  spine: band.spine.map((value) => rounded(value)),
  width: [rounded(band.width[0]), rounded(band.width[1]), rounded(band.width[2])],
  head: rounded(band.head),
  bulge: [rounded(band.bulge[0]), rounded(band.bulge[1])],
});

/** A box to two decimals, its directions to six. */
export const settledBox = (box: Box): Box => ({
  ...box,
  x: rounded(box.x),
  y: rounded(box.y),
  angle: rounded(box.angle, 1e6),
  length: rounded(box.length),
  curvature: rounded(box.curvature, 1e6),
});

/** A label to two decimals. */
export const settledLabel = (label: Label): Label => ({
  ...label,
  x: rounded(label.x),
  y: rounded(label.y),
  lines: label.lines.map((line) => ({ ...line, dy: rounded(line.dy) })),
  plate: quadruple(label.plate),
  extent: quadruple(label.extent),
  leader: quadruple(label.leader),
  turn: rounded(label.turn),
});

type Four = readonly [number, number, number, number];

const quadruple = (four: Four | null): Four | null =>
  four && [rounded(four[0]), rounded(four[1]), rounded(four[2]), rounded(four[3])];
