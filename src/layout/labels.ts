// Where do names and amounts stand? Each label takes the cheapest of its candidate places, from measured text width.

import type { Frame } from './frame.ts';
import type { Band, Box, Label, LabelLine } from './geometry.ts';
import { along, curves, pointAt, widthAt } from './strip.ts';
import { widths } from './widths.ts';

/** What is to be written beside a node or a flow, in the order of its lines. */
export type Texts = Readonly<Record<string, readonly LabelLine[]>>;

type Rectangle = readonly [x: number, y: number, width: number, height: number];

interface Candidate {
  readonly rectangle: Rectangle;
  readonly anchor: Label['anchor'];
  /** Lies on the band it names, on a plate of paper. */
  readonly plate: boolean;
  readonly inverse: boolean;
  readonly rank: number;
}

/** The cost of meeting a node or a label, of leaving the drawing, and of a place one rank worse. */
const COLLISION = 300;
const OUTSIDE = 1000;
const RANK = 1.5;
/** Shares of its length at which a flow may be labelled, from the middle outwards. */
const SHARES = Array.from(
  { length: 25 },
  (_, index) => 0.5 + Math.ceil(index / 2) * (index % 2 === 0 ? 0.03 : -0.03),
);
/** Points of a band counted under a label lie this far apart. */
const SAMPLE = 7;

/** The width of a text in units of the viewBox at a font size; unknown characters count as a wide one. */
export function textWidth(text: string, size: number, weight: 'regular' | 'semibold'): number {
  const table = widths[weight];
  return ([...text].reduce((sum, character) => sum + (table[character] ?? 700), 0) * size) / 1000;
}

/**
 * Places all labels of a scene: nodes first, the largest before the others, then amounts. The cost says how badly
 * they stand: what lies under them, what they meet, how far they are from the best of places.
 */
export function labels(
  bands: readonly Band[],
  boxes: readonly Box[],
  texts: Texts,
  frame: Frame,
): { readonly labels: Label[]; readonly cost: number } {
  const crowd = bands.map((band) => ({ key: band.key, points: samples(band) }));
  const taken = boxes.filter(({ curvature }) => curvature === 0).map((box) => rectangleOf(box, frame));
  const placed: Label[] = [];
  let total = 0;
  const put = (
    key: string,
    kind: string | null,
    candidates: (lines: readonly LabelLine[]) => Candidate[],
  ) => {
    const lines = (texts[key] ?? []).flatMap((line) => wrapped(line, frame));
    if (lines.length === 0) return;
    const priced = candidates(lines).map((candidate) => ({
      candidate,
      cost: cost(candidate, key, crowd, taken, frame),
    }));
    const best = priced.reduce<(typeof priced)[number] | undefined>(
      (least, next) => (least && least.cost <= next.cost ? least : next),
      undefined,
    );
    if (!best) return;
    total += best.cost;
    taken.push(best.candidate.rectangle);
    placed.push(written(key, kind, lines, best.candidate, frame));
  };
  for (const box of [...boxes].sort((a, b) => b.length - a.length || (a.key < b.key ? -1 : 1)))
    put(box.key, null, (lines) =>
      box.curvature === 0 ? besideNode(rectangleOf(box, frame), lines, frame) : outsideArc(box, lines, frame),
    );
  for (const band of [...bands].sort((a, b) => b.width[0] - a.width[0] || (a.key < b.key ? -1 : 1)))
    put(band.key, band.kind, (lines) => besideBand(band, lines, frame));
  return { labels: placed, cost: total };
}

/** A note broken where it is longer than the format has room for: between its parts, then between words. */
function wrapped(line: LabelLine, frame: Frame): LabelLine[] {
  const longest = frame.format === 'wide' ? 250 : 126;
  const width = (text: string) => textWidth(text, frame.sizes[line.voice], weightOf(line));
  if (line.voice !== 'note' || width(line.text) <= longest) return [line];
  const rows = line.text.split(' · ').flatMap((part) => {
    const filled: string[] = [];
    const even = width(part) / Math.ceil(width(part) / longest);
    for (const piece of part.split(' ')) {
      const row = filled.at(-1);
      const longer = row === undefined ? piece : `${row} ${piece}`;
      // A row may run over the even length by less than it would fall short of it.
      const over = width(longer) - even;
      if (row === undefined || width(longer) > longest || over > even - width(row)) filled.push(piece);
      else filled[filled.length - 1] = longer;
    }
    return filled;
  });
  return rows.map((text) => ({ text, voice: line.voice }));
}

const weightOf = (line: LabelLine) => (line.voice === 'note' ? 'regular' : 'semibold');

/** Width and height of a label. */
function extent(lines: readonly LabelLine[], frame: Frame): [number, number] {
  const width = Math.max(
    ...lines.map((line) => textWidth(line.text, frame.sizes[line.voice], weightOf(line))),
  );
  return [width, lines.reduce((sum, line) => sum + frame.sizes[line.voice] * LEADING, 0)];
}

/** Line height and the share of it above the baseline. */
const LEADING = 1.2;
const ASCENT = 0.92;

function rectangleOf(box: Box, frame: Frame): Rectangle {
  const { x, y, length, thickness } = box;
  return frame.format === 'wide'
    ? [x - thickness, y - length / 2, thickness, length]
    : [x - length / 2, y - thickness, length, thickness];
}

/** Places for the name of a node: wide above, then below; page in the node, beside, above, below. */
function besideNode(node: Rectangle, lines: readonly LabelLine[], frame: Frame): Candidate[] {
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
function outsideArc(box: Box, lines: readonly LabelLine[], frame: Frame): Candidate[] {
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
function besideBand(band: Band, lines: readonly LabelLine[], frame: Frame): Candidate[] {
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

/** Points spread over a band, for counting what lies under a label. */
function samples(band: Band): [number, number][] {
  const across = Math.max(3, Math.ceil(band.width[1] / SAMPLE) + 1);
  return Array.from({ length: across }, (_, index) => along(band, index / (across - 1) - 0.5)).flatMap(
    (rail) =>
      Array.from({ length: curves(rail) }, (_, curve) => curve).flatMap((curve) => {
        const from = pointAt(rail, curve, 0);
        const to = pointAt(rail, curve, 1);
        const steps = Math.max(2, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / SAMPLE));
        return Array.from({ length: steps }, (_, step): [number, number] => {
          const { x, y } = pointAt(rail, curve, step / steps);
          return [x, y];
        });
      }),
  );
}

function cost(
  candidate: Candidate,
  key: string,
  crowd: readonly { key: string; points: readonly [number, number][] }[],
  taken: readonly Rectangle[],
  frame: Frame,
): number {
  const [x, y, w, h] = candidate.rectangle;
  const pad = 2;
  let sum = RANK * candidate.rank;
  if (x < pad || y < pad || x + w > frame.width - pad || y + h > frame.height - pad) sum += OUTSIDE;
  if (candidate.inverse) return sum;
  for (const band of crowd) {
    if (candidate.plate && band.key === key) continue;
    for (const [px, py] of band.points)
      if (px > x - pad && px < x + w + pad && py > y - pad && py < y + h + pad) sum += 1;
  }
  for (const [tx, ty, tw, th] of taken) {
    const apart = tx >= x + w + 3 * pad || tx + tw <= x - 3 * pad || ty >= y + h + pad || ty + th <= y - pad;
    if (!apart) sum += COLLISION;
  }
  return sum;
}

/** The label with its lines at the chosen place. */
function written(
  key: string,
  kind: string | null,
  lines: readonly LabelLine[],
  candidate: Candidate,
  frame: Frame,
): Label {
  const [x, y, w, h] = candidate.rectangle;
  const inset = candidate.anchor === 'start' ? 0 : candidate.anchor === 'end' ? w : w / 2;
  const first = (lines[0] ? frame.sizes[lines[0].voice] : 0) * ASCENT;
  let top = 0;
  const set = lines.map((line) => {
    const size = frame.sizes[line.voice];
    const dy = top + size * ASCENT - first;
    top += size * LEADING;
    return { ...line, size, dy };
  });
  const frameOf = (space: number): [number, number, number, number] => [
    x - space,
    y - 2,
    w + 2 * space,
    h + 4,
  ];
  return {
    key,
    x: x + inset,
    y: y + first,
    anchor: candidate.anchor,
    lines: set,
    plate: candidate.plate ? frameOf(8) : null,
    kind,
    inverse: candidate.inverse,
    opacity: 1,
  };
}
