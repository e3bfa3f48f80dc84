// Made-up scenes for the tests of the layout.

import fc from 'fast-check';
import type { Chart } from '../../../src/model/chart.ts';
import type { SceneLink, SceneNetwork } from '../../../src/model/scene.ts';

/** A link of a scene with what matters to the layout. */
export function link(
  id: string,
  source: string,
  target: string,
  value: number,
  more: Partial<SceneLink> = {},
): SceneLink {
  return {
    id,
    source,
    target,
    kind: 'cloud',
    status: 'contracted',
    given: 'money',
    value,
    amount: value,
    currency: 'USD',
    qualifier: 'exact',
    firm: null,
    paid: null,
    perYear: false,
    years: null,
    term: null,
    date: '2025-09-01',
    focus: true,
    side: 'below',
    inShares: false,
    contingent: false,
    replaces: null,
    figures: [],
    says: null,
    later: null,
    references: [],
    ...more,
  };
}

/** A Sankey scene of links among nodes in columns. */
export function scene(
  columns: readonly (readonly string[])[],
  links: readonly SceneLink[],
  id = 'scene',
): SceneNetwork {
  return {
    chart: 'chart',
    scene: id,
    form: 'sankey',
    title: 'A finding',
    description: 'What is to be seen.',
    asOf: null,
    nodes: columns.flatMap((nodes, column) =>
      nodes
        .map((node, order) => ({ id: node, name: node.toUpperCase(), column, order, members: [] }))
        .filter((node) => links.some(({ source, target }) => source === node.id || target === node.id)),
    ),
    links: [...links].sort((a, b) => (a.id < b.id ? -1 : 1)),
    bars: [],
    cycles: [],
    passages: [],
    schematic: false,
    least: { page: 0, wide: 0 },
  };
}

/** A chart with roomy formats and fine lines, for scenes that are not about them. */
export function chart(columns: readonly (readonly string[])[], perLine = 1000): Chart {
  return {
    id: 'chart',
    title: 'A chart',
    columns: columns.map((nodes) => [...nodes]),
    schematic: false,
    groups: [],
    arrows: [],
    sides: {},
    becomes: {},
    formats: { page: { height: 640, perLine }, wide: { height: 720, perLine } },
    scenes: [],
  };
}

/** The ring of the story: a pays b 100, b pays c 300, c pays a 40. */
export const ringColumns = [['a'], ['b'], ['c']] as const;
export const ring = [link('ab', 'a', 'b', 100), link('bc', 'b', 'c', 300), link('ca', 'c', 'a', 40)];

/** Networks of 1–16 nodes in up to five columns with 0–30 links, returns, self-links and parallels among them. */
export const networks: fc.Arbitrary<{ columns: string[][]; links: SceneLink[] }> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })
  .chain((sizes) => {
    const columns = sizes.map((size, column) =>
      Array.from({ length: size }, (_, row) => `n${String(column)}-${String(row)}`),
    );
    const node = fc.constantFrom(...columns.flat());
    const one = fc.record({
      source: node,
      target: node,
      value: fc.double({ min: 0.01, max: 600, noNaN: true }),
      side: fc.constantFrom('above' as const, 'below' as const),
    });
    return fc.array(one, { maxLength: 30 }).map((links) => ({
      columns,
      links: links.map(({ source, target, value, side }, index) =>
        link(`l${String(index).padStart(2, '0')}`, source, target, value, { side }),
      ),
    }));
  });
