import { describe, expect, it } from 'vitest';
import { firstDay, isBefore, isFullDate, isPartialDate, lastDay } from '../../../src/model/date.ts';

describe('isPartialDate', () => {
  it.each(['2025', '2025-11', '2025-11-03', '2024-02-29', '2000-02-29'])('knows %s', (date) => {
    expect(isPartialDate(date)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '2025-02-30',
    '1900-02-29',
    '2025-13',
    '2025-00',
    '2025-04-31',
    '2025-1',
    '3.11.2025',
    '',
  ])('does not know %s', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });
});

it('tells a day from a month', () => {
  expect(isFullDate('2025-11-03')).toBe(true);
  expect(isFullDate('2025-11')).toBe(false);
});

it('knows the days a partial date covers', () => {
  expect([firstDay('2025'), lastDay('2025')]).toEqual(['2025-01-01', '2025-12-31']);
  expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
  expect([firstDay('2025-11-03'), lastDay('2025-11-03')]).toEqual(['2025-11-03', '2025-11-03']);
});

it('calls a date earlier only when it certainly is', () => {
  expect(isBefore('2025-10', '2025-11-01')).toBe(true);
  expect(isBefore('2025-11', '2025-11-30')).toBe(false);
  expect(isBefore('2025-11-30', '2025-11')).toBe(false);
  expect(isBefore('2025', '2025-06')).toBe(false);
});
