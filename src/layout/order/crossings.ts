// How much do the forward links of an order cross?

import type { Layers, Order } from './layers.ts';

/**
 * The weighted crossings of all unit steps, in shares of the largest value. In each gutter the steps are taken by
 * where they leave; a Fenwick tree holds the weight that has arrived at each place (Barth, Mutzel, Jünger, "Simple
 * and efficient bilayer cross counting", 2004).
 */
export function crossed({ leaving }: Layers, { rows, place }: Order): number {
  const { start, other, weight } = leaving;
  const tree = new Float64Array(Math.max(0, ...rows.map(({ length }) => length)) + 1);
  let sum = 0;
  rows.forEach((row, column) => {
    const size = rows[column + 1]?.length ?? 0;
    if (size < 2) return;
    tree.fill(0, 0, size + 1);
    for (const entry of row) {
      const first = start[entry] ?? 0;
      const end = start[entry + 1] ?? 0;
      // The tree counts from the last place, so that its sums are of what arrives beyond, and exact where that is nothing.
      for (let step = first; step < end; step++) {
        let beyond = 0;
        for (let at = size - 1 - (place[other[step] ?? 0] ?? 0); at > 0; at -= at & -at)
          beyond += tree[at] ?? 0;
        sum += (weight[step] ?? 0) * beyond;
      }
      for (let step = first; step < end; step++)
        for (let at = size - (place[other[step] ?? 0] ?? 0); at <= size; at += at & -at)
          tree[at] = (tree[at] ?? 0) + (weight[step] ?? 0);
    }
  });
  return sum;
}
