import { describe, expect, it } from 'vitest';
import { chartSchema } from '../../../src/model/chart.ts';
import { figureSchema } from '../../../src/model/facts.ts';
import { idSchema, linkSchema, referenceSchema, stateSchema, uiSchema } from '../../../src/model/schema.ts';

const link = {
  id: 'one-two',
  source: 'one',
  target: 'two',
  kind: 'cloud',
  currency: 'USD',
  fact: 'Eins zahlt zwei.',
  verdict: 'supported',
  evidence: 'press',
  references: ['zeitung-2025'],
  history: [{ date: '2025', status: 'announced', amount: 1, qualifier: 'exact' }],
};

describe('linkSchema', () => {
  it('fills in what an editor may leave out', () => {
    expect(linkSchema.parse(link)).toMatchObject({
      term: null,
      years: null,
      perYear: false,
      inShares: false,
      contingent: false,
      replaces: null,
      start: null,
      end: null,
      unproven: false,
    });
  });

  it.each([
    'id',
    'source',
    'target',
    'kind',
    'currency',
    'fact',
    'verdict',
    'evidence',
    'references',
    'history',
  ])('demands %s', (field) => {
    const { [field]: taken, ...rest } = link as Record<string, unknown>;
    expect(taken).toBeDefined();
    expect(linkSchema.safeParse(rest).success).toBe(false);
  });

  it('demands at least one state', () => {
    expect(linkSchema.safeParse({ ...link, history: [] }).success).toBe(false);
  });

  it('refuses a field it does not know', () => {
    expect(linkSchema.safeParse({ ...link, sorce: 'one' }).success).toBe(false);
  });
});

describe('stateSchema', () => {
  const state = { date: '2025-11', status: 'contracted' };

  it.each([1, 0.35, null, undefined])('takes the amount %s', (amount) => {
    expect(stateSchema.safeParse({ ...state, amount }).success).toBe(true);
  });

  it.each([0, -1, '300', Infinity, NaN])('refuses the amount %s', (amount) => {
    expect(stateSchema.safeParse({ ...state, amount }).success).toBe(false);
  });

  it.each(['firm', 'paid'] as const)('refuses what is no sum above zero as the %s part', (part) => {
    expect(stateSchema.safeParse({ ...state, [part]: 5 }).success).toBe(true);
    for (const value of [0, -1, '5', Infinity, NaN, null])
      expect(stateSchema.safeParse({ ...state, [part]: value }).success).toBe(false);
  });

  it('refuses a status, a qualifier and a date that do not exist', () => {
    expect(stateSchema.safeParse({ ...state, status: 'promised' }).success).toBe(false);
    expect(stateSchema.safeParse({ ...state, qualifier: 'roughly' }).success).toBe(false);
    expect(stateSchema.safeParse({ ...state, date: '2025-02-30' }).success).toBe(false);
    expect(stateSchema.safeParse({ ...state, date: 2025 }).success).toBe(false);
  });
});

it('takes lower-case ASCII with hyphens as an id and nothing else', () => {
  for (const id of ['a', 'capex-vier-2023', '3dnews-2025']) expect(idSchema.safeParse(id).success).toBe(true);
  for (const id of ['', 'Über', 'two words', 'under_score', '-a', 'a-', 'a--b'])
    expect(idSchema.safeParse(id).success).toBe(false);
});

it('keeps an address as it was found, but takes only whole ones', () => {
  const reference = { id: 'one', publisher: 'Eins', title: null, date: null, language: null };
  const takes = (url: string): boolean => referenceSchema.safeParse({ ...reference, url }).success;
  expect(takes('http://one.example/?p=1')).toBe(true);
  expect(takes('https://one.example/https://two.example/x.htm')).toBe(true);
  expect(takes('one.example')).toBe(false);
  expect(takes('https://one.example/a b')).toBe(false);
});

it.each([NaN, Infinity, -1, 0, '3'])('refuses a term of %s years', (years) => {
  expect(linkSchema.safeParse({ ...link, years }).success).toBe(false);
});

it('takes a figure below zero or without a value', () => {
  const figure = {
    id: 'one',
    node: 'one',
    measure: 'Freier Mittelfluss',
    unit: 'bn',
    currency: 'KRW',
    period: '2025',
    verdict: 'supported',
    evidence: 'press',
    references: ['zeitung-2025'],
  };
  expect(figureSchema.safeParse({ ...figure, value: -23.7 }).success).toBe(true);
  for (const value of [NaN, Infinity, '5'])
    expect(figureSchema.safeParse({ ...figure, value }).success).toBe(false);
  expect(figureSchema.parse({ ...figure, value: null })).toMatchObject({ later: [], unproven: false });
});

it('demands a word for every kind, status and qualifier', () => {
  const ui = { kinds: { equity: 'Beteiligung' }, statuses: {}, qualifiers: {}, languages: {}, words: {} };
  const missing = uiSchema.safeParse(ui).error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect(missing).toContain('kinds.cloud');
  expect(missing).not.toContain('kinds.equity');
  expect(missing).toContain('statuses.paid');
  expect(missing).toContain('qualifiers.up_to');
});

describe('chartSchema', () => {
  const scene = { id: 'one', form: 'sankey', title: 'Eins', description: 'Ein Band.', links: ['one-two'] };
  const chart = {
    title: 'Eins',
    columns: [['one'], ['two']],
    formats: { page: { height: 340, perLine: 5 }, wide: { height: 560, perLine: 5 } },
    scenes: [scene],
  };

  it('fills in what an editor may leave out', () => {
    expect(chartSchema.parse(chart)).toMatchObject({
      sides: {},
      scenes: [{ asOf: null, focus: [], figures: [] }],
    });
  });

  it.each([NaN, Infinity, -5, 0, '5'])(
    'refuses %s as the sum of a line, as a height and as the least sum',
    (number) => {
      const page = { height: 340, perLine: 5 };
      for (const wrong of [
        { ...page, perLine: number },
        { ...page, height: number },
      ])
        expect(chartSchema.safeParse({ ...chart, formats: { page: wrong, wide: page } }).success).toBe(false);
      // Nothing is left out where the least sum is 0.
      const least = { page: number, wide: 0 };
      expect(chartSchema.safeParse({ ...chart, scenes: [{ ...scene, least }] }).success).toBe(number === 0);
    },
  );

  it('takes nodes and passing links in a column, all links or a list of them', () => {
    expect(chartSchema.safeParse({ ...chart, columns: [['one', 'via one-two'], ['two']] }).success).toBe(
      true,
    );
    for (const entry of ['via  one', 'by one-two', 'Via one', 'via'.toUpperCase()])
      expect(chartSchema.safeParse({ ...chart, columns: [[entry]] }).success).toBe(false);
    expect(chartSchema.safeParse({ ...chart, scenes: [{ ...scene, links: 'all' }] }).success).toBe(true);
    expect(chartSchema.safeParse({ ...chart, scenes: [{ ...scene, links: 'some' }] }).success).toBe(false);
  });

  it('wants every arrow of a schematic chart to be borne out', () => {
    const arrow = { id: 'a', source: 'one', target: 'two', kind: 'cloud', says: 'Miete', by: ['one-two'] };
    const schematic = { ...chart, schematic: true, arrows: [arrow] };
    expect(chartSchema.safeParse(schematic).success).toBe(true);
    expect(chartSchema.safeParse({ ...schematic, arrows: [{ ...arrow, by: [] }] }).success).toBe(false);
  });

  it('wants a whole day as asOf, and no form it does not know', () => {
    expect(chartSchema.safeParse({ ...chart, scenes: [{ ...scene, asOf: '2025-09' }] }).success).toBe(false);
    expect(chartSchema.safeParse({ ...chart, scenes: [{ ...scene, asOf: '2025-09-30' }] }).success).toBe(
      true,
    );
    expect(chartSchema.safeParse({ ...chart, scenes: [{ ...scene, form: 'pie' }] }).success).toBe(false);
    expect(chartSchema.safeParse({ ...chart, scenes: [] }).success).toBe(false);
  });
});
