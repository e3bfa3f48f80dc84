// Do the orders in the charts' files cross little, and is a better one known?
import { describe, expect, it } from 'vitest';
import { crossings } from '../../src/layout/order/order.ts';
import { proposal } from '../../src/layout/order/proposal.ts';
import { ways } from '../../src/layout/order/ways.ts';
import type { Chart, Format } from '../../src/model/chart.ts';
import { entries } from '../../src/model/entries.ts';
import { network } from '../../src/model/network.ts';
import { sceneNetwork } from '../../src/model/scene.ts';
import { shown } from '../../src/model/shown.ts';
import { story } from '../../src/model/story.ts';
import { crossingsOf, strokes } from './default.ts';
import { contentFiles } from './folder.ts';

const files = contentFiles();
const record = network(entries(files), story(files));
const linksOf = ({ id, scenes }: Chart, format: Format) =>
  ways(scenes.map((scene) => shown(sceneNetwork(record, id, scene.id), format).scene));
const charts = [...record.charts.values()]
  .map((chart) => ({ id: chart.id, columns: chart.columns, links: linksOf(chart, 'wide') }))
  .filter(({ links }) => links.length > 0);

/** Of what d3-sankey's own order crosses, the share that the whole network may. */
const SHARE = 0.1;

describe('the order of', () => {
  it.each(charts)('$id is told of where a better one is known', ({ id, columns, links }) => {
    const { cost, before } = proposal(columns, links);
    expect(cost).toBeLessThanOrEqual(before);
    if (cost < 0.99 * before)
      console.warn(
        `content/charts/${id}.yaml: a better order is known, cost ${before.toFixed(1)} → ${cost.toFixed(1)}: ` +
          `npm run propose -- ${id}`,
      );
  });

  it.each(['wide', 'page'] as const)(
    'the whole network crosses in %s a fraction of what d3-sankey would',
    (format) => {
      const chart = record.charts.get('gesamt');
      if (!chart) throw new Error('no chart of the whole network');
      const links = linksOf(chart, format);
      const left = crossingsOf(strokes(chart.columns, links));
      expect(left).toBeGreaterThan(0);
      expect(crossings(chart.columns, links)).toBeLessThanOrEqual(SHARE * left);
    },
  );
});

describe('crossings as drawn', () => {
  const stroke = (from: number, to: number, start: number, end: number, value = 4) => ({
    value,
    from,
    to,
    start,
    end,
  });

  it('are those of links that change places', () => {
    expect(crossingsOf([stroke(0, 1, 10, 50), stroke(0, 1, 20, 40, 9)])).toBe(6);
    expect(crossingsOf([stroke(0, 1, 10, 40), stroke(0, 1, 20, 50)])).toBe(0);
  });

  it('are looked for where both links run', () => {
    // At column 1 the long one stands at 15, at column 2 at 25.
    const long = stroke(0, 3, 5, 35);
    expect(crossingsOf([long, stroke(1, 2, 20, 20)])).toBe(4);
    expect(crossingsOf([long, stroke(1, 2, 10, 20)])).toBe(0);
    expect(crossingsOf([long, stroke(3, 4, 0, 50)])).toBe(0);
  });

  it('are what d3-sankey leaves', () => {
    const way = (source: string, target: string, value: number) => ({
      id: `${source}-${target}`,
      source,
      target,
      value,
    });
    const links = [way('a', 'd', 1), way('a', 'c', 1), way('b', 'c', 1), way('b', 'd', 1), way('d', 'a', 5)];
    const drawn = strokes([['a', 'b'], ['via b-e', 'c', 'd'], ['e']], [...links, way('b', 'e', 1)]);
    // Two of the four links between two pairs always cross; the one that leads back is not drawn.
    expect(drawn).toHaveLength(5);
    expect(crossingsOf(drawn)).toBeGreaterThanOrEqual(1);
  });
});
