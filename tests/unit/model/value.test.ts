import { describe, expect, it } from 'vitest';
import { figureSchema, type Figure } from '../../../src/model/facts.ts';
import { linkSchema, type Link, type State } from '../../../src/model/schema.ts';
import { dollars, fate, figureDollars, stateAt, states, total } from '../../../src/model/value.ts';

function link(...history: State[]): Link {
  return linkSchema.parse({
    id: 'one-two',
    source: 'one',
    target: 'two',
    kind: 'equity',
    currency: 'USD',
    fact: 'Eins zahlt zwei.',
    verdict: 'supported',
    evidence: 'press',
    references: ['zeitung'],
    history,
  });
}

const instalments = link(
  { date: '2025-03-31', status: 'announced', amount: 30, qualifier: 'exact' },
  { date: '2025-04', status: 'announced', paid: 7.5 },
  { date: '2025-12-26', status: 'paid', text: 'Der Rest.' },
);

describe('states', () => {
  it('carries amount, qualifier and paid part on, and counts a paid amount as paid', () => {
    expect(states(instalments).map(({ amount, qualifier, paid }) => [amount, qualifier, paid])).toEqual([
      [30, 'exact', null],
      [30, 'exact', 7.5],
      [30, 'exact', 30],
    ]);
  });

  it('lets an amount end that is public no longer', () => {
    const [, last] = states(
      link(
        { date: '2025', status: 'announced', amount: 5, qualifier: 'about' },
        { date: '2026', status: 'announced', amount: null },
      ),
    );
    expect(last?.amount).toBeNull();
  });

  it('keeps the part that was paid before a link was cancelled', () => {
    const [, last] = states(
      link(
        { date: '2025', status: 'contracted', amount: 5, qualifier: 'exact', paid: 2 },
        { date: '2026', status: 'cancelled' },
      ),
    );
    expect(last).toMatchObject({ amount: 5, paid: 2 });
  });
});

describe('stateAt', () => {
  it.each([
    ['2025-03-31', '2025-03-31'],
    ['2025-04-29', '2025-03-31'],
    ['2025-04-30', '2025-04'],
    ['2025-12-25', '2025-04'],
    ['2025-12-26', '2025-12-26'],
    ['2026-07-01', '2025-12-26'],
  ])('finds the state that certainly held on %s', (day, date) => {
    expect(stateAt(instalments, day)?.date).toBe(date);
  });

  it('takes the latest without a day, and nothing before the first', () => {
    expect(stateAt(instalments, null)?.status).toBe('paid');
    expect(stateAt(instalments, '2025-03-30')).toBeUndefined();
  });

  it('takes the first state on a day inside the month in which it began', () => {
    const begun = link({ date: '2025-09', status: 'contracted', amount: 14, qualifier: 'up_to' });
    expect(stateAt(begun, '2025-09-10')?.date).toBe('2025-09');
    expect(stateAt(begun, '2025-08-31')).toBeUndefined();
  });
});

describe('fate', () => {
  it('tells the last state after a day', () => {
    expect(fate(instalments, '2025-05-01')).toMatchObject({
      date: '2025-12-26',
      status: 'paid',
      text: 'Der Rest.',
    });
  });

  it('tells nothing where nothing followed, or no day is given', () => {
    expect(fate(instalments, '2026-01-01')).toBeNull();
    expect(fate(instalments, null)).toBeNull();
  });
});

const figure = (id: string, entry: Partial<Figure>): Figure =>
  figureSchema.parse({
    id,
    node: 'one',
    measure: 'Umsatz',
    value: 10,
    unit: 'bn',
    currency: 'USD',
    period: '2025',
    verdict: 'supported',
    evidence: 'press',
    references: ['zeitung'],
    ...entry,
  });
const rates = new Map([
  ['eur-usd-2024', figure('eur-usd-2024', { value: 1.08, unit: 'USD', currency: null })],
  ['eur-usd-2025', figure('eur-usd-2025', { value: 1.25, unit: 'USD', currency: null })],
  ['eur-usd-2026', figure('eur-usd-2026', { value: null, unit: 'USD', currency: null })],
]);

describe('dollars', () => {
  it('leaves dollars alone and takes the mean of the year for the rest', () => {
    expect(dollars(7, 'USD', '2026-01', rates)).toBe(7);
    expect(dollars(8, 'EUR', '2025-09-09', rates)).toBe(10);
    expect(dollars(100, 'EUR', '2024', rates)).toBeCloseTo(108);
  });

  it('does not guess a rate the record does not have', () => {
    expect(dollars(8, 'EUR', '2026-02', rates)).toBeNull();
    expect(dollars(8, 'EUR', '2019', rates)).toBeNull();
    expect(dollars(8, 'GBP', '2025', rates)).toBeNull();
  });
});

it('converts a figure in the first year its period names', () => {
  expect(figureDollars(figure('one', {}), rates)).toBe(10);
  expect(
    figureDollars(figure('one', { currency: 'EUR', period: 'viertes Quartal 2025 (mehr als 2024)' }), rates),
  ).toBe(12.5);
  expect(figureDollars(figure('one', { currency: 'TWD' }), rates)).toBeNull();
  expect(figureDollars(figure('one', { unit: '%', currency: null }), rates)).toBeNull();
  expect(figureDollars(figure('one', { value: null }), rates)).toBeNull();
});

it('sums a yearly amount over its term where that is known', () => {
  expect(total(15, true, 3)).toBe(45);
  expect(total(11.04, true, 2.75)).toBeCloseTo(30.36);
  expect(total(1, true, null)).toBe(1);
  expect(total(300, false, 5)).toBe(300);
});
