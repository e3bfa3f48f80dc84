// What does a scene say in words? Its labels, the rows of its table, and a sentence on what it shows.

import type { LabelLine } from '../layout/geometry.ts';
import type { Texts } from '../layout/labels.ts';
import type { Ui } from '../model/schema.ts';
import type { SceneBar, SceneLink, SceneNetwork } from '../model/scene.ts';
import { amountText, dateText, unbroken } from './format.ts';
import { word } from './words.ts';

/** One flow or bar of a scene, in words. */
export interface Row {
  readonly id: string;
  readonly payer: string;
  readonly receiver: string;
  readonly amount: string;
  readonly kind: string;
  readonly status: string;
  readonly term: string;
  /** What became of it after the day of the scene; empty when nothing has been said since. */
  readonly later: string;
  readonly references: readonly string[];
}

/**
 * The labels of a scene: names of nodes, amounts of flows and bars with their kind and status. A ring has too many
 * flows for that: there the amounts stand in the table alone.
 */
export function texts(scene: SceneNetwork, ui: Ui): Texts {
  const name = (text: string): LabelLine => ({ text, voice: 'name' });
  const amount = (text: string): LabelLine => ({ text, voice: 'amount' });
  const note = (text: string): LabelLine => ({ text, voice: 'note' });
  return Object.fromEntries<readonly LabelLine[]>([
    ...scene.nodes.map((node): [string, LabelLine[]] => [
      `node:${node.id}`,
      // Round a ring names stand close: „Alphabet (Google)“ is in the table.
      [name(scene.form === 'chord' ? node.name.replace(/ \(.*\)$/, '') : node.name)],
    ]),
    ...(scene.form === 'chord' ? [] : scene.links).map((link): [string, LabelLine[]] => [
      `link:${link.id}`,
      [amount(linkAmount(link, ui)), note(`${ui.kinds[link.kind]} · ${ui.statuses[link.status]}`)],
    ]),
    ...scene.bars.map((bar): [string, LabelLine[]] => [
      `bar:${bar.id}`,
      [amount(amountText(ui, bar.amount, bar.currency, null)), note(bar.measure), note(unbroken(bar.period))],
    ]),
  ]);
}

/** The table of a scene: its flows, then its bars. */
export function rows(scene: SceneNetwork, ui: Ui): Row[] {
  const names = new Map(scene.nodes.map((node) => [node.id, node.name]));
  const flow = (link: SceneLink): Row => ({
    id: link.id,
    payer: names.get(link.source) ?? link.source,
    receiver: names.get(link.target) ?? link.target,
    amount: linkAmount(link, ui, 'name'),
    kind: ui.kinds[link.kind],
    status: `${ui.statuses[link.status]}, ${dateText(link.date)}`,
    term: link.term ?? '',
    later: link.later ? [dateText(link.later.date), link.later.text].filter(Boolean).join(': ') : '',
    references: link.references,
  });
  const bar = (one: SceneBar): Row => ({
    id: one.id,
    payer: word(ui, 'customers'),
    receiver: names.get(one.node) ?? one.node,
    amount: amountText(ui, one.amount, one.currency, null, 'name'),
    kind: one.measure,
    status: word(ui, 'reportedByCompany'),
    term: one.period,
    // Nothing becomes of a year that is over.
    later: '–',
    references: one.references,
  });
  return [...scene.links.map(flow), ...scene.bars.map(bar)];
}

/** More flows than this are not read out one by one: nobody could stop or skip. They are in the table. */
const SPOKEN = 6;

/** What a scene shows, for those who do not see it: the editor's sentence, then each flow where they are few. */
export function spoken(scene: SceneNetwork, ui: Ui): string {
  const flows = rows(scene, ui);
  const sentences =
    flows.length > SPOKEN
      ? [word(ui, 'inTheTable').replace('{count}', String(flows.length))]
      : flows.map(
          ({ payer, receiver, amount, kind, status }) =>
            `${payer} ${word(ui, 'to')} ${receiver}: ${amount}, ${kind}, ${status}.`,
        );
  return [`${scene.title}.`.replace(/([.!?])\.$/, '$1'), scene.description, ...sentences].join(' ');
}

function linkAmount(link: SceneLink, ui: Ui, style: 'sign' | 'name' = 'sign'): string {
  if (link.amount === null) return word(ui, 'amountUnknown');
  const sum = amountText(ui, link.amount, link.currency, link.qualifier, style);
  return link.perYear ? `${sum} ${word(ui, 'perYear')}` : sum;
}
