// How is it said in German? Amounts, dates and qualifiers as they are written in the drawing and in tables.

import type { Figure, FigureCurrency } from '../model/facts.ts';
import type { Qualifier, Ui } from '../model/schema.ts';
import { word } from './words.ts';

const NBSP = '\u00a0';
const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];
const SIGNS: Readonly<Record<FigureCurrency, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  TWD: 'NT$',
  KRW: '₩',
};
const NAMES: Readonly<Record<FigureCurrency, string>> = {
  USD: 'US-Dollar',
  EUR: 'Euro',
  GBP: 'Pfund',
  TWD: 'Taiwan-Dollar',
  KRW: 'Won',
};

/** An amount in billions: „bis zu 100 Mrd. $“, from 1000 on „1,4 Bio. $“; bare, where the key says the unit, „bis zu 100“. */
export function amountText(
  ui: Ui,
  amount: number,
  currency: FigureCurrency,
  qualifier: Qualifier | null,
  style: 'sign' | 'name' | 'bare' = 'sign',
): string {
  const unit = style === 'name' ? NAMES[currency] : SIGNS[currency];
  const word = qualifier ? ui.qualifiers[qualifier].replaceAll(' ', NBSP) : '';
  if (style === 'bare' && currency === 'USD') return [word, numberText(amount)].filter(Boolean).join(NBSP);
  const [number, scale] = amount >= 1000 ? [amount / 1000, 'Bio.'] : [amount, 'Mrd.'];
  return [word, numberText(number), scale, unit].filter((part) => part !== '').join(NBSP);
}

/** A number with decimal comma and no more digits than it has, at most three after the comma. */
export function numberText(value: number): string {
  const [whole = '', decimals] = String(Math.round(Math.abs(value) * 1000) / 1000).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '−' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

const COUNTS = ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'];

/** „ein Fluss“, „drei Flüsse“, from 13 on in figures: the number of things, with their name in the singular or plural. */
export function countText(count: number, one: string, many: string): string {
  return count === 1 ? one : `${COUNTS[count - 2] ?? numberText(count)} ${many}`;
}

/** A share of a whole, 0 to 1, in whole per cent: „41 %“; near the ends „weniger als 1 %“ and „mehr als 99 %“. */
export function shareText(ui: Ui, share: number): string {
  const percent = Math.round(share * 100);
  const [near, shown] =
    percent < 1
      ? [`${word(ui, 'lessThan')} `, 1]
      : percent > 99
        ? [`${word(ui, 'moreThan')} `, 99]
        : ['', percent];
  return `${near}${String(shown)}${NBSP}%`;
}

/** „22. September 2025“, „September 2025“ or „2025“. */
export function dateText(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? '' : (MONTHS[Number(month) - 1] ?? '');
  return [day === undefined ? '' : `${String(Number(day))}.`, name, year]
    .filter((part) => part !== '')
    .join(NBSP);
}

/** A figure with its unit: billions of a currency, a share in per cent, or a bare number with what it counts. */
export function figureText(ui: Ui, figure: Pick<Figure, 'value' | 'unit' | 'currency'>): string {
  const { value, unit, currency } = figure;
  if (value === null) return '–';
  if (unit === 'bn' && currency !== null) return amountText(ui, value, currency, null, 'name');
  return `${numberText(value)}${NBSP}${unit === 'fach' ? 'fach' : unit}`;
}

/** The same text, with dates held together: „(bis 25. Januar 2026)“ never breaks. */
export function unbroken(text: string): string {
  const date = new RegExp(`(?:\\(bis )?\\d{1,2}\\. (?:${MONTHS.join('|')}) \\d{4}`, 'g');
  return text.replace(date, (found) => found.replaceAll(' ', NBSP));
}
