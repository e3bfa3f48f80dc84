// What is a drawing, in numbers? One scene of a chart in one format: strips, nodes and labels.

import type { Format } from '../model/chart.ts';
import type { Given } from '../model/scene.ts';

import type { Status } from '../model/schema.ts';
import type { Strip } from './strip.ts';

export type { Format };

/** A flow or a bar as it is drawn. */
export interface Band extends Strip {
  /** `link:<id>` or `bar:<id>`: the same thing has the same key in every scene. */
  readonly key: string;
  /** Keys of what it takes the place of, a flow or a bar: in motion the one becomes the other. */
  readonly replaces: readonly string[];
  /** Keys of the boxes where it begins and ends; null where it hangs free. */
  readonly source: string | null;
  readonly target: string | null;
  /** Money is drawn to scale in hairlines; what is no sum of money is a single line of its own look. */
  readonly given: Given;
  /** The kind of money, a class of the stylesheet. */
  readonly kind: string;
  /** What is known of the money: it decides on dashes and tint, and is a class of the stylesheet. */
  readonly status: Status;
  /** The number of hairlines: the value by the sum of one line, at least 1. */
  readonly lines: number;
  /** How many of them, the first ones, stand for money that has flowed. */
  readonly paid: number;
  /** How many of them, the last ones, stand for what „bis zu“ leaves open. */
  readonly open: number;
  /** The length of a dash and the gap after it, such that the flow ends with a whole dash. */
  readonly period: number;
  /** The place in the scene's cycle or focus, from 0; -1 when dashes do not travel along it. */
  readonly travel: number;
  /** False for what the scene shows but does not speak of. */
  readonly focus: boolean;
  /**
   * In motion only: the hairlines that are drawn, as shares of the width from -0.5, the left rail, to 0.5, the right
   * one. A tint stands for the others.
   */
  readonly few?: readonly number[];
}

/** A node: the edge its money leaves by, as a line or an arc, and how thick it is behind that edge. */
export interface Box {
  /** `node:<id>` */
  readonly key: string;
  /** The middle of the edge by which money leaves. */
  readonly x: number;
  readonly y: number;
  /** The direction in which money leaves, in radians clockwise from the x-axis. */
  readonly angle: number;
  /** The length of the edge. */
  readonly length: number;
  /** One by the radius of the edge when it is an arc round the way the money goes; 0 when it is straight. */
  readonly curvature: number;
  readonly thickness: number;
}

/** Which voice a line of a label speaks in; the sizes are in `frame.ts`, colour and weight in the stylesheet. */
export type Voice = 'name' | 'amount' | 'note';

/** One line of text of a label. */
export interface LabelLine {
  readonly text: string;
  readonly voice: Voice;
}

/** A line of a placed label. */
export interface SetLine extends LabelLine {
  /** Font size in units of the viewBox. */
  readonly size: number;
  /** The distance of its baseline from the first. */
  readonly dy: number;
}

/** A placed label. */
export interface Label {
  /** `node:<id>` or `link:<id>` */
  readonly key: string;
  /** The anchor of the first baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly SetLine[];
  /** A plate of paper behind a label that lies on hairlines, as x, y, width, height; null beside them. */
  readonly plate: readonly [number, number, number, number] | null;
  /** What its text takes up, as x, y, width, height; null where it is turned. */
  readonly extent: readonly [number, number, number, number] | null;
  /** A thin line from the label to what it names, as x, y, x, y, where it does not stand next to it. */
  readonly leader: readonly [number, number, number, number] | null;
  /** How far it is turned round its anchor, in degrees clockwise: round a crowded ring names stand like spokes. */
  readonly turn: number;
  /** The kind of the flow it names, null for a node. */
  readonly kind: string | null;
  /** True when it stands in a node, on ink. */
  readonly inverse: boolean;
  /** 0 to 1: less than 1 only in motion. */
  readonly opacity: number;
}

/** A scene laid out in a format. */
export interface Geometry {
  readonly chart: string;
  readonly scene: string;
  readonly format: Format;
  readonly width: number;
  readonly height: number;
  /** The sum of one hairline in billions of US dollars. */
  readonly perLine: number;
  /** Units of the viewBox per billion US dollars, the same in all scenes of the chart. */
  readonly scale: number;
  readonly bands: readonly Band[];
  readonly boxes: readonly Box[];
  readonly labels: readonly Label[];
}
