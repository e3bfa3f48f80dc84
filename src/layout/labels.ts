// Where do names and amounts stand? Each label takes the cheapest of its candidate places, from measured text width.

import type { Frame } from './frame.ts';
import type { Band, Box, Label, LabelLine } from './geometry.ts';
import { besideBand, besideNode, outsideArc, rectangleOf, type Candidate, type Rectangle } from './places.ts';
import { along, curves, pointAt } from './strip.ts';
import { ASCENT, LEADING, wrapped } from './text.ts';

/** What is to be written beside a node or a flow, in the order of its lines. */
export type Texts = Readonly<Record<string, readonly LabelLine[]>>;

/** The cost of meeting a node or a label, of leaving the drawing, and of a place one rank worse. */
const COLLISION = 300;
const OUTSIDE = 1000;
const RANK = 1.5;
/** Points of a band counted under a label lie this far apart. */
const SAMPLE = 7;

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
    leader: null,
    turn: 0,
    kind,
    inverse: candidate.inverse,
    opacity: 1,
  };
}
