import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame, type Frame } from '../../../src/layout/frame.ts';
import { laneId, passageId, planned, widthOf, type Plan } from '../../../src/layout/plan.ts';
import { anyNet, everyExample, link, scales, scene, spaces, type Net } from './scenes.ts';

const wide = frame('wide', 720);
const plan = ({ columns, links }: Net, space: Frame = wide, scale = 1) =>
  planned(scene(columns, links), columns.length, space, scale, null);
const rowsOf = ({ rows, drafts }: Plan) => rows.map((row) => row.map((draft) => drafts[draft]?.id));
const sizeOf = ({ drafts }: Plan, id: string) => drafts.find((draft) => draft.id === id)?.size;

describe('the width of a flow', () => {
  test('is its value to scale, but no less than the thinnest of the format', () => {
    expect(widthOf(link('l', 'a', 'b', 100), wide, 0.5)).toBe(50);
    expect(widthOf(link('l', 'a', 'b', 0.01), wide, 0.5)).toBe(wide.thinnest);
  });

  test('is nothing for money of the value 0', () => {
    expect(widthOf(link('l', 'a', 'b', 0), wide, 0.5)).toBe(0);
  });

  test('is that of a symbol for what is no sum of money, whatever it is worth', () => {
    for (const given of ['unknown', 'shares', 'guarantee'] as const)
      for (const value of [0, 3, 600])
        expect(widthOf(link('l', 'a', 'b', value, { given }), wide, 0.5)).toBe(wide.symbol);
  });
});

test('a node is as high as the larger of its sums, symbols among them, and never less than 3', () => {
  const columns = [['a', 'x'], ['b', 'c'], ['d']];
  const symbol = link('ad', 'a', 'd', 0, { given: 'unknown' });
  const drawn = plan({
    columns,
    links: [link('ab', 'a', 'b', 40), link('ac', 'a', 'c', 2), symbol, link('ba', 'b', 'a', 30)],
  });
  expect(sizeOf(drawn, 'a')).toBeCloseTo(42 + wide.symbol);
  expect(sizeOf(drawn, 'b')).toBe(40);
  expect(sizeOf(drawn, 'c')).toBe(3);
  expect(sizeOf(drawn, 'd')).toBe(wide.symbol);
});

test('a node has room for its name, a group for that of its members too, a passage none', () => {
  const { nodes, ...network } = scene(
    [['a'], ['b'], ['c']],
    [link('ac', 'a', 'c', 5), link('ab', 'a', 'b', 5)],
  );
  const grouped = nodes.map((node) => (node.id === 'b' ? { ...node, members: ['Bank', 'Fonds'] } : node));
  const { drafts } = planned({ ...network, nodes: grouped }, 3, wide, 1, null);
  expect(Object.fromEntries(drafts.map(({ id, room }) => [id, room]))).toEqual({
    a: wide.nameRoom,
    b: wide.groupRoom,
    c: wide.nameRoom,
    [passageId('ac', 1)]: 0,
  });
});

test('links lead forward, back, or within their column', () => {
  const links = [
    link('ab', 'a', 'b', 5),
    link('ba', 'b', 'a', 5),
    link('ca', 'c', 'a', 5),
    link('cc', 'c', 'c', 5),
  ];
  const { flows } = plan({ columns: [['a', 'c'], ['b']], links });
  expect(Object.fromEntries(flows.map((flow) => [flow.link.id, flow.turn]))).toEqual({
    ab: 'forward',
    ba: 'return',
    ca: 'local',
    cc: 'local',
  });
});

describe('lanes of local links', () => {
  const columns = [['a', 'b', 'c', 'd', 'e']];

  test('stand next to their target, on the side they come from', () => {
    const links = [link('ac', 'a', 'c', 5), link('ec', 'e', 'c', 5), link('bd', 'b', 'd', 5)];
    expect(rowsOf(plan({ columns, links }))).toEqual([
      ['a', 'b', laneId('ac'), 'c', laneId('ec'), laneId('bd'), 'd', 'e'],
    ]);
  });

  test('lie round each other where they lead to the same target', () => {
    const links = ['a', 'b', 'd', 'e'].map((from) => link(`${from}c`, from, 'c', 5));
    expect(rowsOf(plan({ columns, links }))).toEqual([
      ['a', 'b', laneId('bc'), laneId('ac'), 'c', laneId('ec'), laneId('dc'), 'd', 'e'],
    ]);
  });

  test('of a node to itself stand where it is said', () => {
    const loop = (side: 'above' | 'below') =>
      rowsOf(plan({ columns: [['a']], links: [link('aa', 'a', 'a', 5, { side })] }));
    expect(loop('above')).toEqual([[laneId('aa'), 'a']]);
    expect(loop('below')).toEqual([['a', laneId('aa')]]);
  });
});

describe('the order of a column', () => {
  const columns = [['a', 'b'], ['c', 'd'], ['e']];
  const links = [
    link('ae', 'a', 'e', 50),
    link('be', 'b', 'e', 20),
    link('ac', 'a', 'c', 9),
    link('bd', 'b', 'd', 9),
  ];

  test('is that of the chart, with passages where they are said', () => {
    const said = ['ae', 'be'].map((id, index) => ({ link: id, column: 1, order: 2 - index }));
    const nodes = scene(columns, links).nodes.map((node) => ({ ...node, order: 3 * node.order }));
    const { drafts, rows } = planned({ ...scene(columns, links), nodes, passages: said }, 3, wide, 1, null);
    expect(rowsOf({ drafts, rows, flows: [] })[1]).toEqual([
      'c',
      passageId('be', 1),
      passageId('ae', 1),
      'd',
    ]);
  });

  test('has passages that nobody has placed where they cross least', () => {
    // What comes from a stands above what comes from b: nothing crosses.
    const row = rowsOf(plan({ columns, links }))[1] ?? [];
    expect(row.slice(0, 2).sort()).toEqual([passageId('ae', 1), 'c']);
    expect(row.slice(2).sort()).toEqual([passageId('be', 1), 'd']);
  });

  test('is that of other scenes where these have settled it', () => {
    const ranks = new Map([
      ['d', 0],
      [passageId('be', 1), 1],
      ['c', 2],
      [passageId('ae', 1), 3],
    ]);
    const settled = planned(scene(columns, links), 3, wide, 1, ranks);
    expect(rowsOf(settled)[1]).toEqual(['d', passageId('be', 1), 'c', passageId('ae', 1)]);
  });
});

test('any network has each of its boxes once, in its column, and nodes as high as the larger sum', () => {
  fc.assert(
    fc.property(anyNet(), spaces, scales, (net, space, scale) => {
      const { drafts, rows, flows } = plan(net, space, scale);
      expect(rows.flat().sort((a, b) => a - b)).toEqual(drafts.map((_, index) => index));
      expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length);
      rows.forEach((row, column) => {
        for (const draft of row) expect(drafts[draft]?.column).toBe(column);
      });
      drafts.forEach(({ part, size }, index) => {
        if (part !== 'node') return;
        const sum = (end: 'source' | 'target') =>
          flows.filter((flow) => flow[end] === index).reduce((total, { width }) => total + width, 0);
        expect(size).toBeCloseTo(Math.max(3, sum('source'), sum('target')), 6);
      });
      for (const { width, way, source, target, turn } of flows) {
        expect(width).toBeGreaterThan(0);
        if (turn === 'forward') expect([way[0], way.at(-1)]).toEqual([source, target]);
        for (const index of turn === 'forward' ? way.slice(1, -1) : way)
          expect(drafts[index]?.size).toBe(width);
      }
    }),
    { numRuns: 1000, examples: everyExample },
  );
}, 60_000);
