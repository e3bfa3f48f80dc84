import { describe, expect, test } from 'vitest';
import { legend, measure } from '../../../src/render/legend.ts';
import { link, scene } from '../layout/scenes.ts';
import { ui } from './ui.ts';

const columns = [['a'], ['b']];
const statesOf = (...links: ReturnType<typeof link>[]) => legend(scene(columns, links), ui).states;

describe('the key', () => {
  test('explains finer lines where an amount is an upper limit', () => {
    expect(statesOf(link('limit', 'a', 'b', 50, { qualifier: 'up_to' }))).toContain('feiner: offen');
    expect(statesOf(link('sure', 'a', 'b', 50))).toEqual(['durchgezogen: zugesagt']);
  });

  test('explains lines that are no sum of money, and says no status of them', () => {
    expect(
      statesOf(
        link('secret', 'a', 'b', 0, { given: 'unknown', amount: null }),
        link('shares', 'a', 'b', 6, { given: 'shares' }),
        link('surety', 'a', 'b', 3, { given: 'guarantee' }),
      ),
    ).toEqual(['Punkte: nicht beziffert', 'strichpunktiert: Aktien', 'leeres Rohr: Bürgschaft']);
  });

  test('of a schematic scene says nothing of status', () => {
    const schematic = { ...scene(columns, [link('arrow', 'a', 'b', 1)]), schematic: true };
    expect(legend(schematic, ui).states).toEqual([]);
  });
});

describe('the measure', () => {
  const shown = (...links: ReturnType<typeof link>[]) => ({ scene: scene(columns, links), rest: [] });

  test('is the sum of one line', () => {
    expect(measure(shown(link('ab', 'a', 'b', 50)), 2.5, false, ui)).toEqual([
      '1 Linie = 2,5 Mrd. US-Dollar',
    ]);
  });

  test('says that what is less than a line is one all the same', () => {
    const words = measure(shown(link('ab', 'a', 'b', 50), link('tiny', 'a', 'b', 1)), 5, false, ui);
    expect(words).toEqual(['1 Linie = 5 Mrd. US-Dollar', 'kleinere: eine Linie']);
  });

  test('says the unit of bare numbers', () => {
    expect(measure(shown(link('ab', 'a', 'b', 50)), 5, true, ui)).toContain('Zahlen in Mrd.');
  });

  test('counts what is not drawn, sums of money apart from what has none', () => {
    const rest = [
      link('one', 'a', 'b', 4),
      link('two', 'a', 'b', 2.6),
      link('secret', 'a', 'b', 0, { given: 'unknown', amount: null }),
      link('shares', 'a', 'b', 250, { given: 'shares' }),
    ];
    const words = measure({ ...shown(link('ab', 'a', 'b', 50)), rest }, 5, false, ui);
    expect(words.at(-1)).toBe('nicht gezeichnet: 2 kleinere, zusammen 7 Mrd., 2 ohne Geldsumme');
  });

  test('of a schematic scene is none', () => {
    const { scene: plain, rest } = shown(link('arrow', 'a', 'b', 1));
    expect(measure({ scene: { ...plain, schematic: true }, rest }, 5, false, ui)).toEqual([
      'schematisch, nicht maßstäblich',
    ]);
  });
});
