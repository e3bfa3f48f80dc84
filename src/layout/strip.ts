// What shape does a flow have? A strip: a spine of cubic curves with a width along it.
// Its rails, its hairlines and parts of it are derived here, at rest and in motion alike.

/** A chain of n cubic Bézier curves: 3n + 1 points, flat as x, y, x, y …, in units of the viewBox. */
export type Spine = readonly number[];

/** A shape with a width. The field's names for it are band, ribbon, bar and return loop. */
export interface Strip {
  readonly spine: Spine;
  /** Width at the start, in the middle and at the end, in units of the viewBox. */
  readonly width: readonly [number, number, number];
  /** How far the middle of the strip runs on beyond its end, into a point; 0 for a blunt end. */
  readonly head: number;
  /** How far its middle runs on roundly beyond its start and its end, to meet an arc; 0 for a straight edge. */
  readonly bulge: readonly [number, number];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What all lines along a strip are mixed from: both rails, and the unit vectors in which they begin and end. */
export interface Rails {
  readonly left: Spine;
  readonly right: Spine;
  readonly begin: Point;
  readonly end: Point;
}

/** The number of cubics in a spine. */
export const curves = (spine: Spine): number => (spine.length - 2) / 6;

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
const point = (spine: Spine, index: number): Point => ({
  x: at(spine, 2 * index),
  y: at(spine, 2 * index + 1),
});
/** What is shorter has no direction. */
const SHORTEST = 1e-9;
/** Of a piece that is shorter, rounding may turn the direction round: a longer one is asked, where there is one. */
const TELLING = 0.05;

/** The width at a share u (0 to 1) of the length: straight from start to end, drawn towards the middle. */
export function widthAt(strip: Strip, u: number): number {
  const [start, middle, end] = strip.width;
  const straight = start + (end - start) * u;
  const waist = (4 * u * (1 - u)) ** 2;
  return straight + (middle - straight) * waist;
}

/** How wide a strip is at each joint of its spine. */
interface Profile {
  /** Half the width there. */
  readonly halves: readonly number[];
  /** By how much it grows along a third of each cubic, as it grows where the cubic starts and where it ends. */
  readonly rises: readonly number[];
}

/** The profile of a strip. It goes by length, so that a spine cut finer stays as wide as it was. */
function profileOf(strip: Strip): Profile {
  const [start, middle, end] = strip.width;
  const count = curves(strip.spine);
  if (start === middle && middle === end)
    return {
      halves: new Array<number>(count + 1).fill(start / 2),
      rises: new Array<number>(2 * count).fill(0),
    };
  const measured = lengths(strip.spine, 6);
  const total = measured.reduce((sum, length) => sum + length, 0);
  const share = (length: number) => (total > SHORTEST ? length / total : 1 / count);
  // The slope of `widthAt`: where two cubics meet both have it, and the rail has no kink.
  const slope = (u: number) => {
    const bow = 4 * u * (1 - u);
    return (end - start) * (1 - bow ** 2) + (middle - start - (end - start) * u) * 8 * bow * (1 - 2 * u);
  };
  const [halves, rises] = [[start / 2], [] as number[]];
  let u = 0;
  for (const length of measured) {
    const part = share(length);
    rises.push((slope(u) * part) / 6);
    u += part;
    rises.push((slope(u) * part) / 6);
    halves.push(widthAt(strip, u) / 2);
  }
  return { halves, rises };
}

/** The direction at each joint as a unit vector, flat: the sum of the handles that meet there. */
function directions(spine: Spine): number[] {
  const result: number[] = [];
  let [x, y] = [1, 0];
  for (let joint = 0; joint < spine.length; joint += 6) {
    const before = handle(spine, joint, -1);
    const after = handle(spine, joint, 1);
    const sumX = (after?.x ?? 0) - (before?.x ?? 0);
    const sumY = (after?.y ?? 0) - (before?.y ?? 0);
    const length = Math.sqrt(sumX * sumX + sumY * sumY);
    // Opposite handles cancel at a cusp; the direction before it is then the best there is.
    if (length > SHORTEST) [x, y] = [sumX / length, sumY / length];
    result.push(x, y);
  }
  return result;
}

/** The unit vector from a joint to its handle on one side, or to the next point that is far enough to tell a direction. */
function handle(spine: Spine, joint: number, side: 1 | -1): Point | null {
  return vector(spine, joint, side, TELLING) ?? vector(spine, joint, side, SHORTEST);
}

function vector(spine: Spine, joint: number, side: 1 | -1, least: number): Point | null {
  for (let to = joint + 2 * side; to >= 0 && to < spine.length; to += 2 * side) {
    const x = at(spine, to) - at(spine, joint);
    const y = at(spine, to + 1) - at(spine, joint + 1);
    const length = Math.sqrt(x * x + y * y);
    if (length > least) return { x: x / length, y: y / length };
  }
  return null;
}

/** The rails of a strip, left and right of the way it runs. */
export function rails(strip: Strip): Rails {
  const { spine } = strip;
  const tangents = directions(spine);
  const profile = profileOf(strip);
  return {
    left: beside(spine, tangents, profile, -1),
    right: beside(spine, tangents, profile, 1),
    begin: point(tangents, 0),
    end: point(tangents, curves(spine)),
  };
}

/**
 * The curve beside a spine, to its left (-1) or right (1), at half the width. Handles grow on the outside of a turn
 * and shrink on the inside by 4/3 · tan(turn / 4), exact for arcs (Tiller and Hanson, "Offsets of two-dimensional
 * profiles", 1984).
 */
function beside(spine: Spine, tangents: Spine, { halves, rises }: Profile, side: 1 | -1): number[] {
  let [tx, ty, aside] = [at(tangents, 0), at(tangents, 1), side * at(halves, 0)];
  let [x, y] = [at(spine, 0) - aside * ty, at(spine, 1) + aside * tx];
  const result = [x, y];
  for (let curve = 1; curve <= curves(spine); curve++) {
    const index = 6 * curve;
    const [nextTx, nextTy] = [at(tangents, 2 * curve), at(tangents, 2 * curve + 1)];
    const nextAside = side * at(halves, curve);
    const nextX = at(spine, index) - nextAside * nextTy;
    const nextY = at(spine, index + 1) + nextAside * nextTx;
    const stretch = (4 / 3) * Math.tan(Math.atan2(tx * nextTy - ty * nextTx, tx * nextTx + ty * nextTy) / 4);
    const rise = side * at(rises, 2 * curve - 2);
    const nextRise = side * at(rises, 2 * curve - 1);
    const out = reach(spine, index - 6, index - 4, aside * stretch);
    const into = reach(spine, index, index - 2, nextAside * stretch);
    result.push(x + tx * out - ty * rise, y + ty * out + tx * rise);
    result.push(nextX - nextTx * into + nextTy * nextRise, nextY - nextTy * into - nextTx * nextRise);
    result.push(nextX, nextY);
    [tx, ty, aside, x, y] = [nextTx, nextTy, nextAside, nextX, nextY];
  }
  return result;
}

/**
 * How long the handle of a spine becomes on a rail that is `less` shorter. It never becomes less than nothing: what
 * the inside of a turn cannot give, the outside takes in addition, so that the strip keeps its width in the turn.
 */
function reach(spine: Spine, joint: number, to: number, less: number): number {
  const x = at(spine, to) - at(spine, joint);
  const y = at(spine, to + 1) - at(spine, joint + 1);
  const length = Math.sqrt(x * x + y * y);
  return less > 0 ? Math.max(0, length - less) : Math.max(length, -less) - less;
}

/** The curve that runs along a strip at a share of its width: -0.5 is the left rail, 0.5 the right one. */
export function along(strip: Strip, share: number): number[] {
  const { left, right } = rails(strip);
  return left.map((value, index) => value + (at(right, index) - value) * (share + 0.5));
}

/** How far the line at a share of the width begins before its rails and ends beyond them: bulge and head. */
export function overhang(strip: Strip, share: number): { readonly before: number; readonly beyond: number } {
  const round = 1 - 4 * share * share;
  return {
    before: strip.bulge[0] * round,
    beyond: strip.bulge[1] * round + strip.head * (1 - 2 * Math.abs(share)),
  };
}

/** The length of each cubic of a spine, measured on `steps` chords each. */
export function lengths(spine: Spine, steps = 12): number[] {
  const result: number[] = [];
  for (let curve = 0; curve < curves(spine); curve++) {
    let sum = 0;
    let [x, y] = [at(spine, 6 * curve), at(spine, 6 * curve + 1)];
    for (let step = 1; step <= steps; step++) {
      const nextX = valueAt(spine, 6 * curve, step / steps);
      const nextY = valueAt(spine, 6 * curve + 1, step / steps);
      sum += Math.sqrt((nextX - x) ** 2 + (nextY - y) ** 2);
      [x, y] = [nextX, nextY];
    }
    result.push(sum);
  }
  return result;
}

/** The share of a dash in its period; the rest is the gap. */
export const DASH = 0.65;

/** The length of a dash and its gap, near `wish`, at which a spine ends with a whole dash. */
export function dashPeriod(spine: Spine, wish: number): number {
  const length = lengths(spine).reduce((sum, one) => sum + one, 0);
  return length / (Math.max(0, Math.round(length / wish - DASH)) + DASH);
}

/** The point at t (0 to 1) of one cubic of a spine. */
export function pointAt(spine: Spine, curve: number, t: number): Point {
  return { x: valueAt(spine, 6 * curve, t), y: valueAt(spine, 6 * curve + 1, t) };
}

/** One coordinate of a cubic at t, from the place of its first number on. */
function valueAt(spine: Spine, index: number, t: number): number {
  const s = 1 - t;
  return (
    s * s * (s * at(spine, index) + 3 * t * at(spine, index + 2)) +
    t * t * (3 * s * at(spine, index + 4) + t * at(spine, index + 6))
  );
}

/** The part of a cubic between two of its parameters, as eight numbers (de Casteljau). */
export function cut(spine: Spine, curve: number, t0: number, t1: number): number[] {
  const p = Array.from({ length: 4 }, (_, index) => point(spine, 3 * curve + index));
  const blossom = (a: number, b: number, c: number): Point => {
    const mix = (from: Point, to: Point, t: number): Point => ({
      x: from.x + (to.x - from.x) * t,
      y: from.y + (to.y - from.y) * t,
    });
    const [p0, p1, p2, p3] = p as [Point, Point, Point, Point];
    const q0 = mix(p0, p1, a);
    const q1 = mix(p1, p2, a);
    const q2 = mix(p2, p3, a);
    return mix(mix(q0, q1, b), mix(q1, q2, b), c);
  };
  return [blossom(t0, t0, t0), blossom(t0, t0, t1), blossom(t0, t1, t1), blossom(t1, t1, t1)].flatMap(
    ({ x, y }) => [x, y],
  );
}

/** The part of a strip between two shares of its length, 0 ≤ from ≤ to ≤ 1. The whole of it is itself. */
export function part(strip: Strip, from: number, to: number): Strip {
  if (from <= 0 && to >= 1) return strip;
  const measured = lengths(strip.spine);
  const total = measured.reduce((sum, length) => sum + length, 0);
  const spine: number[] = [];
  let start = 0;
  measured.forEach((length, curve) => {
    const share = (u: number) => (length > 0 ? Math.min(1, Math.max(0, (u * total - start) / length)) : 0);
    const t0 = share(from);
    const t1 = share(to);
    start += length;
    // A cubic outside the part shrinks to a point only when nothing else is left to draw.
    if (t1 > t0) spine.push(...cut(strip.spine, curve, t0, t1).slice(spine.length === 0 ? 0 : 2));
  });
  if (spine.length === 0) {
    const tip = from > 0 ? point(strip.spine, 3 * curves(strip.spine)) : point(strip.spine, 0);
    for (let index = 0; index < 4; index++) spine.push(tip.x, tip.y);
  }
  return {
    spine,
    width: [widthAt(strip, from), widthAt(strip, (from + to) / 2), widthAt(strip, to)],
    head: strip.head,
    bulge: [from > 0 ? 0 : strip.bulge[0], to < 1 ? 0 : strip.bulge[1]],
  };
}

/** The same spine in more cubics: the longest is halved until there are `count`. The shape stays exactly. */
export function refined(spine: Spine, count: number): number[] {
  const pieces = Array.from({ length: curves(spine) }, (_, curve) => spine.slice(6 * curve, 6 * curve + 8));
  const sizes = lengths(spine);
  while (pieces.length < count) {
    const longest = sizes.indexOf(Math.max(...sizes));
    const piece = pieces[longest] ?? [];
    pieces.splice(longest, 1, cut(piece, 0, 0, 0.5), cut(piece, 0, 0.5, 1));
    const size = at(sizes, longest) / 2;
    sizes.splice(longest, 1, size, size);
  }
  return pieces.flatMap((piece, index) => (index === 0 ? piece : piece.slice(2)));
}
