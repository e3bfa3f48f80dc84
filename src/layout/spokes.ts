// Where do the names stand round a crowded ring? Like spokes, each at the angle of its group, moved apart where needed.

import type { Frame } from './frame.ts';
import type { Box, Format, Label, LabelLine } from './geometry.ts';
import { LEADING, textWidth } from './text.ts';

/** Distances from the ring: where a leader begins, and where the text does. Between them leaders can be told apart. */
const NEAR = 2;
const FAR: Readonly<Record<Format, number>> = { page: 9, wide: 20 };

interface Spoke {
  readonly key: string;
  readonly lines: readonly LabelLine[];
  /** The angle of its group as seen from the centre, in radians clockwise from the x-axis. */
  readonly angle: number;
  readonly box: Box;
}

/** Rings with more names than this have them stand like spokes. */
const MOST = 24;

/** The frame of a ring with these names: of a crowded one they are smaller, and each has room outside it. */
export function ringFrame(names: readonly string[], frame: Frame): Frame {
  if (!hasSpokes(names.length)) return frame;
  const sizes = { ...frame.sizes, name: SMALLER * frame.sizes.name };
  const longest = Math.max(...names.map((name) => textWidth(name, sizes.name, 'semibold')));
  return { ...frame, sizes, rim: FAR[frame.format] + longest + frame.margin };
}

/** Whether so many names round a ring stand like spokes. */
export const hasSpokes = (names: number): boolean => names > MOST;

/** Names on spokes against those of other dense drawings. */
const SMALLER = 0.86;

/** The labels of a ring's boxes, in the order of their angles; `texts` by the keys of the boxes. */
export function spokes(
  boxes: readonly Box[],
  texts: Readonly<Record<string, readonly LabelLine[]>>,
  frame: Frame,
): Label[] {
  const named = boxes
    .flatMap((box): Spoke[] => {
      const lines = texts[box.key] ?? [];
      const angle = (((box.angle + Math.PI) % TURN) + TURN) % TURN;
      return lines.length > 0 ? [{ key: box.key, lines, angle, box }] : [];
    })
    .sort((a, b) => a.angle - b.angle || (a.key < b.key ? -1 : 1));
  const first = named[0];
  if (!first) return [];
  const radius = 1 / first.box.curvature;
  const outer = radius + first.box.thickness;
  const size = frame.sizes.name;
  const far = FAR[frame.format];
  const angles = apart(
    named.map(({ angle }) => angle),
    Math.min(TURN / named.length, (size * LEADING) / (outer + far)),
  );
  return named.map(({ key, lines, angle, box }, index) => {
    const turned = angles[index] ?? angle;
    const at = (direction: number, distance: number): [number, number] => {
      const centre = { x: box.x + Math.cos(box.angle) * radius, y: box.y + Math.sin(box.angle) * radius };
      return [centre.x + Math.cos(direction) * distance, centre.y + Math.sin(direction) * distance];
    };
    const left = Math.cos(turned) < 0;
    const [x, y] = at(turned, outer + far);
    // The baseline lies beside the spoke, so that the middle of small letters lies on it.
    const drop = 0.34 * size;
    const direction = left ? turned + Math.PI : turned;
    const moved = Math.abs(turned - angle) * outer > 1.5;
    return {
      key,
      x: x - Math.sin(direction) * drop,
      y: y + Math.cos(direction) * drop,
      anchor: left ? 'end' : 'start',
      lines: lines.slice(0, 1).map((line) => ({ ...line, size, dy: 0 })),
      plate: null,
      extent: null,
      leader: moved ? [...at(angle, outer + NEAR), ...at(turned, outer + far - NEAR)] : null,
      kind: null,
      inverse: false,
      opacity: 1,
      turn: (Math.atan2(Math.sin(direction), Math.cos(direction)) * 180) / Math.PI,
    };
  });
}

const TURN = 2 * Math.PI;

/**
 * Angles nearest to the given ones, by least squares, that lie at least `least` apart, round the circle: pool adjacent
 * violators from behind a gap on that stays open, the widest that does.
 */
function apart(angles: readonly number[], least: number): number[] {
  const count = angles.length;
  const gap = (index: number) =>
    (angles[(index + 1) % count] ?? 0) - (angles[index] ?? 0) + (index + 1 === count ? TURN : 0);
  const cuts = angles.map((_, index) => index).sort((a, b) => gap(b) - gap(a) || a - b);
  for (const cut of cuts) {
    const order = Array.from({ length: count }, (_, place) => (cut + 1 + place) % count);
    const places = pooled(
      order.map((index) => (angles[index] ?? 0) + (index <= cut ? TURN : 0)),
      least,
    );
    if ((places[0] ?? 0) + TURN - (places.at(-1) ?? 0) < least - 1e-9) continue;
    const result = new Array<number>(count).fill(0);
    order.forEach((index, place) => {
      result[index] = (places[place] ?? 0) - (index <= cut ? TURN : 0);
    });
    return result;
  }
  return [...angles];
}

/** The same along a line, for wishes in their order. */
function pooled(wishes: readonly number[], least: number): number[] {
  const blocks: { sum: number; size: number }[] = [];
  wishes.forEach((wish, place) => {
    let block = { sum: wish - place * least, size: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.size > block.sum / block.size;
      last = blocks.at(-1)
    ) {
      block = { sum: block.sum + last.sum, size: block.size + last.size };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks
    .flatMap(({ sum, size }) => new Array<number>(size).fill(sum / size))
    .map((first, place) => first + place * least);
}
