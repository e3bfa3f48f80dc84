// Where do names and amounts stand? Each label takes the cheapest of its candidate places, from measured text width.

import type { Frame } from './frame.ts';
import type { Band, Box, Label, LabelLine } from './geometry.ts';
import { ink, type Ink } from './ink.ts';
import {
  atBar,
  atStart,
  besideBand,
  besideNode,
  outsideArc,
  rectangleOf,
  type Candidate,
  type Rectangle,
} from './places.ts';
import { hasSpokes, spokes } from './spokes.ts';
import { ASCENT, LEADING, wrapped } from './text.ts';

/** What is to be written beside a node or a flow, in the order of its lines. */
export type Texts = Readonly<Record<string, readonly LabelLine[]>>;

/** The cost of meeting a node or a label, of leaving the drawing, and of a place one rank worse. */
const COLLISION = 300;
const OUTSIDE = 1000;
const RANK = 1.5;
/** A place at which a name might be taken for that of another node is so many ranks worse. */
const MISTAKABLE = 14;
/** A label that may be left out is left out where it would stand worse than this: on other flows, or on a label. */
const WORTH = 14;
/** How often all labels look for a better place. */
const ROUNDS = 8;
/** Free space round a label. */
const PAD = 2;

/** The labels of a scene, how badly they stand, and whether all lie inside the drawing. */
interface Placed {
  readonly labels: Label[];
  readonly cost: number;
  readonly inside: boolean;
}

/** A label that looks for a place, and the price of each of its places, least first, before others are thought of. */
interface Seeker {
  readonly key: string;
  readonly kind: string | null;
  readonly lines: readonly LabelLine[];
  readonly candidates: readonly Candidate[];
  readonly prices: readonly number[];
  readonly optional: boolean;
  /** What it takes up at the place it has. */
  parts: readonly Rectangle[];
  chosen: number;
}

/**
 * Places all labels of a scene: nodes first, the largest before the others, then amounts; then each once more, as long
 * as one finds a better place. In a dense drawing amounts of thin flows are left out where there is no clear place for
 * them: they are in the table. The cost says how badly the labels stand: what lies under them, what they meet, how far
 * they are from the best of places.
 */
export function labels(bands: readonly Band[], boxes: readonly Box[], texts: Texts, frame: Frame): Placed {
  if (Object.keys(texts).length === 0) return { labels: [], cost: 0, inside: true };
  const straight = boxes.filter(({ curvature }) => curvature === 0);
  if (straight.length === 0 && hasSpokes(boxes.length))
    return { labels: spokes(boxes, texts, frame), cost: 0, inside: true };
  const seekers = seekersOf(bands, boxes, texts, frame);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const seeker of seekers) moved = settled(seeker, seekers) || moved;
    if (!moved) for (const seeker of seekers) moved = cleared(seeker, seekers) || moved;
    if (!moved) break;
  }
  const placed = seekers.flatMap((seeker) => {
    const candidate = seeker.candidates[seeker.chosen];
    return candidate ? [{ ...seeker, candidate }] : [];
  });
  return {
    labels: placed.map(({ key, kind, lines, candidate }) => written(key, kind, lines, candidate, frame)),
    inside: placed.every(({ prices, chosen }) => (prices[chosen] ?? 0) < OUTSIDE),
    cost: seekers.reduce((sum, one) => sum + (one.chosen < 0 ? 0 : costOf(one, seekers)), 0),
  };
}

/** Everything that is to be written, in the order in which it may choose its place. */
function seekersOf(bands: readonly Band[], boxes: readonly Box[], texts: Texts, frame: Frame): Seeker[] {
  const drawn = ink(bands, frame.width, frame.height);
  const nodes = boxes.filter(({ curvature }) => curvature === 0).map((box) => rectangleOf(box, frame));
  const seeker = (
    key: string,
    kind: string | null,
    candidatesOf: (lines: readonly LabelLine[]) => Candidate[],
    dispensable: boolean,
  ): Seeker[] => {
    const lines = (texts[key] ?? []).flatMap((line) => wrapped(line, frame));
    if (lines.length === 0) return [];
    const found = candidatesOf(lines);
    // Where a flow is wide enough for its amount, the amount stands on it.
    const optional = dispensable && !found.some(({ plate }) => plate);
    const priced = found
      .map((candidate) => ({ candidate, cost: price(candidate, key, drawn, nodes, frame, optional) }))
      .sort((a, b) => a.cost - b.cost);
    const candidates = priced.map(({ candidate }) => candidate);
    const prices = priced.map(({ cost }) => cost);
    return [{ key, kind, lines, candidates, prices, optional, parts: [], chosen: -1 }];
  };
  const named = [...boxes].sort((a, b) => b.length - a.length || (a.key < b.key ? -1 : 1));
  const flowing = [...bands].sort((a, b) => b.width[0] - a.width[0] || (a.key < b.key ? -1 : 1));
  return [
    ...named.flatMap((box) =>
      seeker(
        box.key,
        null,
        (lines) =>
          box.curvature === 0
            ? besideNode(rectangleOf(box, frame), lines, frame).map((one) => ({
                ...one,
                rank: one.rank + MISTAKABLE * mistakable(one, rectangleOf(box, frame), nodes, frame),
              }))
            : outsideArc(box, lines, frame),
        false,
      ),
    ),
    ...flowing.flatMap((band) =>
      seeker(
        band.key,
        band.kind,
        (lines) => {
          if (band.key.startsWith('bar:')) return atBar(band, lines, frame);
          return frame.dense ? atStart(band, lines, frame) : besideBand(band, lines, frame);
        },
        frame.dense && !band.key.startsWith('bar:'),
      ),
    ),
  ];
}

/**
 * How many other nodes of its row a name lies over or under without a leader, in page: each of them might be meant. In
 * wide the nodes of a column stand one over the other, with room for their names between them.
 */
function mistakable(
  { rectangle, leader, inverse }: Candidate,
  own: Rectangle,
  nodes: readonly Rectangle[],
  frame: Frame,
): number {
  if (leader || inverse || frame.format === 'wide') return 0;
  const [x, , w] = rectangle;
  return nodes.filter(
    (node) => node[1] === own[1] && node[0] !== own[0] && node[0] < x + w && node[0] + node[2] > x,
  ).length;
}

/** Lets a label take its best place as the others stand; true when that is another one than before. */
function settled(seeker: Seeker, seekers: readonly Seeker[]): boolean {
  let best = -1;
  let least = seeker.optional ? WORTH : Infinity;
  for (const [index, candidate] of seeker.candidates.entries()) {
    const alone = seeker.prices[index] ?? Infinity;
    if (alone >= least) break;
    const cost = alone + meetings(partsOf(candidate), seeker, seekers);
    if (cost < least) [best, least] = [index, cost];
  }
  if (best === seeker.chosen) return false;
  const candidate = seeker.candidates[best];
  seeker.chosen = best;
  seeker.parts = candidate ? partsOf(candidate) : [];
  return true;
}

/** What a label costs where it stands. */
const costOf = (seeker: Seeker, seekers: readonly Seeker[]): number =>
  (seeker.prices[seeker.chosen] ?? 0) + meetings(seeker.parts, seeker, seekers);

/**
 * Where a label stands on something, lets it take another place and those that are in its way make room, if that is
 * better for all of them. True when it is.
 */
function cleared(seeker: Seeker, seekers: readonly Seeker[]): boolean {
  if (seeker.chosen < 0 || costOf(seeker, seekers) < COLLISION) return false;
  const start = seeker.chosen;
  for (const [index, candidate] of seeker.candidates.entries()) {
    if (index === start || (seeker.prices[index] ?? 0) >= COLLISION) continue;
    const parts = partsOf(candidate);
    const others = seekers.filter(
      (other) => other !== seeker && other.parts.some((taken) => parts.some((part) => meet(part, taken))),
    );
    const group = [seeker, ...others];
    const before = group.map(({ chosen, parts: old }) => ({ chosen, parts: old }));
    const cost = () => group.reduce((sum, one) => sum + costOf(one, seekers), 0);
    const least = cost();
    Object.assign(seeker, { chosen: index, parts });
    for (const other of others) settled(other, seekers);
    if (cost() < least - 1) return true;
    group.forEach((one, place) => Object.assign(one, before[place]));
  }
  return false;
}

/** What a label takes up at a place: its text, and the leader less its ends, which touch what they join. */
function partsOf({ rectangle, leader }: Candidate): Rectangle[] {
  if (!leader) return [rectangle];
  const [x1, y1, x2, y2] = leader;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const end = 4 * PAD;
  if (length <= 2 * end) return [rectangle];
  const [dx, dy] = [((x2 - x1) * end) / length, ((y2 - y1) * end) / length];
  const [left, right] = [Math.min(x1 + dx, x2 - dx), Math.max(x1 + dx, x2 - dx)];
  const [top, bottom] = [Math.min(y1 + dy, y2 - dy), Math.max(y1 + dy, y2 - dy)];
  return [rectangle, [left, top, right - left, bottom - top]];
}

/** What it costs that a label meets others. */
function meetings(parts: readonly Rectangle[], seeker: Seeker, seekers: readonly Seeker[]): number {
  let sum = 0;
  for (const other of seekers)
    if (other !== seeker)
      for (const taken of other.parts) for (const part of parts) if (meet(part, taken)) sum += COLLISION;
  return sum;
}

/** Whether two rectangles come too near to each other. It is asked so often that it takes no tuples apart. */
function meet(a: Rectangle, b: Rectangle): boolean {
  return (
    b[0] < a[0] + a[2] + 3 * PAD &&
    b[0] + b[2] > a[0] - 3 * PAD &&
    b[1] < a[1] + a[3] + PAD &&
    b[1] + b[3] > a[1] - PAD
  );
}

/** What a place costs by itself: its rank, what lies under it, nodes that it meets, paper that it leaves. */
function price(
  candidate: Candidate,
  key: string,
  drawn: Ink,
  nodes: readonly Rectangle[],
  frame: Frame,
  optional: boolean,
): number {
  const { rectangle, rank, inverse, plate } = candidate;
  const [x, y, w, h] = rectangle;
  let sum = RANK * rank;
  if (x < PAD || y < PAD + frame.head || x + w > frame.width - PAD || y + h > frame.height - PAD)
    sum += OUTSIDE;
  if (inverse) return sum;
  const padded: Rectangle = [x - PAD, y - PAD, w + 2 * PAD, h + 2 * PAD];
  // What may be left out has to lie clear: on another flow it would seem to be that one's amount.
  sum += (optional ? 2 : 1) * (drawn.all(padded) - (plate ? drawn.of(key, padded) : 0));
  const [, stem] = partsOf(candidate);
  if (stem) sum += drawn.all(stem);
  for (const part of stem ? [rectangle, stem] : [rectangle])
    for (const node of nodes) if (meet(part, node)) sum += COLLISION;
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
  const space = frame.dense ? 3 : 8;
  const rise = frame.dense ? 0 : 2;
  return {
    key,
    x: x + inset,
    y: y + first,
    anchor: candidate.anchor,
    lines: set,
    plate: candidate.plate ? [x - space, y - rise, w + 2 * space, h + 2 * rise] : null,
    extent: [x, y, w, h],
    leader: candidate.leader,
    kind,
    inverse: candidate.inverse,
    opacity: 1,
    turn: 0,
  };
}
