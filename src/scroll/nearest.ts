// Which flow or node is meant? The one next to a point of the drawing, within reach.

import type { Band, Box, Geometry } from '../layout/geometry.ts';
import { curves, pointAt, rails } from '../layout/strip.ts';

/** So many places are looked at on each curve of a flow. */
const PLACES = 12;

/**
 * The key of what a point of a drawing means: of a label what it names, else the node or flow next to it.
 *
 * @param reach how far the point may lie off, in units of the viewBox
 */
export function nearest(geometry: Geometry, x: number, y: number, reach: number): string | null {
  const named = geometry.labels.find(({ extent }) => {
    const [left, top, width, height] = extent ?? NOWHERE;
    return x >= left && x <= left + width && y >= top && y <= top + height;
  });
  const known = (key: string) => [...geometry.bands, ...geometry.boxes].some((one) => one.key === key);
  if (named && known(named.key)) return named.key;
  let best: string | null = null;
  let least = reach;
  const look = (key: string, distance: number) => {
    // What is painted later lies above.
    if (distance > least) return;
    best = key;
    least = Math.max(0, distance);
  };
  for (const band of geometry.bands) look(band.key, fromBand(band, x, y));
  // A node is a thin thing between wide flows: it wins as far as half the reach.
  for (const box of geometry.boxes) look(box.key, fromBox(box, x, y) - reach / 2);
  return best;
}

const NOWHERE = [0, 0, -1, -1] as const;

/** How far a point is from the edge of a flow; 0 within it. */
function fromBand(band: Band, x: number, y: number): number {
  const { left, right } = rails(band);
  let least = Infinity;
  for (let curve = 0; curve < curves(left); curve++)
    for (let place = 0; place <= PLACES; place++) {
      const [one, other] = [pointAt(left, curve, place / PLACES), pointAt(right, curve, place / PLACES)];
      const half = Math.hypot(one.x - other.x, one.y - other.y) / 2;
      least = Math.min(least, Math.hypot((one.x + other.x) / 2 - x, (one.y + other.y) / 2 - y) - half);
    }
  return Math.max(0, least);
}

/** How far a point is from a node, a bar or the piece of a ring; 0 within it. */
function fromBox({ x: atX, y: atY, angle, length, curvature, thickness }: Box, x: number, y: number): number {
  let [ahead, aside] = [
    (x - atX) * Math.cos(angle) + (y - atY) * Math.sin(angle),
    (y - atY) * Math.cos(angle) - (x - atX) * Math.sin(angle),
  ];
  if (Math.abs(curvature) > 1e-6) {
    // Round its arc a node is as straight as a bar.
    const radius = 1 / curvature;
    const away = Math.hypot(radius - ahead, aside);
    [ahead, aside] = [radius - away, radius * Math.atan2(aside, radius - ahead)];
  }
  const behind = Math.max(0, ahead, -thickness - ahead);
  return Math.hypot(behind, Math.max(0, Math.abs(aside) - length / 2));
}
