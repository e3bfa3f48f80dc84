// In what space is a chart laid out? The sizes of a format, in units of its viewBox.

import type { Format, Voice } from './geometry.ts';

/** Lengths of a format. Along is the direction of the columns, across the other one. */
export interface Frame {
  readonly format: Format;
  readonly width: number;
  readonly height: number;
  readonly along: number;
  readonly across: number;
  /** Paper left free at each edge of the drawing. */
  readonly margin: number;
  /** How thick a node is along the columns. */
  readonly thickness: number;
  /** Free space between two boxes of a column. */
  readonly padding: number;
  /** Room beside a box, across the columns, for the name of its node. */
  readonly nameRoom: number;
  /** Free space between a node and the lane that runs round it, and between two lanes. */
  readonly gap: number;
  /** The least distance between two columns. */
  readonly reach: number;
  /**
   * How much a return pushes its nodes to the other side, against a forward flow of the same width. A loop that
   * encloses an open space is seen as a loop, and its labels have room inside it.
   */
  readonly push: number;
  /** No flow is drawn narrower than this. */
  readonly thinnest: number;
  /** Font sizes. */
  readonly sizes: Readonly<Record<Voice, number>>;
}

/** The narrowest pitch at which hairlines stay apart on a common screen. */
export const PITCH = 2.2;

/** The width of the `page` and `wide` viewBoxes. The height is the chart's own. */
const WIDTHS: Readonly<Record<Format, number>> = { page: 360, wide: 800 };

/** The frame of a chart in a format. `height` in units of the viewBox. */
export function frame(format: Format, height: number): Frame {
  const width = WIDTHS[format];
  const wide = format === 'wide';
  return {
    format,
    width,
    height,
    along: wide ? width : height,
    across: wide ? height : width,
    margin: wide ? 6 : 4,
    thickness: wide ? 12 : 18,
    padding: wide ? 22 : 16,
    nameRoom: wide ? 26 : 0,
    gap: wide ? 30 : 15,
    reach: wide ? 90 : 46,
    push: wide ? 9 : 24,
    thinnest: wide ? 1.6 : 1.2,
    sizes: wide ? { name: 20, amount: 21, note: 15.5 } : { name: 15, amount: 15, note: 12.5 },
  };
}

/** The same frame with all its distances shorter by a factor. */
export function shrunk(frame: Frame, factor: number): Frame {
  return {
    ...frame,
    padding: frame.padding * factor,
    nameRoom: frame.nameRoom * factor,
    gap: frame.gap * factor,
    reach: frame.reach * factor,
    thinnest: frame.thinnest * factor,
  };
}

/** The same frame for a ring, which has many names and all the room outside it. */
export function ringFrame(frame: Frame): Frame {
  return { ...frame, sizes: { ...frame.sizes, name: frame.format === 'wide' ? 14 : 11.5 } };
}

/** A point given along and across the columns, as x and y. `page` is `wide` with the axes swapped. */
export function place(frame: Frame, along: number, across: number): [number, number] {
  return frame.format === 'wide' ? [along, across] : [across, along];
}
