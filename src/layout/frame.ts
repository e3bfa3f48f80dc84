// In what space is a chart laid out? The sizes of a format, in units of its viewBox.

import type { SceneNetwork } from '../model/scene.ts';
import type { Format, Voice } from './geometry.ts';

/** Lengths of a format. Along is the direction of the columns, across the other one. */
export interface Frame {
  readonly format: Format;
  readonly width: number;
  readonly height: number;
  readonly along: number;
  readonly across: number;
  /** True where many nodes share the drawing: names are smaller, amounts stand on their flows without a note. */
  readonly dense: boolean;
  /** Paper left free at each edge of the drawing. */
  readonly margin: number;
  /** Room over the drawing for the roles of its columns. */
  readonly head: number;
  /** Paper left free before the first column and behind the last, for names that stand there. */
  readonly ends: number;
  /** How thick a node is along the columns. */
  readonly thickness: number;
  /** Free space between two boxes of a column. */
  readonly padding: number;
  /** Room beside a box, across the columns, for the name of its node. */
  readonly nameRoom: number;
  /** The same for the name of a group and the names of its members. */
  readonly groupRoom: number;
  /** Free space between a node and the lane that runs round it, and between two lanes. */
  readonly gap: number;
  /** Room outside a ring for its names. */
  readonly rim: number;
  /** The least distance between two columns. */
  readonly reach: number;
  /**
   * How much a return pushes its nodes to the other side, against a forward flow of the same width. A loop that
   * encloses an open space is seen as a loop, and its labels have room inside it.
   */
  readonly push: number;
  /** No flow is drawn narrower than this. */
  readonly thinnest: number;
  /** The width of what is no sum of money, and so has no scale. */
  readonly symbol: number;
  /** Font sizes. */
  readonly sizes: Readonly<Record<Voice, number>>;
}

/** The narrowest pitch at which hairlines stay apart on a common screen. */
export const PITCH = 2.2;

/** The width of the `page` and `wide` viewBoxes. The height is the chart's own. */
const WIDTHS: Readonly<Record<Format, number>> = { page: 360, wide: 800 };

/** A drawing with more nodes or more flows than these is dense. */
const DENSE = { nodes: 7, links: 9 };

/** Whether so much stands in a drawing at once that it is dense. */
export const isDense = (scene: Pick<SceneNetwork, 'nodes' | 'links'>): boolean =>
  scene.nodes.length > DENSE.nodes || scene.links.length > DENSE.links;

/** The frame of a chart in a format, `height` in units of the viewBox; `headed` with the roles of its columns over it. */
export function frame(format: Format, height: number, dense = false, headed = false): Frame {
  const width = WIDTHS[format];
  const wide = format === 'wide';
  const name = dense ? (wide ? 14 : 12) : wide ? 20 : 15;
  return {
    format,
    width,
    height,
    along: wide ? width : height,
    across: wide ? height : width,
    dense,
    margin: wide ? 6 : 4,
    head: wide && headed ? 26 : 0,
    ends: wide ? 6 : dense ? 5.2 * name : 4,
    thickness: wide ? (dense ? 10 : 12) : dense ? 15 : 18,
    padding: wide ? (dense ? 10 : 22) : 16,
    nameRoom: wide ? 1.3 * name : 0,
    groupRoom: wide ? 1.3 * name + 30 : 0,
    gap: wide ? (dense ? 12 : 30) : dense ? 9 : 15,
    rim: (wide ? 0.065 : 0.135) * Math.min(width, height),
    reach: wide ? (dense ? 60 : 90) : 46,
    push: dense ? 0 : wide ? 9 : 24,
    thinnest: wide ? 1.6 : 1.2,
    symbol: wide ? 3 : 2.4,
    sizes: wide
      ? { name, amount: dense ? 13 : 21, note: dense ? 12 : 15.5 }
      : { name, amount: dense ? 11 : 15, note: dense ? 10.5 : 12.5 },
  };
}

/** The same frame with its free space smaller by a factor. */
export function shrunk(frame: Frame, factor: number): Frame {
  return {
    ...frame,
    padding: frame.padding * factor,
    gap: frame.gap * factor,
    reach: frame.reach * factor,
  };
}

/** The same frame with all its distances smaller by a factor, the room for names and the thinnest flows among them. */
export function squeezed(frame: Frame, factor: number): Frame {
  return {
    ...shrunk(frame, factor),
    nameRoom: frame.nameRoom * factor,
    groupRoom: frame.groupRoom * factor,
    thinnest: frame.thinnest * factor,
    symbol: frame.symbol * factor,
  };
}

/** A point given along and across the columns, as x and y. `page` is `wide` with the axes swapped. */
export function place(frame: Frame, along: number, across: number): [number, number] {
  return frame.format === 'wide' ? [along, across] : [across, along];
}
