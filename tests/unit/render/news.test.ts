import { describe, expect, test } from 'vitest';
import { countedText, news } from '../../../src/render/news.ts';
import { link, scene } from '../layout/scenes.ts';
import { ui } from './ui.ts';

const columns = [['a'], ['b'], ['c']];
const shown = (text: string) => text.replaceAll('\u00a0', ' ');
const first = link('first', 'a', 'b', 30);
const second = link('second', 'b', 'c', 11, { qualifier: 'about' });
const secret = link('secret', 'c', 'a', 0, { amount: null, given: 'unknown', qualifier: null });

describe('what is new', () => {
  test('is all of a first scene', () => {
    expect(shown(news(null, scene(columns, [first]), ui))).toBe('Überblick: ein Fluss, 30 Mrd. US-Dollar.');
  });

  test('is what the scene before did not show, with its sum and what has none', () => {
    const before = scene(columns, [first]);
    const after = scene(columns, [first, second, { ...second, id: 'third', value: 30 }, secret]);
    expect(shown(news(before, after, ui))).toBe(
      'Neu: drei Flüsse, zusammen rund 41 Mrd. US-Dollar, dazu 1 ohne Betrag.',
    );
    expect(shown(news(before, scene(columns, [first, secret]), ui))).toBe('Neu: ein Fluss, 1 ohne Betrag.');
  });

  test('is a flow whose status or amount has changed, too', () => {
    const later = scene(columns, [{ ...first, status: 'paid' }]);
    expect(shown(news(scene(columns, [first]), later, ui))).toBe('Neu: ein Fluss, 30 Mrd. US-Dollar.');
  });

  test('names what is gone, and says when nothing is new', () => {
    const both = scene(columns, [first, second]);
    expect(shown(news(both, scene(columns, [first]), ui))).toBe('Weg: ein Fluss, rund 11 Mrd. US-Dollar.');
    expect(news(both, both, ui)).toBe('Nichts Neues.');
  });

  test('counts bars, and arrows without a sum', () => {
    const bars = ['one', 'other'].map((id) => ({
      ...{ id, node: 'a', value: 5, measure: 'Umsatz', period: '2025', amount: 5, currency: 'USD' as const },
      references: [],
    }));
    expect(news(null, { ...scene(columns, []), bars }, ui)).toBe('Überblick: zwei Balken.');
    expect(news(null, { ...scene(columns, [first]), schematic: true }, ui)).toBe('Überblick: ein Fluss.');
  });

  test('is told with three digits at most', () => {
    const large = link('large', 'a', 'b', 1478.6);
    expect(shown(news(null, scene(columns, [large]), ui))).toBe(
      'Überblick: ein Fluss, rund 1,48 Bio. US-Dollar.',
    );
  });
});

describe('what counts', () => {
  test('is said with its number and sum', () => {
    const three = scene(columns, [first, { ...second, status: 'reported' }, secret]);
    expect(shown(countedText(three, 'contracted', ui))).toBe(
      'Zugesagt: 2 von 3 Flüssen, 30 Mrd. US-Dollar, dazu 1 ohne Betrag',
    );
    expect(shown(countedText(scene(columns, [first]), 'contracted', ui))).toBe(
      'Zugesagt: der eine Fluss, 30 Mrd. US-Dollar',
    );
  });

  test('says in words that nothing does, or that nothing can be counted', () => {
    expect(countedText(scene(columns, [first]), 'flowed', ui)).toBe('Nichts geflossen');
    expect(countedText(scene(columns, [{ ...first, status: 'reported' }]), 'contracted', ui)).toBe(
      'Nichts zugesagt',
    );
    expect(countedText(scene(columns, []), 'flowed', ui)).toBe('Keine Flüsse');
    expect(countedText({ ...scene(columns, [first]), schematic: true }, 'flowed', ui)).toBe('Schematisch');
  });
});
