import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { widthsFile } from '../../../scripts/fonts.ts';
import { widths } from '../../../src/layout/widths.ts';

test('the widths are those of the font in use; if not: npm run fonts', async () => {
  const committed = await readFile(new URL('../../../src/layout/widths.ts', import.meta.url), 'utf8');
  expect(committed).toBe(await widthsFile());
});

test('both weights know every letter, figure and mark of a German label', () => {
  for (const character of 'Größenwahn: „bis zu 1.234,5 Mrd. €“ – 20\u00a0%')
    for (const weight of ['regular', 'semibold'] as const)
      expect(widths[weight][character], character).toBeGreaterThan(0);
});

test('semibold runs wider than regular', () => {
  const sum = (weight: 'regular' | 'semibold') =>
    Array.from('Milliarden', (character) => widths[weight][character] ?? 0).reduce((a, b) => a + b);
  expect(sum('semibold')).toBeGreaterThan(sum('regular'));
});
