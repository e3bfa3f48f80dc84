// What does a scene say in one sentence? What is new in it, and what of it counts when promises are left out.

import { counted, sumOf, type Counts } from '../model/counted.ts';
import type { SceneLink, SceneNetwork } from '../model/scene.ts';
import type { Qualifier, Ui } from '../model/schema.ts';
import { amountText, countText } from './format.ts';
import { word } from './words.ts';

/** What is new in a scene after the one before it in the article, null for the first: „Neu im Bild: drei Flüsse, …“. */
export function news(before: SceneNetwork | null, scene: SceneNetwork, ui: Ui): string {
  const known = (link: SceneLink) =>
    before?.links.some(
      ({ id, status, amount }) => id === link.id && status === link.status && amount === link.amount,
    );
  const fresh = scene.links.filter((link) => !known(link));
  const bars = scene.bars.filter(({ id }) => !before?.bars.some((bar) => bar.id === id));
  const gone = (before?.links ?? []).filter(({ id }) => !scene.links.some((link) => link.id === id));
  const parts = [
    ...(fresh.length > 0
      ? [`${word(ui, before ? 'new' : 'shown')} ${flowsText(fresh, scene.schematic, ui)}`]
      : []),
    ...(bars.length > 0 ? [`${word(ui, before ? 'new' : 'shown')} ${barsText(bars.length, ui)}`] : []),
    ...(gone.length > 0 ? [`${word(ui, 'gone')} ${flowsText(gone, scene.schematic, ui)}`] : []),
  ];
  return parts.length > 0 ? parts.map((part) => `${part}.`).join(' ') : word(ui, 'nothingNew');
}

/** „drei Flüsse, zusammen rund 41 Mrd. US-Dollar, dazu einer ohne Dollarbetrag“. */
function flowsText(links: readonly SceneLink[], schematic: boolean, ui: Ui): string {
  const money = links.filter(({ given }) => given === 'money');
  const { sum, qualifier } = sumOf(links);
  const count = countText(links.length, word(ui, 'oneFlow'), word(ui, 'flows'));
  return schematic
    ? count
    : [count, ...sumTexts(money.length, sum, qualifier, links.length - money.length, ui)].join(', ');
}

const barsText = (count: number, ui: Ui) => countText(count, word(ui, 'oneBar'), word(ui, 'bars'));

/** What flows come to, and how many have no sum, as far as there are any. */
function sumTexts(money: number, sum: number, qualifier: Qualifier, without: number, ui: Ui): string[] {
  // Three digits are more than sums of such unlike things deserve.
  const step = sum >= 1000 ? 10 : sum >= 100 ? 1 : 0.1;
  const rounded = Math.round(sum / step) * step;
  const known = rounded !== sum && qualifier === 'exact' ? 'about' : qualifier;
  const total = amountText(ui, rounded, 'USD', known, 'name');
  return [
    ...(money > 1 ? [`${word(ui, 'altogether')} ${total}`] : money === 1 ? [total] : []),
    ...(without > 0
      ? [word(ui, money > 0 ? 'besidesWithoutSum' : 'withoutSum').replace('{count}', String(without))]
      : []),
  ];
}

/**
 * What of a scene counts, as a sentence that can stand for its title: „Vertraglich zugesagt: zwei von drei Flüssen,
 * zusammen 250 Mrd. US-Dollar“. Where nothing counts, it says so; where nothing can be counted, too.
 */
export function countedText(scene: SceneNetwork, counts: Counts, ui: Ui): string {
  if (scene.schematic) return word(ui, 'countsNothingSchematic');
  if (scene.links.length === 0) return word(ui, 'countsNoFlows');
  const { count, sum, qualifier, without, of } = counted(scene, counts);
  if (count === 0) return word(ui, counts === 'flowed' ? 'nothingFlowed' : 'nothingContracted');
  const which = word(ui, 'countOf').replace('{count}', String(count)).replace('{of}', String(of));
  const head = `${word(ui, counts)}: ${of === 1 ? word(ui, 'theOneFlow') : which}`;
  return [head, ...sumTexts(count - without, sum, qualifier, without, ui)].join(', ');
}
