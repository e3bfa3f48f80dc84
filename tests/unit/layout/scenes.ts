// Made-up scenes for the tests of the layout.

import fc from 'fast-check';
import { frame, type Frame } from '../../../src/layout/frame.ts';
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
        .map((node, order) => ({
          id: node,
          name: node.toUpperCase(),
          short: node.toUpperCase(),
          column,
          order,
          members: [],
        }))
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
    roles: [],
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

/** Nodes in columns, and links among them. */
export interface Net {
  readonly columns: readonly (readonly string[])[];
  readonly links: readonly SceneLink[];
}

/** Any links between nodes: to themselves, side by side, back, of nothing, and of what is no sum of money. */
const linksAmong = (nodes: readonly string[], most: number): fc.Arbitrary<SceneLink[]> => {
  const node = fc.constantFrom(...nodes);
  const one = fc.record({
    source: node,
    target: node,
    value: fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: 0.01, max: 600, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(0, 0.01, 600) },
    ),
    side: fc.constantFrom('above' as const, 'below' as const),
    given: fc.oneof(
      { weight: 9, arbitrary: fc.constant('money' as const) },
      { weight: 1, arbitrary: fc.constantFrom('unknown' as const, 'shares' as const, 'guarantee' as const) },
    ),
  });
  return fc
    .array(one, { maxLength: most, size: 'max' })
    .map((all) =>
      all.map(({ source, target, value, ...more }, index) =>
        link(`l${String(index).padStart(2, '0')}`, source, target, value, more),
      ),
    );
};

/** Networks of 1–16 nodes in any of up to six columns, some of them empty, with 0–90 links of all kinds. */
export const anyNet = (most = 90): fc.Arbitrary<Net> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: 6 }),
      standing: fc.array(fc.nat(5), { minLength: 1, maxLength: 16, size: 'max' }),
    })
    .chain(({ count, standing }) => {
      const columns = Array.from({ length: count }, (_, column) =>
        standing.flatMap((of, index) =>
          of % count === column ? [`n${String(index).padStart(2, '0')}`] : [],
        ),
      );
      // Most drawings have few links: many are tried less often.
      const links = fc.oneof(
        { weight: 3, arbitrary: linksAmong(columns.flat(), Math.min(14, most)) },
        { weight: 1, arbitrary: linksAmong(columns.flat(), most) },
      );
      return links.map((all) => ({ columns, links: all }));
    });

/** A network, and which of its links each of three scenes shows. */
export const anyChart = (most = 90): fc.Arbitrary<Net & { readonly scenes: readonly SceneNetwork[] }> =>
  anyNet(most).chain(({ columns, links }) =>
    fc
      .array(fc.integer({ min: 0, max: 7 }), { minLength: links.length, maxLength: links.length })
      .map((shown) => ({
        columns,
        links,
        scenes: [0, 1, 2].map((place) =>
          scene(
            columns,
            links.filter((_, index) => (((shown[index] ?? 0) >> place) & 1) === 1),
            String(place),
          ),
        ),
      })),
  );

export const formats = fc.constantFrom('page' as const, 'wide' as const);

/** The frames of drawings, large and small, dense and not. */
export const spaces: fc.Arbitrary<Frame> = fc.constantFrom(
  frame('wide', 720),
  frame('page', 640),
  frame('wide', 560, true),
  frame('page', 640, true),
  frame('page', 360),
);

/** Units of the viewBox per billion US dollars. */
export const scales = fc.constantFrom(0.01, 0.2, 1);

/** The same in another order. */
export const reversed = (network: SceneNetwork): SceneNetwork => ({
  ...network,
  nodes: network.nodes.toReversed(),
  links: network.links.toReversed(),
  passages: network.passages.toReversed(),
});

/** The same, none of it to be written to. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}

/** All pairs of different entries. */
export const pairsOf = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));

/** Examples that have gone wrong before, or would be the first to. */
export const examples: Readonly<Record<string, Net>> = {
  'nothing at all': { columns: [['a']], links: [] },
  'a single node that pays itself': { columns: [['a']], links: [link('aa', 'a', 'a', 500)] },
  'one self-link of 500 alone in the last column': {
    columns: [['a'], ['b'], ['c']],
    links: [link('ab', 'a', 'b', 100), link('cc', 'c', 'c', 500, { side: 'above' })],
  },
  'columns 2 and 3 only': {
    columns: [['a'], ['b'], ['c', 'd'], ['e']],
    links: [link('bc', 'b', 'c', 40), link('bd', 'b', 'd', 60), link('cb', 'c', 'b', 20)],
  },
  'amounts of 0.01 only': {
    columns: [['a', 'b'], ['c'], ['d']],
    links: [
      ...['a', 'b'].map((one) => link(`${one}c`, one, 'c', 0.01)),
      link('cd', 'c', 'd', 0.01),
      link('ad', 'a', 'd', 0.01),
      link('da', 'd', 'a', 0.01),
    ],
  },
  'nothing but money of the value 0': {
    columns: [['a'], ['b']],
    links: [link('ab', 'a', 'b', 0), link('ba', 'b', 'a', 0), link('aa', 'a', 'a', 0)],
  },
  'a forward link and a return between the same two': {
    columns: [['a'], ['b']],
    links: [link('ab', 'a', 'b', 300), link('ba', 'b', 'a', 200, { side: 'above' })],
  },
  'local links to the same target from both sides': {
    columns: [['a', 'b', 'c'], ['d']],
    links: [link('ab', 'a', 'b', 90), link('cb', 'c', 'b', 60), link('bd', 'b', 'd', 150)],
  },
  'ninety links': {
    columns: [0, 1, 2, 3].map((column) => [0, 1, 2, 3].map((row) => `n${String(4 * row + column)}`)),
    links: Array.from({ length: 90 }, (_, index) =>
      link(
        `l${String(index).padStart(2, '0')}`,
        `n${String(index % 16)}`,
        `n${String((7 * index + 3 * Math.floor(index / 16)) % 16)}`,
        1 + ((index * 37) % 90),
        { side: index % 3 === 0 ? 'above' : 'below' },
      ),
    ),
  },
};

/** The examples in every frame, for properties of a network, a frame and a scale. */
export const everyExample: [Net, Frame, number][] = Object.values(examples).flatMap((net) =>
  [frame('wide', 720), frame('page', 640), frame('page', 360, true)].map((space): [Net, Frame, number] => [
    net,
    space,
    0.2,
  ]),
);
