// Which hairlines of a flow are drawn while it moves? A few, the same ones all the way; a tint stands for the others.

import type { Band } from './geometry.ts';

/** So many hairlines move. */
export const MOST = 100;
/** So many beyond the first of each flow move at least, however many flows there are: bundles stay bundles. */
export const LEAST = 30;

/** A band in the first scene and in the second; one of them may be missing. */
type Pair = readonly [Band, Band] | readonly [Band, null] | readonly [null, Band];

/** The hairlines that are drawn of each pair, shared out by how many it has. What moves already keeps its own. */
export function few(pairs: readonly Pair[]): (readonly number[])[] {
  // Each has its first one; the others share what is left.
  const more = pairs.reduce((sum, pair) => sum + Math.max(...pair.map((band) => band?.lines ?? 1)) - 1, 0);
  const share = Math.min(1, Math.max(LEAST, MOST - pairs.length) / more);
  return pairs.map(([from, to]) => {
    const { lines } = to ?? from;
    const count = 1 + Math.floor((Math.min(from?.lines ?? lines, lines) - 1) * share);
    // Each runs where a line of the still does.
    const place = (_: unknown, index: number) =>
      (Math.floor(((index + 0.5) * lines) / count) + 0.5) / lines - 0.5;
    return from?.few ?? Array.from({ length: count }, place);
  });
}
