// Does the record hold together? Names in it that have to exist, dates that have to follow each other.
import { isBefore } from './date.ts';
import { problemAt, type Entries, type List } from './entries.ts';
import { unknown, type Problem } from './problems.ts';
import type { Link } from './schema.ts';
import { states } from './value.ts';

/** What is wrong between the entries of content/data. */
export function dataProblems(entries: Entries): Problem[] {
  return [
    ...entries.links.flatMap((link) => linkProblems(entries, link)),
    ...entries.figures.flatMap(({ id, node, references, unproven, later }) => [
      ...missing(entries, `figures/${id}`, 'node', 'node', 'nodes', [node]),
      ...referenced(entries, `figures/${id}`, references, unproven),
      ...later.flatMap((one, index) =>
        missing(
          entries,
          `figures/${id}`,
          `later.${String(index)}.references`,
          'reference',
          'references',
          one.references,
        ),
      ),
    ]),
    ...entries.statements.flatMap(({ id, link, references, later }) => [
      ...missing(entries, `statements/${id}`, 'link', 'link', 'links', link === null ? [] : [link]),
      ...missing(entries, `statements/${id}`, 'references', 'reference', 'references', references),
      ...later.flatMap((one, index) =>
        missing(
          entries,
          `statements/${id}`,
          `later.${String(index)}.references`,
          'reference',
          'references',
          one.references,
        ),
      ),
    ]),
    ...entries.precedents.flatMap(({ id, references }) =>
      missing(entries, `precedents/${id}`, 'references', 'reference', 'references', references),
    ),
    ...addressProblems(entries),
  ];
}

function linkProblems(entries: Entries, link: Link): Problem[] {
  const key = `links/${link.id}`;
  const at = (field: string, message: string) => problem(entries, key, field, message);
  return [
    ...missing(entries, key, 'source', 'node', 'nodes', [link.source]),
    ...missing(entries, key, 'target', 'node', 'nodes', [link.target]),
    ...missing(entries, key, 'replaces', 'link', 'links', link.replaces === null ? [] : [link.replaces]),
    ...referenced(entries, key, link.references, link.unproven),
    ...(link.replaces === link.id
      ? at('replaces', 'a link cannot take its own place. Name the one before it.')
      : []),
    ...(link.start !== null && link.end !== null && isBefore(link.end, link.start)
      ? at(
          'end',
          `the term ends (${link.end}) before it starts (${link.start}). Correct one of the two dates.`,
        )
      : []),
    ...link.history.flatMap((state, index) => {
      const field = `history.${String(index)}`;
      const before = link.history[index - 1];
      return [
        ...missing(entries, key, `${field}.references`, 'reference', 'references', state.references ?? []),
        ...(before && isBefore(state.date, before.date)
          ? at(
              `${field}.date`,
              `${state.date} stands after ${before.date}. Put the states in the order of their dates.`,
            )
          : []),
      ];
    }),
    ...amountProblems(link).flatMap(([field, message]) => at(`history.${field}`, message)),
    ...successionProblems(entries, link).flatMap((message) => at('replaces', message)),
  ];
}

/** A link that has been replaced must say so itself, or it would count beside its successor. */
function successionProblems(entries: Entries, { id, replaces }: Link): string[] {
  const last = entries.links.find((link) => link.id === replaces && replaces !== id)?.history.at(-1);
  if (!last || last.status === 'superseded' || last.status === 'cancelled') return [];
  return [
    `takes the place of "${String(replaces)}", whose last state is ${last.status}. Give that link a state "superseded".`,
  ];
}

/** Amounts nobody has named or qualified, and more paid than promised. */
function amountProblems(link: Link): [string, string][] {
  if (link.history[0]?.amount === undefined)
    return [['0.amount', 'is missing. The first state names the amount, or null where none is public.']];
  return states(link).flatMap(({ amount, qualifier, firm, paid }, index): [string, string][] => {
    const state = String(index);
    if (amount !== null && qualifier === null)
      return [
        [
          `${state}.qualifier`,
          'is missing. Say how exactly the amount is known: exact, about, up_to or at_least.',
        ],
      ];
    if (amount !== null && paid !== null && paid > amount)
      return [
        [`${state}.paid`, `${String(paid)} paid of ${String(amount)}. Correct the part or the amount.`],
      ];
    if (firm !== null && (amount === null || qualifier !== 'up_to' || firm > amount))
      return [
        [
          `${state}.firm`,
          `${String(firm)} is a part of an amount "up_to" of at least as much. Correct the part, the amount or the qualifier.`,
        ],
      ];
    return [];
  });
}

/** One reference per page: the same address in two entries would get two numbers. */
function addressProblems(entries: Entries): Problem[] {
  const first = new Map<string, string>();
  return entries.references.flatMap(({ id, url }) => {
    const other = first.get(url);
    first.set(url, other ?? id);
    return other === undefined || other === id
      ? []
      : problem(
          entries,
          `references/${id}`,
          'url',
          `is the address of "${other}" already. Cite that one instead.`,
        );
  });
}

function referenced(
  entries: Entries,
  key: string,
  references: readonly string[],
  unproven: boolean,
): Problem[] {
  if (references.length === 0 && !unproven)
    return problem(
      entries,
      key,
      'references',
      'has no reference. Name at least one, or write "unproven: true", which the page says openly.',
    );
  if (references.length > 0 && unproven)
    return problem(
      entries,
      key,
      'unproven',
      'has references and is marked unproven. Take one of the two away.',
    );
  return missing(entries, key, 'references', 'reference', 'references', references);
}

/** A problem for each name that stands in no entry of a list. Nothing is said of a list that could not be read. */
export function missing(
  entries: Entries,
  key: string,
  field: string,
  what: string,
  list: List,
  names: readonly string[],
): Problem[] {
  const known = entries.ids.get(list);
  if (!known) return [];
  return names
    .filter((name) => !known.includes(name))
    .flatMap((name) =>
      problem(
        entries,
        key,
        field,
        `${unknown(what, name, known)} The known ones are in content/data/${list}.yaml.`,
      ),
    );
}

/** A problem of the entry with a key such as links/openai-oracle-cloud. */
export function problem(entries: Entries, key: string, field: string, message: string): Problem[] {
  const place = entries.places.get(key);
  return place ? [problemAt(place, key.slice(key.indexOf('/') + 1), field, message)] : [];
}
