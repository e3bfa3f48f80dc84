import { describe, expect, test } from 'vitest';
import { amountText, dateText, figureText, numberText, unbroken } from '../../../src/render/format.ts';
import { ui } from './ui.ts';

/** No-break spaces made visible. */
const shown = (text: string) => text.replaceAll('\u00a0', '_');

describe('amounts', () => {
  test('keep their qualifier, and never break', () => {
    expect(shown(amountText(ui, 100, 'USD', 'up_to'))).toBe('bis_zu_100_Mrd._$');
    expect(shown(amountText(ui, 30, 'USD', 'exact'))).toBe('30_Mrd._$');
    expect(shown(amountText(ui, 300, 'USD', 'about', 'name'))).toBe('rund_300_Mrd._US-Dollar');
  });

  test('keep their own currency', () => {
    expect(shown(amountText(ui, 3.2, 'EUR', null))).toBe('3,2_Mrd._€');
    expect(shown(amountText(ui, 0.5, 'GBP', 'about', 'name'))).toBe('rund_0,5_Mrd._Pfund');
  });

  test('from a thousand on are billions of the German kind', () => {
    expect(shown(amountText(ui, 1400, 'USD', 'about'))).toBe('rund_1,4_Bio._$');
    expect(shown(amountText(ui, 999.9, 'USD', null))).toBe('999,9_Mrd._$');
  });
});

test('numbers have a decimal comma, points between thousands, and a real minus', () => {
  expect([215.9, 1920, 400000, -23.7, 0.35, 67].map(numberText)).toEqual([
    '215,9',
    '1.920',
    '400.000',
    '−23,7',
    '0,35',
    '67',
  ]);
});

test('dates are as exact as they are known', () => {
  expect(['2025-09-22', '2026-03', '2025'].map((date) => shown(dateText(date)))).toEqual([
    '22._September_2025',
    'März_2026',
    '2025',
  ]);
});

test('figures carry their unit', () => {
  const figure = { value: 5, currency: null } as const;
  expect(shown(figureText(ui, { ...figure, unit: '%' }))).toBe('5_%');
  expect(shown(figureText(ui, { ...figure, unit: 'bn', currency: 'EUR' }))).toBe('5_Mrd._Euro');
  expect(figureText(ui, { ...figure, value: null, unit: '%' })).toBe('–');
});

test('a date inside a text stays in one piece', () => {
  expect(shown(unbroken('Geschäftsjahr 2026 (bis 25. Januar 2026), plus'))).toBe(
    'Geschäftsjahr 2026 (bis_25._Januar_2026), plus',
  );
});
