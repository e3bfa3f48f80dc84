// What does a note say? The entry behind a number in the text: its amounts, what became of it, its references.

import type { Network } from '../model/network.ts';
import type { Link } from '../model/schema.ts';
import { states } from '../model/value.ts';
import { word } from './words.ts';
import { amountText, dateText, figureText } from './format.ts';

/** A note of the article. */
export interface Note {
  readonly number: number;
  readonly id: string;
  readonly text: string;
  /** Dated states of a flow, the oldest first. */
  readonly states: readonly string[];
  readonly references: readonly string[];
}

/** The notes for the entries cited, in the order of their numbers. */
export function notes(record: Network, cited: readonly string[]): Note[] {
  return cited.map((id, index) => ({ number: index + 1, id, ...entry(record, id) }));
}

function entry(record: Network, id: string): Pick<Note, 'text' | 'states' | 'references'> {
  const name = (node: string) => record.nodes.get(node)?.name ?? node;
  const link = record.links.get(id);
  if (link) {
    const kind = record.ui.kinds[link.kind];
    return {
      text: `${name(link.source)} ${word(record.ui, 'to')} ${name(link.target)}, ${kind}. ${link.fact}`,
      states: statesOf(link, record),
      references: all(link.references, link.history),
    };
  }
  const figure = record.figures.get(id);
  if (figure) {
    const text = `${name(figure.node)}, ${figure.measure}, ${figure.period}: ${figureText(record.ui, figure)}.`;
    return { text, states: [], references: all(figure.references, figure.later) };
  }
  const statement = record.statements.get(id);
  const precedent = record.precedents.get(id);
  return {
    text: statement?.correction ?? statement?.claim ?? precedent?.fact ?? id,
    states: [],
    references: statement?.references ?? precedent?.references ?? [],
  };
}

/** „22. September 2025: angekündigt, bis zu 100 Mrd. US-Dollar.“, and what was said of it, without repeating itself. */
function statesOf(link: Link, record: Network): string[] {
  const all = states(link);
  return all.map(({ date, status, amount, qualifier, text }, index) => {
    const before = all[index - 1];
    const same = text !== null && before?.status === status && before.amount === amount;
    const sum = amount === null ? '' : `, ${amountText(record.ui, amount, link.currency, qualifier, 'name')}`;
    const standing = same ? '' : `${record.ui.statuses[status]}${sum}. `;
    return `${dateText(date)}: ${standing}${text ?? ''}`.trim();
  });
}

/** References of an entry and of what was said of it later, each once. */
function all(
  own: readonly string[],
  later: readonly { readonly references?: readonly string[] | undefined }[],
): string[] {
  return [...new Set([...own, ...later.flatMap(({ references }) => references ?? [])])];
}
