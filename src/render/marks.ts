// What is drawn? The marks of a geometry in the order they are painted, each a path or a label with its key.
// The build writes them down as SVG, the stage sets them on elements: the same marks, the same drawing.

import type { Band, Box, Geometry, Label, SetLine } from '../layout/geometry.ts';
import { curves, DASH, lengths, pointAt, rails, type Rails, type Strip } from '../layout/strip.ts';
import { LINES } from './lines.ts';
import { areaPath, linesPath, railsPath, tenth } from './path.ts';

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
  /** A thin line to what it names, as x, y, x, y. */
  readonly leader: readonly [number, number, number, number] | null;
  /** Degrees clockwise round its anchor. */
  readonly turn: number;
  readonly lines: readonly SetLine[];
}

export type Mark = PathMark | LabelMark;

/** The marks of a geometry: flows from the lowest to the uppermost, then nodes, then labels. */
export function marks(geometry: Geometry): Mark[] {
  // Round a ring the point of a ribbon says where it leads; between straight nodes a thin line needs a chevron for that.
  const straight = geometry.boxes.every(({ curvature }) => Math.abs(curvature) < 1e-4);
  const statuses = new Map<string, string>(geometry.bands.map(({ key, status }) => [key, status]));
  return [
    ...geometry.bands.flatMap((band) => bandMarks(band, geometry.labels, straight ? 0 : CHEVRON_LEAST)),
    ...geometry.boxes.map(boxMark),
    ...geometry.labels.map((label) => labelMark(label, statuses.get(label.key))),
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
/** Lines that stand for what „bis zu“ leaves open are finer by this share, down to the least weight. */
const OPEN = { share: 0.5, least: 0.5 };
const dashes = (period: number) => `${tenth(period * DASH)} ${tenth(period * (1 - DASH))}`;
/** What is no sum of money, drawn beside it: weight and dashes in tenths. A dash of no length is a round dot. */
const DOTS = { weight: 22, dash: '0 60' };
const DASH_DOT = { weight: 16, dash: '70 45 0 45' };
/** The wall of an empty pipe in tenths, and how far apart two of them stand at least, in units of the viewBox. */
const WALL = 10;
const PIPE = 5;
/** Chevrons stand this far apart on strips wider than the least, on thinner ones twice as far. */
const CHEVRON_DISTANCE = 90;
const CHEVRON_LEAST = 4;

/** A band and its rails, of which all its paths are made. */
interface Drawn {
  readonly band: Band;
  readonly sides: Rails;
}

function bandMarks(given: Band, labels: readonly Label[], least: number): Mark[] {
  const band = given.given === 'guarantee' ? piped(given) : given;
  const drawn = { band, sides: rails(band) };
  const chevrons = chevronsOf(band, labels, least);
  return [
    path(band, 'casing', areaPath(band, drawn.sides, -0.5, 0.5)),
    ...(band.given === 'money' ? moneyMarks(drawn) : [signMark(drawn)]),
    ...(band.travel < 0 ? [] : [path(band, 'travel', travelOf(drawn))]),
    ...(chevrons === '' ? [] : [path(band, 'halo', chevrons), path(band, 'chevron', chevrons)]),
  ];
}

/** How a path differs from a plain one. */
interface Look {
  readonly weight?: number;
  readonly dash?: string | null;
  /** What it says of itself in the stylesheet, where that is not the name of the part. */
  readonly className?: string;
  readonly status?: Band['status'];
}

function path(band: Band, part: string, d: string, look: Look = {}): PathMark {
  const { weight = null, dash = null, className = part, status = band.status } = look;
  const name = `${className} ${band.kind} ${status}${band.focus ? '' : ' dim'}`;
  return { type: 'path', key: `${band.key}/${part}`, className: name, d, weight, dash };
}

/** The tint under the money that has flowed and its solid lines, the lines of the rest, the finer ones of what is open. */
function moneyMarks(drawn: Drawn): PathMark[] {
  const { band, sides } = drawn;
  const firm = band.lines - band.open;
  const flowed = LINES[band.status] === 'tinted' && band.paid === 0 ? firm : Math.min(band.paid, firm);
  const dash = LINES[band.status] === 'dashed' ? dashes(band.period) : null;
  const [part, className] = flowed === firm ? ['lines', 'lines'] : ['flowed', 'lines flowed'];
  const under = flowed / band.lines - 0.5;
  return [
    ...(flowed > 0 ? [path(band, 'tint', areaPath(band, sides, -0.5, under), { status: 'paid' })] : []),
    ...hairlines(drawn, part, 0, flowed, { status: 'paid', className }),
    ...hairlines(drawn, 'lines', flowed, firm, { dash }),
    ...hairlines(drawn, 'open', firm, band.lines, { dash, className: 'lines open' }),
  ];
}

/** The hairlines `from` to `to` of a band, in as many paths as its kind has weights; what is open in one. */
function hairlines({ band, sides }: Drawn, part: string, from: number, to: number, look: Look): PathMark[] {
  const pitch = band.width[1] / band.lines;
  const firm = (DENSITY[band.kind] ?? USUAL_DENSITY).map((density) =>
    Math.min(HEAVIEST, Math.max(FINEST, density * pitch)),
  );
  const open = Math.max(OPEN.least, OPEN.share * Math.max(...firm));
  const weights = (part === 'open' ? [open] : firm).map(tenth);
  return weights.flatMap((weight, turn) => {
    const shares: number[] = [];
    for (let index = from; index < to; index++)
      if (index % weights.length === turn) shares.push((index + 0.5) / band.lines - 0.5);
    if (shares.length === 0) return [];
    const fine = turn === 0 ? '' : ' fine';
    const className = `${look.className ?? part}${fine}`;
    return [path(band, `${part}${fine}`, linesPath(band, sides, shares), { ...look, weight, className })];
  });
}

/** The single line, or the empty pipe, of what is no sum of money. */
function signMark({ band, sides }: Drawn): PathMark {
  const sign = (look: Look) => path(band, band.given, linesPath(band, sides, [0]), look);
  switch (band.given) {
    case 'unknown':
      return sign({ ...DOTS, className: 'lines unknown' });
    case 'shares':
      return sign({ ...DASH_DOT, className: 'lines shares' });
    default: {
      const dash = LINES[band.status] === 'dashed' ? dashes(band.period) : null;
      return path(band, 'rails', railsPath(band, sides), { weight: WALL, dash, className: 'lines rails' });
    }
  }
}

/** As wide as a pipe has to be for its walls to stand apart. */
const piped = (band: Band): Band => ({
  ...band,
  width: [Math.max(PIPE, band.width[0]), Math.max(PIPE, band.width[1]), Math.max(PIPE, band.width[2])],
});

/** Three hairlines of a flow, the middle one and those half-way to its rails, for dashes to travel on. */
function travelOf({ band, sides }: Drawn): string {
  const middle = Math.floor(band.lines / 2);
  const away = Math.round(band.lines / 4);
  const chosen = band.lines < 6 ? [middle] : [middle - away, middle, middle + away];
  const shares = chosen.map((index) => (Math.min(index, band.lines - 1) + 0.5) / band.lines - 0.5);
  return linesPath(band, sides, shares);
}

/**
 * Open angles that point the way the money goes, evenly spaced on the middle of a strip, none under a label. Where a
 * label covers the whole middle, one stands beside it or behind it: no flow is without its direction.
 */
function chevronsOf(strip: Band, labels: readonly Label[], least: number): string {
  const width = strip.width[1];
  if (width <= least || strip.key.startsWith('bar:')) return '';
  const measured = lengths(strip.spine);
  const total = measured.reduce((sum, length) => sum + length, 0);
  const size = Math.min(7, Math.max(2.5, width * 0.22));
  if (total < 4 * size) return '';
  const apart = width > CHEVRON_LEAST ? CHEVRON_DISTANCE : 2 * CHEVRON_DISTANCE;
  const count = Math.max(1, Math.floor(total / apart));
  const angleAt = (share: number, aside: number): string | null => {
    const { x, y, angle } = spotAt(strip, measured, total * share);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [mx, my] = [x - sin * aside, y + cos * aside];
    const covered = labels.some(({ extent }) => extent !== null && within(extent, mx, my, 1.5 * size));
    const corner = (ahead: number, side: number) =>
      [mx + cos * ahead - sin * side, my + sin * ahead + cos * side].map(tenth).join(' ');
    return covered
      ? null
      : `M${corner(-size * 0.5, -size)}L${corner(size * 0.5, 0)}L${corner(-size * 0.5, size)}`;
  };
  const even = Array.from({ length: count }, (_, index) => angleAt((index + 0.5) / count, 0));
  const drawn = even.filter((one) => one !== null);
  if (drawn.length > 0) return drawn.join('');
  const third = width > 5 * size ? 0.34 * width : 0;
  const others = [angleAt(0.5, third), angleAt(0.5, -third), angleAt(0.9, 0), angleAt(0.1, 0)];
  return others.find((one) => one !== null) ?? '';
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

function labelMark(label: Label, status?: string): LabelMark {
  const { key, x, y, anchor, opacity, plate, leader, turn, lines } = label;
  const className = ['label', label.kind ?? 'of-node', status, label.inverse ? 'inverse' : null]
    .filter(Boolean)
    .join(' ');
  return { type: 'label', key: `label:${key}`, className, x, y, anchor, opacity, plate, leader, turn, lines };
}

/** A length as it is written in an attribute, to a tenth. */
export const decimal = (value: number): string => String(Math.round(value * 10) / 10);
