// How wide is a strip on its way, and how well does it hold on to its nodes? Measured without the code that holds it.

import type { Band, Box } from '../../../src/layout/geometry.ts';
import { curves, pointAt, rails } from '../../../src/layout/strip.ts';

/** The least distance between the rails of a strip, at its joints and between them. */
export function narrowest(strip: Band): number {
  const { left, right } = rails(strip);
  let least = Infinity;
  for (let curve = 0; curve < curves(left); curve++)
    for (let step = 0; step <= 6; step++) {
      const [one, other] = [pointAt(left, curve, step / 6), pointAt(right, curve, step / 6)];
      least = Math.min(least, Math.hypot(one.x - other.x, one.y - other.y));
    }
  return least;
}

/** The point of a box's edge at a share of its length, and the direction in which money leaves there. */
function edgeAt(on: Box, share: number): { x: number; y: number; angle: number } {
  const place = (share - 0.5) * on.length;
  const bent = on.curvature * place;
  if (Math.abs(on.curvature) < 1e-9)
    return { x: on.x - place * Math.sin(on.angle), y: on.y + place * Math.cos(on.angle), angle: on.angle };
  const radius = 1 / on.curvature;
  return {
    x: on.x + radius * (Math.cos(on.angle) - Math.cos(on.angle - bent)),
    y: on.y + radius * (Math.sin(on.angle) - Math.sin(on.angle - bent)),
    angle: on.angle - bent,
  };
}

/** The spot of an edge nearest to an end of a strip. */
function nearestSpot(strip: Band, on: Box, end: 'source' | 'target') {
  const [x = NaN, y = NaN] = end === 'source' ? strip.spine.slice(0, 2) : strip.spine.slice(-2);
  return Array.from({ length: 401 }, (_, index) => {
    const spot = edgeAt(on, index / 400);
    return { ...spot, away: Math.hypot(spot.x - x, spot.y - y) };
  }).reduce((least, next) => (next.away < least.away ? next : least));
}

/** How far an end of a strip is from the edge of a box. */
export const gap = (strip: Band, on: Box, end: 'source' | 'target') => nearestSpot(strip, on, end).away;

/** How far from its edge an end may be: behind the node with its point, or ahead of it with its bulge. */
export const reachOf = ({ head, bulge }: Band, { thickness, length }: Box) =>
  Math.max(thickness + head, 3 + head + Math.max(...bulge)) + length / 400 + 0.5;

/** The length of the first handle of a strip; endless where there is no strip. */
export function handleOf(strip: Band | undefined): number {
  const [x0 = 0, y0 = 0, x1 = Infinity, y1 = 0] = strip?.spine.slice(0, 4) ?? [];
  return Math.hypot(x1 - x0, y1 - y0);
}

/** How far the first handle of a strip is from a right angle to its edge, in radians. */
export function slant(strip: Band, on: Box): number {
  const [x0 = NaN, y0 = NaN, x1 = NaN, y1 = NaN] = strip.spine.slice(0, 4);
  const { angle } = nearestSpot(strip, on, 'source');
  return Math.abs(Math.sin(Math.atan2(y1 - y0, x1 - x0) - angle)) - (on.length * on.curvature) / 400;
}
