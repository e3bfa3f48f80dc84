// What does the key to a drawing say? The kinds of money in it, what its lines mean, and what it leaves out.

import type { Shown } from '../model/shown.ts';
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

/** The key of a scene: only what occurs in it. A schematic scene says nothing of status: it has none. */
export function legend(scene: SceneNetwork, ui: Ui): Legend {
  const kinds = new Map<string, { kind: string; status: Status | 'mixed'; text: string }>();
  for (const { kind, status } of scene.links) {
    const before = kinds.get(kind);
    const same = !before || (before.status !== 'mixed' && LINES[before.status] === LINES[status]);
    kinds.set(kind, { kind, status: same ? status : 'mixed', text: ui.kinds[kind] });
  }
  for (const { measure } of scene.bars)
    kinds.set('revenue', { kind: 'revenue', status: 'paid', text: measure.replace(/ \(.*\)$/, '') });
  return { kinds: [...kinds.values()], states: scene.schematic ? [] : statesOf(scene, ui) };
}

function statesOf(scene: SceneNetwork, ui: Ui): string[] {
  const money = scene.links.filter(({ given }) => given === 'money');
  const lines = (['tinted', 'solid', 'dashed', 'dotted'] as const).flatMap((look) => {
    const here = [
      ...new Set(money.filter(({ status }) => LINES[status] === look).map(({ status }) => status)),
    ];
    if (here.length === 0) return [];
    return [`${word(ui, look)}: ${here.map((status) => ui.statuses[status]).join(` ${word(ui, 'or')} `)}`];
  });
  const given = (what: string) => scene.links.some((link) => link.given === what);
  return [
    ...lines,
    ...(money.some(({ qualifier }) => qualifier === 'up_to') ? [word(ui, 'open')] : []),
    ...(given('unknown') ? [word(ui, 'unknown')] : []),
    ...(given('shares') ? [word(ui, 'sharesLine')] : []),
    ...(given('guarantee') ? [word(ui, 'guaranteeLine')] : []),
  ];
}

/**
 * What the key of a drawing says of its measure: the sum of one line in billions of US dollars, what is below it, the
 * unit of bare numbers, and the flows that are too small to be drawn, each point a sentence of its own.
 */
export function measure({ scene, rest }: Shown, perLine: number, bare: boolean, ui: Ui): string[] {
  if (scene.schematic) return [word(ui, 'schematic')];
  const small = scene.links.some(({ given, value }) => given === 'money' && value < 0.75 * perLine);
  return [
    perLineText(ui, perLine),
    ...(small ? [word(ui, 'belowLine')] : []),
    ...(bare && scene.form === 'sankey' ? [word(ui, 'inBillions')] : []),
    ...restText(rest, ui),
  ];
}

/** How many flows are left out and what they come to, apart for those whose sum is known. */
function restText(rest: Shown['rest'], ui: Ui): string[] {
  const money = rest.filter(({ given }) => given === 'money');
  const others = rest.length - money.length;
  const sum = money.reduce((total, { value }) => total + value, 0);
  const parts = [
    ...(money.length > 0
      ? [
          word(ui, 'smallFlows')
            .replace('{count}', String(money.length))
            .replace('{sum}', numberText(Math.round(sum))),
        ]
      : []),
    ...(others > 0 ? [word(ui, 'flowsWithoutSum').replace('{count}', String(others))] : []),
  ];
  return parts.length > 0 ? [`${word(ui, 'notDrawn')}: ${parts.join(', ')}`] : [];
}
