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

/** The number of cubics in a spine. */
export const curves = (spine: Spine): number => (spine.length - 2) / 6;

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
const point = (spine: Spine, index: number): Point => ({
  x: at(spine, 2 * index),
  y: at(spine, 2 * index + 1),
});

/** The width at a share u (0 to 1) of the length: straight from start to end, drawn towards the middle. */
export function widthAt(strip: Strip, u: number): number {
  const [start, middle, end] = strip.width;
  const straight = start + (end - start) * u;
  const waist = (4 * u * (1 - u)) ** 2;
  return straight + (middle - straight) * waist;
}

/** The direction at each joint as a unit vector: the sum of the handles that meet there. */
function directions(spine: Spine): Point[] {
  const count = curves(spine);
  const result: Point[] = [];
  let last: Point = { x: 1, y: 0 };
  for (let joint = 0; joint <= count; joint++) {
    const here = point(spine, 3 * joint);
    const before = joint === 0 ? undefined : handle(spine, 3 * joint - 1, 3 * joint - 2, here, -1);
    const after = joint === count ? undefined : handle(spine, 3 * joint + 1, 3 * joint + 2, here, 1);
    const sum = { x: (before?.x ?? 0) + (after?.x ?? 0), y: (before?.y ?? 0) + (after?.y ?? 0) };
    const length = Math.hypot(sum.x, sum.y);
    // Opposite handles cancel at a cusp; the direction before it is then the best there is.
    last = length > 1e-9 ? { x: sum.x / length, y: sum.y / length } : last;
    result.push(last);
  }
  return result;
}

/** The unit vector from a joint to its handle, or to the next one when the handle is of no length. */
function handle(spine: Spine, near: number, far: number, joint: Point, sign: 1 | -1): Point | undefined {
  for (const index of [near, far]) {
    const to = point(spine, index);
    const length = Math.hypot(to.x - joint.x, to.y - joint.y);
    if (length > 1e-9)
      return { x: (sign * (to.x - joint.x)) / length, y: (sign * (to.y - joint.y)) / length };
  }
  return undefined;
}

/**
 * The curve that runs along a strip at a share of its width: -0.5 and 0.5 are the rails, 0 is the spine.
 * Handles grow on the outside of a turn and shrink on the inside by 4/3 · tan(turn / 4), exact for arcs
 * (Tiller and Hanson, "Offsets of two-dimensional profiles", 1984).
 */
export function along(strip: Strip, share: number): number[] {
  const { spine } = strip;
  const count = curves(spine);
  const direction = directions(spine);
  const offset = (joint: number) => share * widthAt(strip, count === 0 ? 0 : joint / count);
  const moved = (index: number, joint: number): Point => {
    const { x, y } = point(spine, index);
    const tangent = direction[joint] ?? { x: 1, y: 0 };
    return { x: x - tangent.y * offset(joint), y: y + tangent.x * offset(joint) };
  };
  const first = moved(0, 0);
  const result = [first.x, first.y];
  for (let curve = 0; curve < count; curve++) {
    const t0 = direction[curve] ?? { x: 1, y: 0 };
    const t1 = direction[curve + 1] ?? t0;
    const turn = Math.atan2(t0.x * t1.y - t0.y * t1.x, t0.x * t1.x + t0.y * t1.y);
    const stretch = (4 / 3) * Math.tan(turn / 4);
    const start = moved(3 * curve, curve);
    const end = moved(3 * curve + 3, curve + 1);
    const rise = (offset(curve + 1) - offset(curve)) / 3;
    const out = stretched(point(spine, 3 * curve), point(spine, 3 * curve + 1), offset(curve) * stretch);
    const into = stretched(
      point(spine, 3 * curve + 3),
      point(spine, 3 * curve + 2),
      offset(curve + 1) * stretch,
    );
    result.push(
      start.x + out.x - t0.y * rise,
      start.y + out.y + t0.x * rise,
      end.x + into.x + t1.y * rise,
      end.y + into.y - t1.x * rise,
      end.x,
      end.y,
    );
  }
  return result;
}

/** The handle from a joint, shortened by `less`, never below nothing. */
function stretched(joint: Point, to: Point, less: number): Point {
  const x = to.x - joint.x;
  const y = to.y - joint.y;
  const length = Math.hypot(x, y);
  const factor = length > 1e-9 ? Math.max(0, length - less) / length : 0;
  return { x: x * factor, y: y * factor };
}

/** The hairline `index` of `count`, evenly spread across the strip, from its bulge into the point of its head. */
export function hairline(strip: Strip, index: number, count: number): number[] {
  const share = (index + 0.5) / count - 0.5;
  const line = along(strip, share);
  const round = 1 - 4 * share * share;
  const before = strip.bulge[0] * round;
  const after = strip.bulge[1] * round + strip.head * (1 - 2 * Math.abs(share));
  const direction = directions(strip.spine);
  const [first, last] = [direction[0] ?? { x: 1, y: 0 }, direction.at(-1) ?? { x: 1, y: 0 }];
  const begun =
    before > 0
      ? lineTo([at(line, 0) - first.x * before, at(line, 1) - first.y * before], at(line, 0), at(line, 1))
      : line.slice(0, 2);
  const whole = [...begun, ...line.slice(2)];
  const [x, y] = [at(line, line.length - 2), at(line, line.length - 1)];
  return after > 0 ? lineTo(whole, x + last.x * after, y + last.y * after) : whole;
}

/** The length of each cubic of a spine, measured on `steps` chords each. */
export function lengths(spine: Spine, steps = 12): number[] {
  return Array.from({ length: curves(spine) }, (_, curve) => {
    let sum = 0;
    let before = pointAt(spine, curve, 0);
    for (let step = 1; step <= steps; step++) {
      const next = pointAt(spine, curve, step / steps);
      sum += Math.hypot(next.x - before.x, next.y - before.y);
      before = next;
    }
    return sum;
  });
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
  const s = 1 - t;
  const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  let x = 0;
  let y = 0;
  weights.forEach((weight, index) => {
    x += weight * at(spine, 6 * curve + 2 * index);
    y += weight * at(spine, 6 * curve + 2 * index + 1);
  });
  return { x, y };
}

/** The part of a cubic between two of its parameters, as eight numbers (de Casteljau). */
function cut(spine: Spine, curve: number, t0: number, t1: number): number[] {
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

/** Adds straight lines and quarter turns to a spine, from a start point. */
export function lineTo(spine: readonly number[], x: number, y: number): number[] {
  const x0 = at(spine, spine.length - 2);
  const y0 = at(spine, spine.length - 1);
  const third = (share: number) => [x0 + (x - x0) * share, y0 + (y - y0) * share];
  return [...spine, ...third(1 / 3), ...third(2 / 3), x, y];
}

/** 4/3 · tan(90° / 4): the handle of a quarter circle of radius 1. */
const QUARTER = 0.5522847498;

/** Adds a quarter of an ellipse that leaves along the first axis towards `corner` and arrives along the other. */
export function quarterTo(
  spine: readonly number[],
  corner: readonly [number, number],
  x: number,
  y: number,
): number[] {
  const x0 = at(spine, spine.length - 2);
  const y0 = at(spine, spine.length - 1);
  const [cx, cy] = corner;
  return [
    ...spine,
    x0 + (cx - x0) * QUARTER,
    y0 + (cy - y0) * QUARTER,
    x + (cx - x) * QUARTER,
    y + (cy - y) * QUARTER,
    x,
    y,
  ];
}
