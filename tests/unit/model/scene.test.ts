import { describe, expect, it } from 'vitest';
import type { ContentFile } from '../../../src/model/document.ts';
import { entries } from '../../../src/model/entries.ts';
import { network } from '../../../src/model/network.ts';
import { sceneNetwork, type SceneNetwork } from '../../../src/model/scene.ts';
import { story } from '../../../src/model/story.ts';
import { edited, files } from './content.ts';

const chart = 'content/charts/ring.yaml';
const scene = (id: string, contents: readonly ContentFile[] = files): SceneNetwork =>
  sceneNetwork(network(entries(contents), story(contents)), 'ring', id);
const link = (id: string, shown: SceneNetwork) => shown.links.find((one) => one.id === id);

describe('sceneNetwork', () => {
  it('gives the columns and their order as the chart has them', () => {
    expect(scene('damals').nodes).toEqual([
      { id: 'chips', name: 'Chips AG', short: 'Chips AG', column: 0, order: 0, members: [] },
      { id: 'lab', name: 'Labor', short: 'Labor', column: 1, order: 0, members: [] },
      { id: 'cloud', name: 'Wolke', short: 'Wolke', column: 2, order: 0, members: [] },
    ]);
  });

  it('leaves out nodes that nothing touches, and keeps the places of the others', () => {
    const joined = edited(chart, '  - [chips]\n  - [lab]\n  - [cloud]', '  - [cloud, chips]\n  - [lab]');
    expect(scene('heute', joined).nodes.map(({ id, column, order }) => [id, column, order])).toEqual([
      ['chips', 0, 1],
      ['lab', 1, 0],
    ]);
  });

  it('orders links by id, whatever the order in the file', () => {
    const turned = edited(
      chart,
      '[lab-cloud, cloud-chips, chips-lab]',
      '[chips-lab, lab-cloud, cloud-chips]',
    );
    expect(scene('damals').links.map(({ id }) => id)).toEqual(['chips-lab', 'cloud-chips', 'lab-cloud']);
    expect(scene('damals', turned)).toEqual(scene('damals'));
  });

  it('draws a link as it stood on the day of the scene, and tells what became of it', () => {
    expect(link('chips-lab', scene('damals'))).toMatchObject({
      status: 'announced',
      date: '2025-09-22',
      value: 100,
      amount: 100,
      qualifier: 'up_to',
      later: {
        date: '2026-02-27',
        status: 'superseded',
        amount: 100,
        text: 'Es wurden 30.',
        replacedBy: 'chips-lab-30',
      },
    });
  });

  it('draws the latest state without a day, and tells nothing more', () => {
    expect(link('chips-lab-30', scene('heute'))).toMatchObject({
      status: 'contracted',
      value: 30,
      later: null,
    });
  });

  it('tells what was last said of a link that has not changed since', () => {
    const said = edited(
      'content/data/links.yaml',
      '{ date: 2026-02-27, status: contracted, amount: 30, qualifier: exact }',
      '{ date: 2026-02-27, status: contracted, amount: 30, qualifier: exact }\n    - { date: 2026-04, status: contracted, text: Gezahlt ist noch nichts. }',
    );
    expect(link('chips-lab-30', scene('heute', said))).toMatchObject({
      date: '2026-02-27',
      later: { date: '2026-04', text: 'Gezahlt ist noch nichts.' },
    });
  });

  it('draws a yearly amount in another currency as the sum of its term in dollars', () => {
    // 20 a year, three years, 1.2 dollars to the euro
    expect(link('lab-cloud', scene('damals'))).toMatchObject({
      value: 72,
      amount: 20,
      currency: 'EUR',
      perYear: true,
      years: 3,
    });
  });

  it('draws nothing where no amount is public', () => {
    expect(link('cloud-chips', scene('damals'))).toMatchObject({ value: 0, amount: null, qualifier: null });
  });

  it('gives focus and side as the chart has them', () => {
    const shown = scene('damals').links.map(({ id, focus, side }) => [id, focus, side]);
    expect(shown).toEqual([
      ['chips-lab', true, 'below'],
      ['cloud-chips', false, 'above'],
      ['lab-cloud', false, 'below'],
    ]);
    expect(scene('heute').links.every(({ focus }) => focus)).toBe(true);
  });

  it('names all references of a link, those of its states too', () => {
    expect(link('chips-lab', scene('damals'))?.references).toEqual(['zeitung-2025', 'blatt-2026']);
  });

  it('finds the loop, but not through money that was called off', () => {
    expect(scene('damals').cycles).toEqual([['chips-lab', 'lab-cloud', 'cloud-chips']]);
    const today = edited(chart, '    asOf: 2025-10-01\n', '');
    expect(scene('damals', today).cycles).toEqual([]);
  });

  it('gives figures as bars in dollars', () => {
    expect(scene('umsatz')).toMatchObject({
      form: 'bars',
      nodes: [{ id: 'chips' }],
      links: [],
      bars: [
        { id: 'chips-umsatz', node: 'chips', value: 60, amount: 50, currency: 'EUR', measure: 'Umsatz' },
      ],
    });
  });

  it('does not know a scene that is not there', () => {
    expect(() => scene('morgen')).toThrow('ring/morgen');
  });
});
