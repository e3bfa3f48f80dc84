// What does the key to a drawing say? The kinds of money in it and what its lines mean.

import type { SceneNetwork } from '../model/scene.ts';
import type { Status, Ui } from '../model/schema.ts';
import { numberText } from './format.ts';
import { LINES } from './lines.ts';
import { word } from './words.ts';

/** The key of a scene. */
export interface Legend {
  /** Each kind for its swatch, in the order of the links: with its status, or mixed where its lines differ. */
  readonly kinds: readonly { readonly kind: string; readonly status: string; readonly text: string }[];
  /** „gestrichelt: angekündigt oder berichtet“ and the like, for the lines that occur. */
  readonly states: readonly string[];
}

/** „1 Linie = 2,5 Mrd. US-Dollar“, for a sum in billions. */
export function perLineText(ui: Ui, sum: number): string {
  return `${word(ui, 'oneLine')} ${numberText(sum)} ${word(ui, 'billionDollars')}`;
}

/** The key of a scene: only what occurs in it. */
export function legend(scene: SceneNetwork, ui: Ui): Legend {
  const kinds = new Map<string, { kind: string; status: Status | 'mixed'; text: string }>();
  for (const { kind, status } of scene.links) {
    const before = kinds.get(kind);
    const same = !before || (before.status !== 'mixed' && LINES[before.status] === LINES[status]);
    kinds.set(kind, { kind, status: same ? status : 'mixed', text: ui.kinds[kind] });
  }
  for (const { measure } of scene.bars)
    kinds.set('revenue', { kind: 'revenue', status: 'paid', text: measure });
  const states = (['tinted', 'solid', 'dashed', 'dotted'] as const).flatMap((lines) => {
    const here = [
      ...new Set(scene.links.filter(({ status }) => LINES[status] === lines).map(({ status }) => status)),
    ];
    if (here.length === 0) return [];
    return [`${word(ui, lines)}: ${here.map((status) => ui.statuses[status]).join(` ${word(ui, 'or')} `)}`];
  });
  return { kinds: [...kinds.values()], states };
}
