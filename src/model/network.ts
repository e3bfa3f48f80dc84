// Joins all entries and the story into one checked network.
import type { Chart } from './chart.ts';
import { chartProblems } from './chart-checks.ts';
import { storyProblems } from './story-checks.ts';
import { dataProblems } from './data-checks.ts';
import type { Entries } from './entries.ts';
import type { Figure, Precedent, Statement, Term } from './facts.ts';
import { ContentError } from './problems.ts';
import type { Link, Node, Reference, Ui } from './schema.ts';
import type { Story } from './story.ts';

/** All that is true, by id, with every name in it known to exist. */
export interface Network {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly links: ReadonlyMap<string, Link>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly precedents: ReadonlyMap<string, Precedent>;
  readonly references: ReadonlyMap<string, Reference>;
  readonly glossary: ReadonlyMap<string, Term>;
  readonly charts: ReadonlyMap<string, Chart>;
  /** the words of the interface */
  readonly ui: Ui;
}

/**
 * The network of the entries, checked together with the story that cites them.
 *
 * @throws {ContentError} with every problem of the content folder at once
 */
export function network(entries: Entries, story: Story): Network {
  const problems = [
    ...entries.problems,
    ...story.problems,
    ...dataProblems(entries),
    ...chartProblems(entries),
    ...storyProblems(entries, story),
  ];
  const { ui } = entries;
  if (problems.length > 0 || ui === null) throw new ContentError(problems);
  return {
    nodes: byId(entries.nodes),
    links: byId(entries.links),
    figures: byId(entries.figures),
    statements: byId(entries.statements),
    precedents: byId(entries.precedents),
    references: byId(entries.references),
    glossary: byId(entries.glossary),
    charts: byId(entries.charts),
    ui,
  };
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((entry) => [entry.id, entry]));
