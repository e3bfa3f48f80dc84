import { describe, expect, it } from 'vitest';
import { entries, problemAt } from '../../../src/model/entries.ts';
import { problemText } from '../../../src/model/problems.ts';
import { edited, files } from './content.ts';

const texts = (contents = files): string[] => entries(contents).problems.map(problemText);

describe('entries', () => {
  it('reads every list, the charts by file name and the words', () => {
    const read = entries(files);
    expect(read.problems).toEqual([]);
    expect(read.nodes.map(({ id }) => id)).toEqual(['chips', 'lab', 'cloud', 'kurs']);
    expect(read.links).toHaveLength(4);
    expect(read.charts.map(({ id }) => id)).toEqual(['ring']);
    expect(read.ui?.languages).toEqual({ de: 'deutsch' });
  });

  it('does not depend on the order of the files', () => {
    expect(entries([...files].reverse())).toEqual(entries(files));
  });

  it('knows where an entry and its fields stand', () => {
    const place = entries(files).places.get('links/lab-cloud');
    const line = (field: string | null): number =>
      place ? problemAt(place, 'lab-cloud', field, '').line : 0;
    const written = files.find(({ path }) => path === 'content/data/links.yaml')?.text.split('\n') ?? [];
    expect(written[line(null) - 1]).toBe('- id: lab-cloud');
    expect(written[line('currency') - 1]).toBe('  currency: EUR');
    expect(written[line('history.0.amount') - 1]).toContain('2025-08');
  });

  it('tells a faulty entry by its id and goes on with the others', () => {
    const contents = edited('content/data/links.yaml', 'kind: cloud', 'kind: clod');
    const read = entries(contents);
    expect(read.links.map(({ id }) => id)).toEqual(['chips-lab', 'chips-lab-30', 'cloud-chips']);
    expect(read.ids.get('links')).toContain('lab-cloud');
    expect(texts(contents)).toHaveLength(1);
    expect(texts(contents)[0]).toMatch(
      /^content\/data\/links\.yaml:\d+ · lab-cloud · kind: unknown kind "clod"\. Did you mean "cloud"\?/,
    );
  });

  it('counts an entry without an id', () => {
    const contents = edited('content/data/glossary.yaml', 'id: hbm, ', '');
    expect(texts(contents)[0]).toContain('entry 1 · id: is missing');
  });

  it('names a scene by its address', () => {
    const contents = edited('content/charts/ring.yaml', 'asOf: 2025-10-01', 'asOf: 2025-10');
    expect(texts(contents)).toEqual([
      'content/charts/ring.yaml:19 · ring/damals · asOf: is no day of the calendar. Write YYYY-MM-DD. Found "2025-10".',
    ]);
  });

  it('finds an id used twice, in one list or in two that are cited alike', () => {
    const same = edited('content/data/nodes.yaml', 'id: lab,', 'id: chips,');
    expect(texts(same)).toEqual([
      'content/data/nodes.yaml:3 · chips · id: duplicate id "chips", first used in content/data/nodes.yaml:2. Give one of the two another id.',
    ]);
    const alike = edited('content/data/figures.yaml', 'id: chips-umsatz', 'id: chips-lab');
    expect(texts(alike)[0]).toContain('first used in content/data/links.yaml:2');
  });

  it('lets a node and a precedent share an id', () => {
    expect(texts(edited('content/data/precedents.yaml', 'id: frueher', 'id: chips'))).toEqual([]);
  });

  it('says which file is missing, broken or no list', () => {
    expect(texts(files.filter(({ path }) => path !== 'content/ui.yaml'))).toEqual([
      'content/ui.yaml:1: is missing. Restore the file.',
    ]);
    const broken = edited('content/data/links.yaml', 'kind: cloud', 'kind: "cloud');
    expect(entries(broken).ids.get('links')).toBeNull();
    expect(texts(broken)[0]).toMatch(/^content\/data\/links\.yaml:\d+: broken YAML/);
    const empty = [
      ...files.filter(({ path }) => path !== 'content/data/glossary.yaml'),
      { path: 'content/data/glossary.yaml', text: '# nothing yet\n' },
    ];
    expect(texts(empty)[0]).toContain('holds no list');
  });

  it('collects several problems of one run', () => {
    const once = edited('content/data/links.yaml', 'currency: EUR', 'currency: EURO');
    const twice = once.map((file) =>
      file.path === 'content/ui.yaml' ? { ...file, text: file.text.replace('words', 'wrods') } : file,
    );
    expect(texts(twice)).toHaveLength(3);
  });
});
