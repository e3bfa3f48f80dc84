// What is drawn? The marks of a geometry in the order they are painted, each a path or a label with its key.
// The build writes them down as SVG, the stage sets them on elements: the same marks, the same drawing.

import type { Band, Box, Geometry, Label, SetLine } from '../layout/geometry.ts';
import { DASH, rails, type Rails } from '../layout/strip.ts';
import { CHEVRON_LEAST, chevronsOf } from './chevrons.ts';
import { LINES } from './lines.ts';
import { areaPath, boxPath, linesPath, railsPath, tenth } from './path.ts';

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
  /** In motion only: the tint that stands for lines. */
  readonly fill: string | null;
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

/** The opacity of a tint, as the stylesheet has it. */
const TINT = 0.14;
/** How much of a line is ink. Of dots it depends on the weight; of usual ones they are a third. */
const SOLID = { tinted: 1, solid: 1, dashed: DASH, dotted: 1 / 3 } as const;
/** How much the middle of a strip counts in its mean width: the mean of the bow of `widthAt`. */
const WAIST = 8 / 15;

/** A band and its rails, of which all its paths are made. */
interface Drawn {
  readonly band: Band;
  readonly sides: Rails;
}

/** A band in motion that is the same as before, one that has arrived, is not worked out again. */
const moving = new WeakMap<Band, readonly Mark[]>();

function bandMarks(given: Band, labels: readonly Label[], least: number): readonly Mark[] {
  const before = moving.get(given);
  if (before) return before;
  const band = given.given === 'guarantee' ? piped(given) : given;
  const drawn = { band, sides: rails(band) };
  const lines = band.given === 'money' ? null : signMark(drawn);
  // What moves shows its direction by itself.
  if (band.few) {
    const result = lines ? [casing(drawn), lines] : movingMarks(drawn, band.few);
    moving.set(given, result);
    return result;
  }
  const chevrons = chevronsOf(band, labels, least);
  return [
    casing(drawn),
    ...(lines ? [lines] : moneyMarks(drawn)),
    ...(band.travel < 0 ? [] : [path(band, 'travel', travelOf(drawn))]),
    ...(chevrons === '' ? [] : [path(band, 'halo', chevrons), path(band, 'chevron', chevrons)]),
  ];
}

const casing = ({ band, sides }: Drawn) => path(band, 'casing', areaPath(band, sides, -0.5, 0.5));

/** How a path differs from a plain one. */
interface Look {
  readonly weight?: number;
  readonly dash?: string | null;
  /** What it says of itself in the stylesheet, where that is not the name of the part. */
  readonly className?: string;
  readonly status?: Band['status'];
  readonly fill?: string | null;
}

function path(band: Band, part: string, d: string, look: Look = {}): PathMark {
  const { weight = null, dash = null, fill = null, className = part, status = band.status } = look;
  const name = `${className} ${band.kind} ${status}${band.focus ? '' : ' dim'}`;
  return { type: 'path', key: `${band.key}/${part}`, className: name, d, weight, dash, fill };
}

/** Lines of a band that look alike. */
interface Part {
  readonly name: 'flowed' | 'lines' | 'open';
  /** Between which shares of the width they run. */
  readonly from: number;
  readonly to: number;
  readonly look: Look;
  /** Weights in tenths, which take turns. */
  readonly weights: readonly number[];
  /** A tint lies under money that has flowed. */
  readonly tint: boolean;
}

/** The solid lines of what has flowed, the lines of the rest, the finer ones of what is open. */
function partsOf(band: Band): Part[] {
  const firm = band.lines - band.open;
  const flowed = LINES[band.status] === 'tinted' && band.paid === 0 ? firm : Math.min(band.paid, firm);
  const dash = LINES[band.status] === 'dashed' ? dashes(band.period) : null;
  const [name, className] =
    flowed === firm ? (['lines', 'lines'] as const) : (['flowed', 'lines flowed'] as const);
  const pitch = band.width[1] / band.lines;
  const heavy = (DENSITY[band.kind] ?? USUAL_DENSITY).map((density) =>
    Math.min(HEAVIEST, Math.max(FINEST, density * pitch)),
  );
  const weights = heavy.map(tenth);
  const fine = [tenth(Math.max(OPEN.least, OPEN.share * Math.max(...heavy)))];
  const [solid, rest] = [flowed / band.lines - 0.5, firm / band.lines - 0.5];
  const parts: Part[] = [
    { name, from: -0.5, to: solid, look: { status: 'paid', className }, weights, tint: true },
    { name: 'lines', from: solid, to: rest, look: { dash }, weights, tint: false },
    {
      ...{ name: 'open', from: rest, to: 0.5, look: { dash, className: 'lines open' } },
      ...{ weights: fine, tint: false },
    },
  ];
  return parts.filter(({ from, to }) => from < to);
}

function moneyMarks(drawn: Drawn): PathMark[] {
  const { band, sides } = drawn;
  const parts = partsOf(band);
  const tints = parts
    .filter(({ tint }) => tint)
    .map(({ to }) => path(band, 'tint', areaPath(band, sides, -0.5, to), { status: 'paid' }));
  return [...tints, ...parts.flatMap((part) => hairlines(drawn, part, evenly(band.lines)))];
}

/** All hairlines of a flow at rest, as shares of its width. */
const evenly = (lines: number) => Array.from({ length: lines }, (_, index) => (index + 0.5) / lines - 0.5);

/** Those hairlines of a band that belong to a part of it, in as many paths as it has weights. */
function hairlines({ band, sides }: Drawn, part: Part, lines: readonly number[]): PathMark[] {
  const { name, look, weights } = part;
  return weights.flatMap((weight, turn) => {
    const shares = lines.filter((share, order) => order % weights.length === turn && isIn(part, share));
    if (shares.length === 0) return [];
    const fine = turn === 0 ? '' : ' fine';
    const className = `${look.className ?? name}${fine}`;
    return [path(band, `${name}${fine}`, linesPath(band, sides, shares), { ...look, weight, className })];
  });
}

const isIn = ({ from, to }: Part, share: number) => share >= from && share < to;

/**
 * A band in motion: its few hairlines on areas that make it as dark, on average, as all of them. The areas are opaque,
 * each on those of the parts beyond it; the last one is the casing.
 */
function movingMarks(drawn: Drawn, few: readonly number[]): PathMark[] {
  const { band, sides } = drawn;
  const parts = partsOf(band);
  const areas = parts.map((part) => {
    const name = part.to < 0.5 ? 'under' : 'casing';
    const className = name;
    const fill = fillOf(band, inkOf(band, part, few));
    return path(band, part.to < 0.5 ? `under ${part.name}` : name, areaPath(band, sides, -0.5, part.to), {
      className,
      fill,
    });
  });
  return [...areas.reverse(), ...parts.flatMap((part) => hairlines(drawn, part, few))];
}

/** How dark an area has to be, 0 to 1, to stand for the lines of a part that are not drawn, and for its tint. */
function inkOf({ width, lines, status }: Band, part: Part, few: readonly number[]): number {
  const { from, to, weights, tint } = part;
  const mean = ((width[0] + width[2]) / 2) * (1 - WAIST) + width[1] * WAIST;
  const solid = (tint ? 1 : SOLID[LINES[status]]) / tenth(mean * (to - from));
  const dark = (shares: readonly number[]) =>
    solid *
    shares.reduce(
      (sum, share, order) => sum + (isIn(part, share) ? (weights[order % weights.length] ?? 0) : 0),
      0,
    );
  const [all, drawn] = [dark(evenly(lines)), dark(few)];
  return Math.max(0, (all - drawn + (tint ? (1 - all) * TINT : 0)) / (1 - drawn));
}

/** A colour, not an opacity: what lies below a flow stays hidden. */
function fillOf({ focus }: Band, ink: number): string | null {
  const share = `${String(Math.round(ink * 100))}%`;
  if (share === '0%') return null;
  return `color-mix(in srgb,currentcolor ${focus ? share : `calc(${share}*var(--dim))`},var(--paper))`;
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

function boxMark(box: Box): PathMark {
  const plain = { weight: null, dash: null, fill: null };
  return { type: 'path', key: box.key, className: 'node', d: boxPath(box), ...plain };
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
