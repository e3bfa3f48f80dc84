// How wide is a text, and where does it break? From the advance widths of the real fonts, without a browser.

import type { Frame } from './frame.ts';
import type { LabelLine } from './geometry.ts';
import { widths } from './widths.ts';

/** The width of a text in units of the viewBox at a font size; unknown characters count as a wide one. */
export function textWidth(text: string, size: number, weight: 'regular' | 'semibold'): number {
  const table = widths[weight];
  return ([...text].reduce((sum, character) => sum + (table[character] ?? 700), 0) * size) / 1000;
}

/** Line height and the share of it above the baseline. */
export const LEADING = 1.2;
export const ASCENT = 0.92;

/** A note broken where it is longer than the format has room for: between its parts, then between words. */
export function wrapped(line: LabelLine, frame: Frame): LabelLine[] {
  const longest = frame.format === 'wide' ? 250 : 126;
  const width = (text: string) => textWidth(text, frame.sizes[line.voice], weightOf(line));
  if (line.voice !== 'note' || width(line.text) <= longest) return [line];
  const rows = line.text.split(' · ').flatMap((part) => {
    const filled: string[] = [];
    const even = width(part) / Math.ceil(width(part) / longest);
    for (const piece of part.split(' ')) {
      const row = filled.at(-1);
      const longer = row === undefined ? piece : `${row} ${piece}`;
      // A row may run over the even length by less than it would fall short of it.
      const over = width(longer) - even;
      if (row === undefined || width(longer) > longest || over > even - width(row)) filled.push(piece);
      else filled[filled.length - 1] = longer;
    }
    return filled;
  });
  return rows.map((text) => ({ text, voice: line.voice }));
}

const weightOf = (line: LabelLine) => (line.voice === 'note' ? 'regular' : 'semibold');

/** Width and height of a label. */
export function extent(lines: readonly LabelLine[], frame: Frame): [number, number] {
  const width = Math.max(
    ...lines.map((line) => textWidth(line.text, frame.sizes[line.voice], weightOf(line))),
  );
  return [width, lines.reduce((sum, line) => sum + frame.sizes[line.voice] * LEADING, 0)];
}
