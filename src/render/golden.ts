// How is a drawing approved? By its SVG text, one mark on a line, in tests/golden.

import type { Geometry } from '../layout/geometry.ts';
import { marks } from './marks.ts';
import { svg } from './svg.ts';

/** The name of a drawing: its approved text is tests/golden/<name>.svg. */
export const goldenName = ({ chart, scene, format }: Geometry): string => `${chart}-${scene}-${format}`;

/** The text of a drawing as it is approved, a line a mark, so that a change can be read. */
export function golden(geometry: Geometry): string {
  const { width, height, format, scene } = geometry;
  const text = svg(marks(geometry), { width, height, className: format, scene, name: '' });
  return `${text.replaceAll('><', '>\n<')}\n`;
}

/** What has become of a drawing since it was approved. */
export type Change = 'same' | 'changed' | 'new' | 'gone';

/** Compares the approved text with the text of now; null where there is none. */
export function change(approved: string | null, now: string | null): Change {
  if (approved === now) return 'same';
  if (approved === null) return 'new';
  return now === null ? 'gone' : 'changed';
}
