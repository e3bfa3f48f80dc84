import { describe, expect, test } from 'vitest';
import { counted, sumOf, together } from '../../../src/model/counted.ts';
import { link } from '../layout/scenes.ts';

const contracted = link('contracted', 'a', 'b', 30);
const partly = link('partly', 'a', 'b', 40, { paid: 10, qualifier: 'about' });
const paid = link('paid', 'b', 'c', 5, { status: 'paid', paid: 5 });
const announced = link('announced', 'c', 'a', 100, { status: 'announced', qualifier: 'up_to' });
const collected = link('collected', 'c', 'b', 50, { status: 'announced', qualifier: 'up_to', paid: 20 });
const secret = link('secret', 'a', 'c', 0, { amount: null, given: 'unknown', qualifier: null });
const shares = link('shares', 'b', 'a', 9, { given: 'shares', inShares: true });
const guarantee = link('guarantee', 'b', 'a', 9, { given: 'guarantee', contingent: true });
const links = [contracted, partly, paid, announced, collected, secret, shares, guarantee];

describe('what is contracted', () => {
  test('is what a contract promises or has seen paid, and of a mere announcement the part that has been paid', () => {
    expect(counted({ links: [contracted, partly, paid, announced] }, 'contracted')).toEqual({
      count: 3,
      sum: 75,
      qualifier: 'about',
      without: 0,
      of: 4,
    });
    expect(counted({ links: [collected] }, 'contracted')).toMatchObject({ count: 1, sum: 20 });
  });

  test('holds flows without a sum of money, and adds nothing for them', () => {
    expect(counted({ links: [contracted, secret, shares, guarantee] }, 'contracted')).toMatchObject({
      count: 4,
      sum: 30,
      without: 3,
    });
  });
});

describe('what has flowed', () => {
  test('is cash: what is paid, and of other flows the part that is, as exactly as that is known', () => {
    expect(counted({ links }, 'flowed')).toEqual({
      count: 3,
      sum: 10 + 5 + 20,
      qualifier: 'exact',
      without: 0,
      of: 8,
    });
  });

  test('is never a share for a share nor a guarantee, even when their status says paid', () => {
    const given = [shares, guarantee].map((one) => ({ ...one, status: 'paid' as const }));
    expect(counted({ links: given }, 'flowed')).toMatchObject({ count: 0, sum: 0 });
  });

  test('is counted without a sum where it was paid and nobody says how much', () => {
    expect(counted({ links: [{ ...secret, status: 'paid' }] }, 'flowed')).toMatchObject({
      count: 1,
      sum: 0,
      without: 1,
    });
  });
});

test('a sum is as exact as its least exact part; limits from both sides make it about', () => {
  expect(together([])).toBe('exact');
  expect(together(['exact', 'up_to', 'up_to'])).toBe('up_to');
  expect(together(['at_least', 'up_to'])).toBe('about');
  expect(sumOf([contracted, { ...contracted, currency: 'EUR' }])).toEqual({ sum: 60, qualifier: 'about' });
  expect(sumOf([contracted, secret, shares])).toEqual({ sum: 30, qualifier: 'exact' });
});
