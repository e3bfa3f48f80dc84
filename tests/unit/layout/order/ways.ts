// Made-up links in columns for the tests of the order.

import fc from 'fast-check';
import type { Way } from '../../../../src/layout/order/order.ts';

/** Networks of 1–16 nodes in 1–5 columns, 0–40 links of 0–600, to themselves, side by side and back among them. */
export const ways = () =>
  fc
    .integer({ min: 1, max: 16 })
    .chain((count) =>
      fc.record({
        columns: fc.array(fc.nat(4), { minLength: count, maxLength: count }),
        ends: fc.array(
          fc.tuple(
            fc.nat(count - 1),
            fc.nat(count - 1),
            fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60_000 })),
          ),
          { maxLength: 40, size: 'max' },
        ),
      }),
    )
    .map(({ columns, ends }) => ({
      rows: [0, 1, 2, 3, 4].map((column) =>
        columns.flatMap((of, index) => (of === column ? [`n${String(index)}`] : [])),
      ),
      links: ends.map(([source, target, cents], index): Way => ({
        id: `l${String(index)}`,
        source: `n${String(source)}`,
        target: `n${String(target)}`,
        value: cents / 100,
      })),
    }));

/** The same in another order. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const key = (index: number) => Math.imul(index + 1, 2654435761 + 2 * seed) >>> 0;
  return list
    .map((entry, index) => ({ entry, key: key(index) }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}
