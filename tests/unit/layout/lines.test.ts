import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lined } from '../../../src/layout/lines.ts';
import type { SceneLink } from '../../../src/model/scene.ts';
import { link } from './scenes.ts';

const counted = (more: Partial<SceneLink>, perLine = 5) => {
  const { lines, paid, open } = lined(link('ab', 'a', 'b', 100, more), perLine);
  return { lines, paid, open };
};

describe('the hairlines of a flow', () => {
  test('are as many as the sum of one line goes into it', () => {
    expect(counted({}).lines).toBe(20);
    expect(counted({}, 30).lines).toBe(3);
    expect(counted({}, 1000).lines).toBe(1);
  });

  test('are paid for the part of the amount that has flowed', () => {
    expect(counted({ paid: 25 })).toEqual({ lines: 20, paid: 5, open: 0 });
    expect(counted({ paid: 100 })).toEqual({ lines: 20, paid: 20, open: 0 });
    expect(counted({ paid: 120 }).paid).toBe(20);
  });

  test('are shared out in the currency of the report, whatever it is worth in dollars', () => {
    // 80 euros are 100 dollars; half of them have flowed.
    expect(counted({ amount: 80, currency: 'EUR', paid: 40 })).toMatchObject({ lines: 20, paid: 10 });
  });

  test('are shared out by the year where the amount is that of a year', () => {
    expect(counted({ amount: 20, perYear: true, years: 5, paid: 10 })).toMatchObject({ lines: 20, paid: 10 });
  });

  test('are all open where an amount is „bis zu“ and nothing of it is firm', () => {
    expect(counted({ qualifier: 'up_to' })).toEqual({ lines: 20, paid: 0, open: 20 });
  });

  test('are open but for what is firm', () => {
    expect(counted({ qualifier: 'up_to', firm: 40 })).toEqual({ lines: 20, paid: 0, open: 12 });
  });

  test('are not open where they have been paid, firm or not', () => {
    expect(counted({ qualifier: 'up_to', paid: 30 })).toEqual({ lines: 20, paid: 6, open: 14 });
    expect(counted({ qualifier: 'up_to', firm: 40, paid: 30 })).toEqual({ lines: 20, paid: 6, open: 12 });
    expect(counted({ qualifier: 'up_to', firm: 20, paid: 30 })).toEqual({ lines: 20, paid: 6, open: 14 });
  });

  test('are never open without „bis zu“', () => {
    for (const qualifier of ['exact', 'about', 'at_least', null] as const)
      expect(counted({ qualifier, firm: 40 }).open).toBe(0);
  });

  test('are one line for what is no sum of money', () => {
    for (const given of ['unknown', 'shares', 'guarantee'] as const)
      expect(counted({ given, qualifier: 'up_to', paid: 50 })).toEqual({ lines: 1, paid: 0, open: 0 });
    expect(counted({ given: 'unknown', value: 0, amount: null })).toEqual({ lines: 1, paid: 0, open: 0 });
  });

  test('are never more paid and open together than there are', () => {
    const amount = fc.double({ min: 0.01, max: 600, noNaN: true });
    const part = fc.option(fc.double({ min: 0, max: 700, noNaN: true }));
    fc.assert(
      fc.property(
        amount,
        part,
        part,
        fc.constantFrom('up_to' as const, 'exact' as const),
        fc.integer({ min: 1, max: 40 }),
        (value, firm, paid, qualifier, perLine) => {
          const {
            lines,
            paid: flowed,
            open,
          } = lined(link('ab', 'a', 'b', value, { firm, paid, qualifier }), perLine);
          expect(lines).toBeGreaterThanOrEqual(1);
          expect(Math.abs(lines - value / perLine)).toBeLessThanOrEqual(value < perLine ? 1 : 0.5);
          expect([lines, flowed, open].every(Number.isInteger)).toBe(true);
          expect(Math.min(flowed, open)).toBeGreaterThanOrEqual(0);
          expect(flowed + open).toBeLessThanOrEqual(lines);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('a flow takes the place of what it replaces, flows and bars', () => {
  const { key, replaces, source, target } = lined(
    link('ab', 'a', 'b', 5, { replaces: 'old', figures: ['rpo'] }),
    5,
  );
  expect([key, source, target]).toEqual(['link:ab', 'node:a', 'node:b']);
  expect(replaces).toEqual(['link:old', 'bar:rpo']);
});
