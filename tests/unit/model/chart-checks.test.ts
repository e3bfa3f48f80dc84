import { describe, expect, it } from 'vitest';
import { chartProblems } from '../../../src/model/chart-checks.ts';
import { entries } from '../../../src/model/entries.ts';
import { problemText } from '../../../src/model/problems.ts';
import { edited, files } from './content.ts';

const problems = (before: string, after: string, path = 'content/charts/ring.yaml'): string[] => {
  const read = entries(edited(path, before, after));
  expect(read.problems).toEqual([]);
  return chartProblems(read).map(problemText);
};

describe('chartProblems', () => {
  it('finds nothing wrong in a chart that can be drawn', () => {
    expect(chartProblems(entries(files))).toEqual([]);
  });

  it('checks the columns: known, once, firms only', () => {
    expect(problems('- [lab]', '- [lab, labor]')[0]).toContain('ring · columns.1: unknown node "labor".');
    expect(problems('- [lab]', '- [lab, chips]')[0]).toContain(
      'ring · columns.1: node "chips" stands twice.',
    );
    expect(problems('- [lab]', '- [lab, kurs]')[0]).toContain('ring · columns.1: "kurs" is a measure.');
  });

  it('checks the names a scene shows', () => {
    expect(problems('links: [chips-lab-30]', 'links: [chips-lab-31]')).toEqual([
      'content/charts/ring.yaml:28 · ring/heute · links: unknown link "chips-lab-31". Did you mean "chips-lab-30"? The known ones are in content/data/links.yaml.',
    ]);
    expect(problems('figures: [chips-umsatz]', 'figures: [umsatz]')[0]).toContain(
      'ring/umsatz · figures: unknown figure',
    );
    expect(problems('focus: [chips-lab]', 'focus: [chips-lab-30]')[0]).toContain(
      'ring/damals · focus: unknown link',
    );
    expect(problems('cloud-chips: above', 'cloud-ships: above')[0]).toContain(
      'ring · sides.cloud-ships: unknown link',
    );
  });

  it('does not count what a scene names twice', () => {
    expect(problems('links: [chips-lab-30]', 'links: [chips-lab-30, chips-lab-30]')).toEqual([
      'content/charts/ring.yaml:28 · ring/heute · links: names "chips-lab-30" twice: its sum would count double. Name it once.',
    ]);
  });

  it('wants a scene to show something, under an id of its own', () => {
    expect(problems('links: [chips-lab-30]', 'links: []')[0]).toContain('ring/heute · links: is empty.');
    expect(problems('figures: [chips-umsatz]', 'figures: []')[0]).toContain(
      'ring/umsatz · figures: is empty.',
    );
    expect(problems('id: heute', 'id: damals')[0]).toContain(
      'ring/damals · id: duplicate id "damals" in this chart.',
    );
  });

  it('wants a column for both ends of a link, a return link too', () => {
    // without the cloud, both the way there and the return have an open end
    const open = problems('  - [cloud]\n', '');
    expect(open).toHaveLength(2);
    expect(open[0]).toContain(
      'ring/damals · links: "lab-cloud" leads to or from "cloud", which has no column.',
    );
    expect(open[1]).toContain('"cloud-chips" leads to or from "cloud"');
  });

  it('does not count a link and the one it replaces together', () => {
    const [problem] = problems('links: [chips-lab-30]', 'links: [chips-lab-30, chips-lab]');
    expect(problem).toContain('ring/heute · links: "chips-lab-30" took the place of "chips-lab"');
  });

  it('does not show a link before its day', () => {
    const [problem] = problems('asOf: 2025-10-01', 'asOf: 2025-09-21');
    expect(problem).toContain('ring/damals · links: "chips-lab" was not known before 2025-09-22.');
    // in the month in which it began, it may have been known
    expect(problems('asOf: 2025-10-01', 'asOf: 2025-09-22')).toEqual([]);
  });

  it('draws only sums of money above zero as bars', () => {
    const figures = 'content/data/figures.yaml';
    const text = 'ring/umsatz · figures: "chips-umsatz" is no sum above zero';
    expect(problems('value: 50', 'value: null', figures)[0]).toContain(text);
    expect(problems('value: 50', 'value: -50', figures)[0]).toContain(text);
    expect(problems('unit: bn\n  currency: EUR', "unit: '%'\n  currency: null", figures)[0]).toContain(text);
    // no rate in the record
    expect(problems('currency: EUR', 'currency: TWD', figures)[0]).toContain(text);
  });
});
