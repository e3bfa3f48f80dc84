// What is drawn? The marks of a geometry in the order they are painted, each a path or a label with its key.
// The build writes them down as SVG, the stage sets them on elements: the same marks, the same drawing.

import type { Band, Box, Geometry, Label, SetLine } from '../layout/geometry.ts';
import { along, curves, DASH, hairline, lengths, pointAt, type Strip } from '../layout/strip.ts';
import { LINES } from './lines.ts';

/** One path, in tenths of a unit of the viewBox. */
export interface PathMark {
  readonly type: 'path';
  readonly key: string;
  readonly className: string;
  readonly d: string;
  /** Line weight in tenths, where it differs from flow to flow. */
  readonly weight: number | null;
  /** Lengths of dash and gap in tenths, for lines that are not firm yet. */
  readonly dash: string | null;
}

/** One label, in units of the viewBox. */
export interface LabelMark {
  readonly type: 'label';
  readonly key: string;
  readonly className: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Label['anchor'];
  readonly opacity: number;
  readonly plate: readonly [number, number, number, number] | null;
  readonly lines: readonly SetLine[];
}

export type Mark = PathMark | LabelMark;

/** The marks of a geometry: flows from the lowest to the uppermost, then nodes, then labels. */
export function marks(geometry: Geometry): Mark[] {
  return [
    ...geometry.bands.flatMap((band) => bandMarks(band, geometry.labels)),
    ...geometry.boxes.map(boxMark),
    ...geometry.labels.map(labelMark),
  ];
}

/** Line weight as a share of the pitch: ink density tells the kinds apart where hue does not survive. */
const DENSITY: Readonly<Record<string, readonly number[]>> = {
  equity: [0.62],
  acquisition: [0.62],
  cloud: [0.4],
  hardware: [0.32],
  debt: [0.62, 0.22],
  revenue: [0.27],
};
const USUAL_DENSITY: readonly number[] = [0.36];
/** The finest and the heaviest hairline, in units of the viewBox. */
const FINEST = 0.8;
const HEAVIEST = 1.9;
const dashes = (period: number) => `${String(tenth(period * DASH))} ${String(tenth(period * (1 - DASH)))}`;
/** Chevrons stand this far apart, on strips wider than the least. */
const CHEVRON_DISTANCE = 90;
const CHEVRON_LEAST = 4;

function bandMarks(band: Band, labels: readonly Label[]): Mark[] {
  const name = `${band.kind} ${band.status}${band.focus ? '' : ' dim'}`;
  const outline = outlineOf(band);
  const path = (
    part: string,
    d: string,
    weight: number | null = null,
    dash: string | null = null,
  ): PathMark => ({
    type: 'path',
    key: `${band.key}/${part}`,
    className: `${part} ${name}`,
    d,
    weight,
    dash,
  });
  const pitch = band.width[1] / band.lines;
  const dash = LINES[band.status] === 'dashed' ? dashes(band.period) : null;
  const densities = DENSITY[band.kind] ?? USUAL_DENSITY;
  const lines = densities.map((density, turn) => {
    const weight = Math.min(HEAVIEST, Math.max(FINEST, density * pitch));
    const chosen = Array.from({ length: band.lines }, (_, index) => index).filter(
      (index) => index % densities.length === turn,
    );
    const d = chosen.map((index) => written(hairline(band, index, band.lines))).join('');
    return path(turn === 0 ? 'lines' : 'lines fine', d, Math.round(weight * 10), dash);
  });
  const chevrons = chevronsOf(band, labels);
  return [
    path('casing', outline),
    ...(LINES[band.status] === 'tinted' ? [path('tint', outline)] : []),
    ...lines,
    ...(band.travel < 0 ? [] : [path('travel', travelOf(band))]),
    ...(chevrons === '' ? [] : [path('halo', chevrons), path('chevron', chevrons)]),
  ];
}

/** The area of a strip: out along one rail, over the ends of its lines, back along the other. */
function outlineOf(band: Band): string {
  const one = along(band, -0.5);
  const other = reversed(along(band, 0.5));
  const steps = band.bulge[0] + band.bulge[1] > 0 ? 9 : band.head > 0 ? 1 : 0;
  const lines = Array.from({ length: steps }, (_, index) => hairline(band, index, steps));
  const corner = ([x = 0, y = 0]: readonly number[]) => `L${String(tenth(x))} ${String(tenth(y))}`;
  const ends = lines.map((line) => corner(line.slice(-2))).join('');
  const starts = band.bulge[0] > 0 ? lines.map((line) => corner(line.slice(0, 2))).reverse() : [];
  return `${written(one)}${ends}L${written(other).slice(1)}${starts.join('')}Z`;
}

function reversed(spine: readonly number[]): number[] {
  return Array.from({ length: spine.length / 2 }, (_, index) => spine.slice(2 * index, 2 * index + 2))
    .reverse()
    .flat();
}

/** Three hairlines of a flow, the middle one and those half-way to its rails, for dashes to travel on. */
function travelOf(band: Band): string {
  const middle = Math.floor(band.lines / 2);
  const away = Math.round(band.lines / 4);
  const chosen = band.lines < 6 ? [middle] : [middle - away, middle, middle + away];
  return chosen.map((index) => written(hairline(band, Math.min(index, band.lines - 1), band.lines))).join('');
}

/** Open angles on the middle of a strip that point the way the money goes, evenly spaced, none under a label. */
function chevronsOf(strip: Strip, labels: readonly Label[]): string {
  const width = strip.width[1];
  if (width <= CHEVRON_LEAST) return '';
  const measured = lengths(strip.spine);
  const total = measured.reduce((sum, length) => sum + length, 0);
  const count = Math.floor(total / CHEVRON_DISTANCE);
  const size = Math.min(7, Math.max(2.5, width * 0.22));
  return Array.from({ length: count }, (_, index) => {
    const { x, y, angle } = spotAt(strip, measured, (total * (index + 0.5)) / count);
    if (labels.some(({ plate }) => plate !== null && within(plate, x, y, 2 * size))) return '';
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const corner = (ahead: number, aside: number) =>
      [x + cos * ahead - sin * aside, y + sin * ahead + cos * aside].map(tenth).join(' ');
    return `M${corner(-size * 0.5, -size)}L${corner(size * 0.5, 0)}L${corner(-size * 0.5, size)}`;
  }).join('');
}

const within = (
  [left, top, width, height]: readonly [number, number, number, number],
  x: number,
  y: number,
  pad: number,
) => x > left - pad && x < left + width + pad && y > top - pad && y < top + height + pad;

/** The place and direction at a distance from the start of a strip. */
function spotAt(
  strip: Strip,
  measured: readonly number[],
  distance: number,
): { x: number; y: number; angle: number } {
  let rest = distance;
  let curve = 0;
  while (curve < curves(strip.spine) - 1 && rest > (measured[curve] ?? 0)) {
    rest -= measured[curve] ?? 0;
    curve += 1;
  }
  const t = Math.min(0.999, rest / Math.max(1e-9, measured[curve] ?? 0));
  const here = pointAt(strip.spine, curve, t);
  const next = pointAt(strip.spine, curve, t + 1e-3);
  return { ...here, angle: Math.atan2(next.y - here.y, next.x - here.x) };
}

/** A node: a bar, or the piece of a ring where its edge is an arc. */
function boxMark(box: Box): PathMark {
  const half = box.length / 2;
  return {
    type: 'path',
    key: box.key,
    className: 'node',
    d: Math.abs(box.curvature) < 1e-6 ? barOf(box, half) : arcOf(box, half * box.curvature),
    weight: null,
    dash: null,
  };
}

function barOf(box: Box, half: number): string {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const corner = (ahead: number, aside: number) =>
    [box.x + cos * ahead - sin * aside, box.y + sin * ahead + cos * aside].map(tenth).join(' ');
  const back = -box.thickness;
  return `M${corner(0, -half)}L${corner(0, half)}L${corner(back, half)}L${corner(back, -half)}Z`;
}

function arcOf(box: Box, half: number): string {
  const radius = 1 / box.curvature;
  const [x, y] = [box.x + radius * Math.cos(box.angle), box.y + radius * Math.sin(box.angle)];
  const at = (r: number, turn: number) =>
    [x - r * Math.cos(box.angle + turn), y - r * Math.sin(box.angle + turn)].map(tenth).join(' ');
  const arc = (r: number, sweep: 0 | 1, to: string) =>
    `A${String(tenth(r))} ${String(tenth(r))} 0 ${2 * half > Math.PI ? '1' : '0'} ${String(sweep)} ${to}`;
  const outer = radius + box.thickness;
  return `M${at(radius, -half)}${arc(radius, 1, at(radius, half))}L${at(outer, half)}${arc(outer, 0, at(outer, -half))}Z`;
}

function labelMark(label: Label): LabelMark {
  const { key, x, y, anchor, opacity, plate, lines } = label;
  const className = `label ${label.kind ?? 'of-node'}${label.inverse ? ' inverse' : ''}`;
  return { type: 'label', key: `label:${key}`, className, x, y, anchor, opacity, plate, lines };
}

/** A length as it is written in an attribute, to a tenth. */
export const decimal = (value: number): string => String(Math.round(value * 10) / 10);

const tenth = (value: number) => Math.round(value * 10);

/** A spine as path text in whole tenths, with relative commands: a third less to carry. */
function written(spine: readonly number[]): string {
  const numbers = spine.map(tenth);
  let [x, y] = [numbers[0] ?? 0, numbers[1] ?? 0];
  let text = `M${String(x)} ${String(y)}`;
  for (let index = 2; index + 5 < numbers.length; index += 6) {
    const piece = numbers.slice(index, index + 6).map((value, place) => value - (place % 2 === 0 ? x : y));
    [x, y] = [numbers[index + 4] ?? x, numbers[index + 5] ?? y];
    // A straight piece, its handles at the thirds, is written as a line.
    text += straight(piece) ? `l${joined(piece.slice(4))}` : `c${joined(piece)}`;
  }
  return text;
}

const joined = (numbers: readonly number[]) =>
  numbers.map((value, index) => (index > 0 && value >= 0 ? ` ${String(value)}` : String(value))).join('');

function straight([x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0]: readonly number[]): boolean {
  const close = (value: number, third: number) => Math.abs(value - third) <= 1;
  return close(x1, x / 3) && close(y1, y / 3) && close(x2, (2 * x) / 3) && close(y2, (2 * y) / 3);
}
