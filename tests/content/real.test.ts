// Does the real content pass the whole line, and does it still hold all that was once found out?
import { describe, expect, it } from 'vitest';
import { shownLinks } from '../../src/model/choice.ts';
import { lastDay } from '../../src/model/date.ts';
import { entries } from '../../src/model/entries.ts';
import { network } from '../../src/model/network.ts';
import { sceneNetwork } from '../../src/model/scene.ts';
import { story } from '../../src/model/story.ts';
import { stateAt, states } from '../../src/model/value.ts';
import { contentFiles } from './folder.ts';

const files = contentFiles();
const told = story(files);
const record = network(entries(files), told);

const link = (id: string) => {
  const found = record.links.get(id);
  if (!found) throw new Error(`no link ${id}`);
  return found;
};
const history = (id: string) =>
  states(link(id)).map(({ date, status, amount, paid }) => [date, status, amount, paid] as const);

describe('the record', () => {
  // What was gathered at first. An editor may add to it.
  it.each([
    ['nodes', 97],
    ['links', 177],
    ['figures', 157],
    ['statements', 77],
    ['precedents', 5],
    ['references', 764],
    ['glossary', 15],
  ] as const)('holds all %s that were gathered', (list, count) => {
    expect(record[list].size).toBeGreaterThanOrEqual(count);
  });

  it('cites every reference somewhere', () => {
    const cited = new Set(
      [record.links, record.figures, record.statements, record.precedents].flatMap((list) =>
        [...list.values()].flatMap((entry) => [
          ...entry.references,
          ...('history' in entry ? entry.history.flatMap(({ references }) => references ?? []) : []),
          ...('later' in entry ? entry.later.flatMap(({ references }) => references) : []),
        ]),
      ),
    );
    expect([...record.references.keys()].filter((id) => !cited.has(id))).toEqual([]);
  });

  it('has a word for the language of every reference', () => {
    const spoken = [...record.references.values()].flatMap(({ language }) => language ?? []);
    expect(spoken.filter((language) => record.ui.languages[language] === undefined)).toEqual([]);
  });

  it('says that an amount was paid only up to the amount', () => {
    for (const { id } of record.links.values())
      for (const [, status, amount, paid] of history(id))
        if (status === 'paid') expect(paid, id).toBe(amount);
  });
});

describe('what became of a promise', () => {
  it('keeps the hundred as announced until the thirty took its place', () => {
    expect(history('nvidia-openai-beteiligung')).toEqual([
      ['2025-09-22', 'announced', 100, null],
      ['2025-11', 'announced', 100, null],
      ['2026-01-31', 'announced', 100, null],
      ['2026-02-27', 'superseded', 100, null],
    ]);
    expect(link('nvidia-openai-30').replaces).toBe('nvidia-openai-beteiligung');
    expect(history('nvidia-openai-30')).toEqual([['2026-02-27', 'contracted', 30, null]]);
  });

  it('does not take a lost exclusivity for a lost order', () => {
    expect(stateAt(link('openai-microsoft-azure'), null)).toMatchObject({
      status: 'contracted',
      amount: 250,
    });
  });

  it('tells instalments apart from the whole', () => {
    expect(history('microsoft-openai-beteiligung').map(([, , amount, paid]) => [amount, paid])).toEqual([
      [13, 11.6],
      [13, 11.8],
    ]);
    expect(history('investoren-oracle-kapital-2026').at(-1)).toEqual(['2026-03', 'announced', 50, 30]);
    expect(history('softbank-openai-2026').at(-1)).toEqual(['2026-07-01', 'contracted', 30, 20]);
    expect(history('softbank-openai-2025').map(([date, , , paid]) => [date, paid])).toEqual([
      ['2025-03-31', null],
      ['2025-04', 7.5],
      ['2025-12-26', 30],
    ]);
  });

  it('does not take a date in a plan for a payment', () => {
    expect(history('amazon-openai-beteiligung')).toEqual([['2026-02-27', 'contracted', 50, null]]);
  });

  it('does not count another contract of the same two twice', () => {
    expect(history('meta-coreweave-2025').at(-1)).toEqual(['2026-04-09', 'contracted', 14.2, null]);
    expect(history('meta-coreweave-2026').at(-1)).toEqual(['2026-04-09', 'contracted', 21, null]);
    expect(history('meta-nebius-2025').at(-1)?.[2]).toBe(3);
    expect(history('anthropic-google-tpu-2025').at(-1)?.[2]).toBeNull();
  });

  it('knows a contract that grew', () => {
    expect(history('openai-amazon-aws').map(([date, , amount]) => [date, amount])).toEqual([
      ['2025-11-03', 38],
      ['2026-02-27', 138],
    ]);
  });

  it('keeps what came to nothing, as it was and as it ended', () => {
    expect(history('disney-openai-beteiligung')).toEqual([
      ['2025-12', 'announced', 1, null],
      ['2026-03-24', 'cancelled', 1, null],
    ]);
  });
});

describe('every scene', () => {
  const scenes = [...record.charts.values()].flatMap((chart) =>
    chart.scenes.map((scene) => ({ name: `${chart.id}/${scene.id}`, chart, scene })),
  );

  it.each(scenes)('$name shows what its file names', ({ chart, scene }) => {
    const shown = sceneNetwork(record, chart.id, scene.id);
    expect(shown.links.map(({ id }) => id)).toEqual(
      Array.from(shownLinks(chart, scene, record.links)).sort(),
    );
    expect(shown.bars.map(({ id }) => id)).toEqual(scene.figures);
    const standing = new Set(shown.nodes.map(({ id }) => id));
    for (const one of shown.links) {
      expect([standing.has(one.source), standing.has(one.target)]).toEqual([true, true]);
      expect(one.value).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(one.value)).toBe(true);
      if (scene.asOf !== null && one.date.length === 10) expect(lastDay(one.date) <= scene.asOf).toBe(true);
    }
    for (const bar of shown.bars) expect(bar.value).toBeGreaterThan(0);
    expect(sceneNetwork(record, chart.id, scene.id)).toEqual(shown);
  });

  it('of the ring in September 2025 closes it, all of it promised or reported only', () => {
    const ring = sceneNetwork(record, 'ring', 'geschlossen');
    expect(ring.cycles).toEqual([
      ['nvidia-openai-beteiligung', 'openai-oracle-cloud', 'oracle-nvidia-abilene'],
    ]);
    expect(ring.links.map(({ value, status }) => [value, status])).toEqual([
      [100, 'announced'],
      [300, 'reported'],
      [40, 'reported'],
    ]);
    expect(ring.links[0]?.later).toMatchObject({ status: 'superseded', replacedBy: 'nvidia-openai-30' });
  });
});

describe('the story', () => {
  it('cites only what exists, each under one number', () => {
    expect(told.notes.length).toBeGreaterThan(0);
    expect(new Set(told.notes).size).toBe(told.notes.length);
  });
});
