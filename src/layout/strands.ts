// What shape has a strip on its way from one to another? All its numbers are mixed, and its ends stay on their nodes.

import type { Band, Box } from './geometry.ts';
import { matched } from './pieces.ts';
import { mixedPin, nearest, pin, tip, tipOn, type End, type Tip } from './pins.ts';
import { lengths, type Spine, type Strip } from './strip.ts';

/** The boxes of a drawing by their keys. */
export type Places = ReadonlyMap<string, Box>;

/** A number between two, at a share u of the way. */
export const mix = (from: number, to: number, u: number): number => from + (to - from) * u;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;

/**
 * The strip at a share u of the way from one band to another, held by the boxes as they stand then. `before` and
 * `after` are the boxes as the two bands were laid out with. Ends on a box in both stay on it, others move straight.
 */
export function strand(
  from: Band,
  to: Band,
  before: Places,
  after: Places,
): (u: number, now: Places) => Strip {
  const [first, second] = from === to ? [from.spine, to.spine] : matched(from.spine, to.spine);
  // The two ends never reach for the same point.
  const half = (sum(lengths(first)) + sum(lengths(second))) / 4;
  const wish = Math.max(LEAST_ROOM, ROOM * Math.max(...from.width, ...to.width));
  const room = Math.max(1e-9, Math.min(half, wish));
  const ends = (['source', 'target'] as const).map((end) => ({
    held: pinned(end, from, to, before, after),
    near: nearby(first, second, end, room),
  }));
  return (u, now) => {
    const spine = second.map((value, index) => mix(at(first, index), value, u));
    const tips = ends.map(({ held }) => held(u, now));
    shift(spine, tips[0] ?? null, tips[1] ?? null);
    ends.forEach(({ near }, index) => {
      attach(spine, tips[index] ?? null, near, u);
    });
    return {
      spine,
      width: [
        mix(from.width[0], to.width[0], u),
        mix(from.width[1], to.width[1], u),
        mix(from.width[2], to.width[2], u),
      ],
      head: mix(from.head, to.head, u),
      bulge: [mix(from.bulge[0], to.bulge[0], u), mix(from.bulge[1], to.bulge[1], u)],
    };
  };
}

/** How much of a strip turns with its node, as a share of its width, and in units of the viewBox. */
const ROOM = 2.5;
const LEAST_ROOM = 48;

/** A point of a spine near an end, as seen from there in both shapes, and how much it goes by that end. */
interface Near {
  readonly index: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly weight: number;
}

/** The points near an end. The first two go by it wholly: there the strip stands as it stood, at right angles. */
function nearby(first: Spine, second: Spine, end: End, room: number): Near[] {
  const [starts, stops] = [tip(first, end), tip(second, end)];
  const count = first.length / 2;
  const result: Near[] = [];
  let away = 0;
  for (let step = 0; step < count; step++) {
    const index = 2 * (end === 'source' ? step : count - 1 - step);
    const back = index + (end === 'source' ? -2 : 2);
    if (step > 0) away += (distance(first, index, back) + distance(second, index, back)) / 2;
    const share = step < 2 ? 1 : 1 - away / room;
    if (share <= 0) break;
    const weight = share * share * (3 - 2 * share);
    result.push({ index, from: seen(first, index, starts), to: seen(second, index, stops), weight });
  }
  return result;
}

const distance = (spine: Spine, one: number, other: number) =>
  Math.hypot(at(spine, one) - at(spine, other), at(spine, one + 1) - at(spine, other + 1));

/** A point as seen from an end: along the way the strip runs there, and to the right of it. */
function seen(spine: Spine, index: number, { x, y, angle }: Tip): [number, number] {
  const [dx, dy] = [at(spine, index) - x, at(spine, index + 1) - y];
  return [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)];
}

/** Moves the ends of a spine to where they are held, and with them, less and less, all that lies between. */
function shift(spine: number[], source: Tip | null, target: Tip | null): void {
  const last = spine.length - 2;
  const [x0, y0] = source ? [source.x - at(spine, 0), source.y - at(spine, 1)] : [0, 0];
  const [x1, y1] = target ? [target.x - at(spine, last), target.y - at(spine, last + 1)] : [0, 0];
  for (let index = 0; index <= last; index += 2) {
    spine[index] = at(spine, index) + mix(x0, x1, index / last);
    spine[index + 1] = at(spine, index + 1) + mix(y0, y1, index / last);
  }
}

/** Turns the points near an end with it. Mixed straight, they would fall together when an end turns round. */
function attach(spine: number[], end: Tip | null, near: readonly Near[], u: number): void {
  if (!end) return;
  const { x, y, angle } = end;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const { index, from, to, weight } of near) {
    const [along, aside] = [mix(from[0], to[0], u), mix(from[1], to[1], u)];
    spine[index] = mix(at(spine, index), x + along * cos - aside * sin, weight);
    spine[index + 1] = mix(at(spine, index + 1), y + along * sin + aside * cos, weight);
  }
}

/** Where an end is on the way; null where it has no box that stands in both drawings. */
function pinned(
  end: End,
  from: Band,
  to: Band,
  before: Places,
  after: Places,
): (u: number, now: Places) => Tip | null {
  const free = () => null;
  const key = from[end];
  if (key === null || key !== to[end]) return free;
  const [left, reached] = [before.get(key), after.get(key)];
  if (!left || !reached) return free;
  const first = pin(left, tip(from.spine, end));
  const second = pin(reached, tip(to.spine, end));
  const shorter = nearest(first.turn, second.turn) - first.turn;
  const last = { ...second, turn: first.turn + turnOf(end, from, to, before, after, shorter) };
  return (u, now) => {
    const box = now.get(key);
    return box ? tipOn(box, mixedPin(first, last, u)) : null;
  };
}

/** From this turn on, in radians, there is no telling which way round is the shorter one. */
const HALF_TURNS = 2;

/**
 * By how much an end turns against its box, given the shorter way. Money comes to a node from behind in columns and
 * from ahead in a ring: both ways round are then as long, and the end takes the one that lets the strip unbend.
 */
function turnOf(end: End, from: Band, to: Band, before: Places, after: Places, shorter: number): number {
  if (end === 'source' || Math.abs(shorter) < HALF_TURNS) return shorter;
  const turned = (key: string | null) => {
    const [left, reached] = [before.get(key ?? ''), after.get(key ?? '')];
    return left && reached ? nearest(left.angle, reached.angle) - left.angle : 0;
  };
  const wish = turned(from.source) + bend(to.spine) - bend(from.spine) - turned(from.target);
  const longer = shorter - Math.sign(shorter) * 2 * Math.PI;
  return Math.abs(longer - wish) < Math.abs(shorter - wish) ? longer : shorter;
}

/** By how much a spine turns on its way, in radians: whole turns count. */
function bend(spine: Spine): number {
  let sum = 0;
  let [dx, dy] = [0, 0];
  for (let index = 2; index < spine.length; index += 2) {
    const [x, y] = [at(spine, index) - at(spine, index - 2), at(spine, index + 1) - at(spine, index - 1)];
    if (Math.hypot(x, y) < 1e-9) continue;
    sum += Math.atan2(dx * y - dy * x, dx * x + dy * y);
    [dx, dy] = [x, y];
  }
  return sum;
}
