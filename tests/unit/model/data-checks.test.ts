import { describe, expect, it } from 'vitest';
import { dataProblems } from '../../../src/model/data-checks.ts';
import { entries } from '../../../src/model/entries.ts';
import { problemText } from '../../../src/model/problems.ts';
import { edited, files } from './content.ts';

const links = 'content/data/links.yaml';
const problems = (path: string, before: string, after: string): string[] => {
  const read = entries(edited(path, before, after));
  expect(read.problems).toEqual([]);
  return dataProblems(read).map(problemText);
};

describe('dataProblems', () => {
  it('finds nothing wrong in a record that holds together', () => {
    expect(dataProblems(entries(files))).toEqual([]);
  });

  it.each([
    [
      links,
      'target: cloud',
      'target: clout',
      'lab-cloud · target: unknown node "clout". Did you mean "cloud"?',
    ],
    [
      links,
      'replaces: chips-lab',
      'replaces: chips-lap',
      'chips-lab-30 · replaces: unknown link "chips-lap".',
    ],
    [
      links,
      'references: [zeitung-2025]',
      'references: [zeitug-2025]',
      'chips-lab · references: unknown reference "zeitug-2025".',
    ],
    [links, '[blatt-2026]', '[blatt]', 'chips-lab · history.1.references: unknown reference "blatt".'],
    ['content/data/figures.yaml', 'node: chips', 'node: chip', 'chips-umsatz · node: unknown node "chip".'],
    [
      'content/data/statements.yaml',
      'link: chips-lab',
      'link: chipslab',
      'sorge · link: unknown link "chipslab".',
    ],
    [
      'content/data/precedents.yaml',
      '[zeitung-2025]',
      '[zeitung]',
      'frueher · references: unknown reference "zeitung".',
    ],
  ])('finds a name in %s that stands nowhere', (path, before, after, message) => {
    expect(problems(path, before, after)).toHaveLength(1);
    expect(problems(path, before, after)[0]).toContain(message);
  });

  it('wants a reference, or the open word that there is none', () => {
    const [bare] = problems(links, 'references: [zeitung-2025]', 'references: []');
    expect(bare).toContain(
      'chips-lab · references: has no reference. Name at least one, or write "unproven: true"',
    );
    expect(problems(links, 'references: [zeitung-2025]', 'references: []\n  unproven: true')).toEqual([]);
    const [both] = problems(
      links,
      'references: [zeitung-2025]',
      'references: [zeitung-2025]\n  unproven: true',
    );
    expect(both).toContain('chips-lab · unproven: has references and is marked unproven');
  });

  it('finds a term that ends before it starts', () => {
    const [problem] = problems(links, "end: '2028'", "end: '2024'");
    expect(problem).toContain('lab-cloud · end: the term ends (2024) before it starts (2025).');
    expect(problems(links, "end: '2028'", "end: '2025'")).toEqual([]);
  });

  it('finds states out of order, but no disorder where dates only overlap', () => {
    const [problem] = problems(
      links,
      'date: 2026-02-27, status: superseded',
      'date: 2025-08, status: superseded',
    );
    expect(problem).toContain('chips-lab · history.1.date: 2025-08 stands after 2025-09-22.');
    expect(
      problems(links, 'date: 2026-02-27, status: superseded', 'date: 2025-09, status: superseded'),
    ).toEqual([]);
  });

  it('wants the first state to name an amount, and each amount to be qualified', () => {
    expect(problems(links, ', amount: null', '')[0]).toContain('cloud-chips · history.0.amount: is missing.');
    expect(problems(links, ', qualifier: about', '')[0]).toContain(
      'lab-cloud · history.0.qualifier: is missing.',
    );
  });

  it('finds more paid than promised', () => {
    const [problem] = problems(links, 'qualifier: about', 'qualifier: about, paid: 21');
    expect(problem).toContain('lab-cloud · history.0.paid: 21 paid of 20.');
  });

  it('wants a link that was replaced to say so', () => {
    const [problem] = problems(links, 'status: superseded', 'status: announced');
    expect(problem).toContain(
      'chips-lab-30 · replaces: takes the place of "chips-lab", whose last state is announced.',
    );
  });

  it('does not let a link replace itself', () => {
    expect(problems(links, 'replaces: chips-lab', 'replaces: chips-lab-30')[0]).toContain('its own place');
  });

  it('finds an address that has two entries', () => {
    const [problem] = problems(
      'content/data/references.yaml',
      'https://blatt.example/2',
      'https://zeitung.example/1',
    );
    expect(problem).toContain('blatt-2026 · url: is the address of "zeitung-2025" already.');
  });
});
