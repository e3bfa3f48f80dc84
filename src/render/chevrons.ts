// Which way does the money go? Chevrons on the middle of a strip, where no label covers them.

import type { Band, Label } from '../layout/geometry.ts';
import { curves, lengths, pointAt, type Strip } from '../layout/strip.ts';
import { tenth } from './path.ts';

/** Chevrons stand this far apart on strips wider than the least, on thinner ones twice as far. */
const CHEVRON_DISTANCE = 90;
export const CHEVRON_LEAST = 4;

/**
 * Open angles that point the way the money goes, evenly spaced on the middle of a strip, none under a label. Where a
 * label covers the whole middle, one stands beside it or behind it: no flow is without its direction.
 */
export function chevronsOf(strip: Band, labels: readonly Label[], least: number): string {
  const width = strip.width[1];
  if (width <= least || strip.key.startsWith('bar:')) return '';
  const measured = lengths(strip.spine);
  const total = measured.reduce((sum, length) => sum + length, 0);
  const size = Math.min(7, Math.max(2.5, width * 0.22));
  if (total < 4 * size) return '';
  const apart = width > CHEVRON_LEAST ? CHEVRON_DISTANCE : 2 * CHEVRON_DISTANCE;
  const count = Math.max(1, Math.floor(total / apart));
  const angleAt = (share: number, aside: number): string | null => {
    const { x, y, angle } = spotAt(strip, measured, total * share);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [mx, my] = [x - sin * aside, y + cos * aside];
    const covered = labels.some(({ extent }) => extent !== null && within(extent, mx, my, 1.5 * size));
    const corner = (ahead: number, side: number) =>
      [mx + cos * ahead - sin * side, my + sin * ahead + cos * side].map(tenth).join(' ');
    return covered
      ? null
      : `M${corner(-size * 0.5, -size)}L${corner(size * 0.5, 0)}L${corner(-size * 0.5, size)}`;
  };
  const even = Array.from({ length: count }, (_, index) => angleAt((index + 0.5) / count, 0));
  const drawn = even.filter((one) => one !== null);
  if (drawn.length > 0) return drawn.join('');
  const third = width > 5 * size ? 0.34 * width : 0;
  const others = [angleAt(0.5, third), angleAt(0.5, -third), angleAt(0.9, 0), angleAt(0.1, 0)];
  return others.find((one) => one !== null) ?? '';
}

const within = (
  [left, top, width, height]: readonly [number, number, number, number],
  x: number,
  y: number,
  pad: number,
) => x > left - pad && x < left + width + pad && y > top - pad && y < top + height + pad;

/** The place and direction at a distance from the start of a strip. */
function spotAt(
  strip: Strip,
  measured: readonly number[],
  distance: number,
): { x: number; y: number; angle: number } {
  let rest = distance;
  let curve = 0;
  while (curve < curves(strip.spine) - 1 && rest > (measured[curve] ?? 0)) {
    rest -= measured[curve] ?? 0;
    curve += 1;
  }
  const t = Math.min(0.999, rest / Math.max(1e-9, measured[curve] ?? 0));
  const here = pointAt(strip.spine, curve, t);
  const next = pointAt(strip.spine, curve, t + 1e-3);
  return { ...here, angle: Math.atan2(next.y - here.y, next.x - here.x) };
}
