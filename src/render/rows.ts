// What does a scene say in words? Its labels, the rows of its table, and a sentence on what it shows.

import type { LabelLine } from '../layout/geometry.ts';
import type { Texts } from '../layout/labels.ts';
import type { Ui } from '../model/schema.ts';
import type { SceneBar, SceneLink, SceneNetwork } from '../model/scene.ts';
import { shares, type Share } from '../model/shares.ts';
import { amountText, dateText, shareText, unbroken } from './format.ts';
import { word } from './words.ts';

/** One flow or bar of a scene, in words. */
export interface Row {
  /** `link:<id>` or `bar:<id>`, as in the drawing */
  readonly key: string;
  /** ids of the nodes; of a bar the payer is everybody, without an id */
  readonly source: string;
  readonly target: string;
  readonly payer: string;
  readonly receiver: string;
  /** with its qualifier and currency, and the part of it that has been paid where that is not all */
  readonly amount: string;
  /** which part of its nodes' money it is in this scene, in words; empty where that cannot be said */
  readonly share: string;
  readonly kind: string;
  readonly status: string;
  readonly term: string;
  /** What became of it after the day of the scene; empty when nothing has been said since. */
  readonly later: string;
  readonly references: readonly string[];
}

/**
 * The labels of a scene: names of nodes, amounts of flows and bars with their kind and status. Where many nodes share
 * a drawing, names are short and amounts stand without their unit, which the key says; round a ring they stand in the
 * table alone. The arrows of a schematic scene say what is paid for.
 */
export function texts(scene: SceneNetwork, ui: Ui, dense: boolean): Texts {
  const name = (text: string): LabelLine => ({ text, voice: 'name' });
  const amount = (text: string): LabelLine => ({ text, voice: 'amount' });
  const note = (text: string): LabelLine => ({ text, voice: 'note' });
  const ring = scene.form === 'chord';
  const flow = (link: SceneLink): LabelLine[] => {
    if (link.says !== null) return [note(link.says)];
    if (dense) return link.given === 'money' ? [amount(linkAmount(link, ui, 'bare'))] : [];
    const kind = `${ui.kinds[link.kind]} · ${ui.statuses[link.status]}`;
    return [amount(linkAmount(link, ui)), note(kind), ...givenNote(link, ui).map(note)];
  };
  return Object.fromEntries<readonly LabelLine[]>([
    ...scene.nodes.map((node): [string, LabelLine[]] => [
      `node:${node.id}`,
      [
        name(dense || ring ? node.short : node.name),
        ...(node.members.length > 0 ? [note(node.members.join(', '))] : []),
      ],
    ]),
    ...(ring ? [] : scene.links).map((link): [string, LabelLine[]] => [`link:${link.id}`, flow(link)]),
    ...scene.bars.map((bar): [string, LabelLine[]] => [
      `bar:${bar.id}`,
      [
        amount(amountText(ui, bar.amount, bar.currency, null)),
        note(unspecified(bar.measure)),
        note(unbroken(bar.period)),
      ],
    ]),
  ]);
}

/** What a link gives that is no sum of money, in words. */
function givenNote({ given }: SceneLink, ui: Ui): string[] {
  return given === 'shares' || given === 'guarantee' ? [word(ui, given)] : [];
}

/** „Auftragsbestand (RPO)“ without what explains it: that stands in the table. */
const unspecified = (text: string) => text.replace(/ \(.*\)$/, '');

/** The table of a scene: its flows, the largest first, then its bars. */
export function rows(scene: SceneNetwork, ui: Ui): Row[] {
  const names = new Map(scene.nodes.map((node) => [node.id, node.name]));
  const parts = shares(scene);
  const flow = (link: SceneLink): Row => ({
    key: `link:${link.id}`,
    source: link.source,
    target: link.target,
    payer: names.get(link.source) ?? link.source,
    receiver: names.get(link.target) ?? link.target,
    amount: link.says === null ? linkAmount(link, ui, 'name') + paidPart(link, ui) : '–',
    share: shareOf(link, parts.get(link.id), names, ui),
    kind: [link.says ?? ui.kinds[link.kind], ...givenNote(link, ui)].join(' · '),
    status: link.says === null ? `${ui.statuses[link.status]}, ${dateText(link.date)}` : '–',
    term: link.term ?? '',
    later:
      link.says !== null
        ? '–'
        : link.later
          ? [dateText(link.later.date), link.later.text].filter(Boolean).join(': ')
          : '',
    references: link.references,
  });
  const bar = (one: SceneBar): Row => ({
    key: `bar:${one.id}`,
    source: '',
    target: one.node,
    payer: word(ui, 'customers'),
    receiver: names.get(one.node) ?? one.node,
    amount: amountText(ui, one.amount, one.currency, null, 'name'),
    share: '',
    kind: one.measure,
    status: word(ui, 'reportedByCompany'),
    term: one.period,
    // Nothing becomes of a year that is over.
    later: '–',
    references: one.references,
  });
  return [...[...scene.links].sort((a, b) => b.value - a.value).map(flow), ...scene.bars.map(bar)];
}

/** „, davon 11,8 Mrd. US-Dollar bezahlt“, where a part of an amount has flowed. */
function paidPart({ amount, paid, currency, status }: SceneLink, ui: Ui): string {
  if (paid === null || paid === amount || status === 'paid') return '';
  return `, ${word(ui, 'paidPart').replace('{amount}', amountText(ui, paid, currency, null, 'name'))}`;
}

/** „41 % von dem, was OpenAI in diesem Bild zahlt, und alles, was Oracle bekommt“. */
function shareOf(
  link: SceneLink,
  share: Share | undefined,
  names: ReadonlyMap<string, string>,
  ui: Ui,
): string {
  if (!share) return '';
  const part = (value: number) =>
    value > 0.9999 ? word(ui, 'allOf') : `${shareText(ui, value)} ${word(ui, 'ofThat')}`;
  return word(ui, 'share')
    .replace('{out}', part(share.out))
    .replace('{payer}', names.get(link.source) ?? link.source)
    .replace('{in}', part(share.in))
    .replace('{receiver}', names.get(link.target) ?? link.target);
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

function linkAmount(link: SceneLink, ui: Ui, style: 'sign' | 'name' | 'bare' = 'sign'): string {
  if (link.amount === null) return word(ui, 'amountUnknown');
  const sum = amountText(ui, link.amount, link.currency, link.qualifier, style);
  return link.perYear ? `${sum} ${word(ui, 'perYear')}` : sum;
}
