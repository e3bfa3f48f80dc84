import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame, isDense, type Frame } from '../../../src/layout/frame.ts';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Band, Box, Format, Geometry, Label, LabelLine } from '../../../src/layout/geometry.ts';
import { labels, type Texts } from '../../../src/layout/labels.ts';
import { rectangleOf, type Rectangle } from '../../../src/layout/places.ts';
import { lineTo } from '../../../src/layout/spine.ts';
import { textWidth } from '../../../src/layout/text.ts';
import type { SceneNetwork } from '../../../src/model/scene.ts';
import { texts } from '../../../src/render/rows.ts';
import { ui } from '../render/ui.ts';
import { anyNet, chart, formats, link, pairsOf, scene } from './scenes.ts';

const wide = frame('wide', 600);
const page = frame('page', 600);
const band = (key: string, y: number, width: number): Band => ({
  ...{ key, replaces: [], source: null, target: null, given: 'money', kind: 'cloud' },
  ...{ status: 'contracted', lines: 1, paid: 0, open: 0, period: 11, travel: -1, focus: true },
  ...{ spine: lineTo([100, y], 700, y), width: [width, width, width], head: 0, bulge: [0, 0] },
});
const box = (key: string, x: number, y: number, length: number, angle = 0): Box => ({
  ...{ key, x, y, angle, length, curvature: 0, thickness: 12 },
});
const amount = [{ text: '300 Mrd. $', voice: 'amount' } as const];
const name = (text: string): LabelLine[] => [{ text, voice: 'name' }];
const only = (bands: Band[], boxes: Box[], words: Texts, space = wide) =>
  labels(bands, boxes, words, space).labels[0];

test('a text is as wide as its characters at its size', () => {
  expect(textWidth('OO', 10, 'regular')).toBeCloseTo(2 * textWidth('O', 10, 'regular'));
  expect(textWidth('Oracle', 30, 'semibold')).toBeCloseTo(3 * textWidth('Oracle', 10, 'semibold'));
  expect(textWidth('Oracle', 10, 'semibold')).toBeGreaterThan(textWidth('Oracle', 10, 'regular'));
});

test('an amount stands on its flow on a plate where there is room, else beside it', () => {
  const on = only([band('link:a', 300, 200)], [], { 'link:a': amount });
  expect(on?.plate).not.toBeNull();
  expect(Math.abs((on?.y ?? NaN) - 300)).toBeLessThan(20);
  const beside = only([band('link:a', 300, 20)], [], { 'link:a': amount });
  expect(beside?.plate).toBeNull();
  expect(Math.abs((beside?.y ?? NaN) - 300)).toBeGreaterThan(15);
});

test('an amount keeps off another flow', () => {
  // Above the thin flow another one runs: the amount goes below.
  const label = only([band('link:a', 300, 10), band('link:b', 275, 10)], [], { 'link:a': amount });
  expect(label?.y).toBeGreaterThan(300);
});

test('a name stands above its node in wide, and in it in page where it fits', () => {
  const above = only([], [box('node:o', 400, 300, 100)], { 'node:o': name('Oracle') });
  expect(above?.y).toBeLessThan(250);
  const inside = only([], [box('node:o', 180, 300, 150, Math.PI / 2)], { 'node:o': name('Oracle') }, page);
  expect(inside?.inverse).toBe(true);
  const beside = only([], [box('node:o', 180, 300, 20, Math.PI / 2)], { 'node:o': name('Oracle') }, page);
  expect(beside?.inverse).toBe(false);
});

test('a long note is broken between its parts, evenly, and never loses a word', () => {
  const note = { text: 'Beteiligung · vertraglich zugesagt und bezahlt', voice: 'note' } as const;
  const label = only([band('link:a', 300, 10)], [], { 'link:a': [note] }, page);
  expect(label?.lines[0]?.text).toBe('Beteiligung');
  expect(label?.lines.map(({ text }) => text).join(' ')).toBe('Beteiligung vertraglich zugesagt und bezahlt');
});

test('labels leave nothing out and nothing in that has no text', () => {
  const bands = [band('link:a', 300, 200), band('link:b', 100, 50)];
  const placed = labels(bands, [], { 'link:a': amount, 'link:b': [] }, wide);
  expect(placed.labels.map(({ key }) => key)).toEqual(['link:a']);
});

const extentOf = ({ key, extent }: Label): Rectangle => {
  if (!extent) throw new Error(`${key} is turned`);
  return extent;
};
/** Half a unit may be lost in rounding. */
const overlap = ([x, y, w, h]: Rectangle, [u, v, b, t]: Rectangle) =>
  Math.min(x + w, u + b) - Math.max(x, u) > 0.5 && Math.min(y + h, v + t) - Math.max(y, v) > 0.5;
const onEachOther = (all: readonly Label[]) =>
  pairsOf(all)
    .filter(([one, other]) => overlap(extentOf(one), extentOf(other)))
    .map((pair) => pair.map(({ key }) => key));
const outside = (all: readonly Label[], { width, height }: Pick<Geometry, 'width' | 'height'>) =>
  all
    .filter((label) => {
      const [x, y, w, h] = extentOf(label);
      return x < -0.5 || y < -0.5 || x + w > width + 0.5 || y + h > height + 0.5;
    })
    .map(({ key }) => key);
const nodesOf = ({ boxes }: Pick<Geometry, 'boxes'>, space: Frame) =>
  boxes.map((one) => ({ key: one.key, rectangle: rectangleOf(one, space) }));

const NAMES = ['NVIDIA', 'OpenAI', 'Oracle', 'Microsoft', 'CoreWeave', 'Anthropic', 'SoftBank', 'Broadcom'];
const WORDS: Record<string, string> = Object.fromEntries(
  Array.from({ length: 16 }, (_, index) => [`n${String(index).padStart(2, '0')}`, NAMES[index % 8] ?? '']),
);
const titled = (network: SceneNetwork): SceneNetwork => ({
  ...network,
  nodes: network.nodes.map((node) => {
    const text = WORDS[node.id] ?? node.id;
    return { ...node, name: text, short: text };
  }),
});
const drawn = (columns: readonly (readonly string[])[], network: SceneNetwork, format: Format): Geometry => {
  const words = texts(network, ui, isDense(network));
  const [geometry] = geometries(chart(columns, 1e6), [network], [words], format);
  if (!geometry) throw new Error('one scene, one geometry');
  return geometry;
};

describe('a sparse scene', { timeout: 60_000 }, () => {
  /**
   * Two or three firms in as many columns; each pays the next one, and the last pays some of it back. Not more: what
   * runs round, and more columns, take the room between the columns that words need.
   */
  const sparse = fc
    .record({
      values: fc.array(fc.integer({ min: 150, max: 500 }), { minLength: 1, maxLength: 2 }),
      back: fc.option(fc.tuple(fc.nat(1), fc.integer({ min: 10, max: 60 }))),
      side: fc.constantFrom('above' as const, 'below' as const),
    })
    .map(({ values, back, side }) => {
      const id = (index: number) => `n0${String(index)}`;
      const columns = [...values, 0].map((_, index) => [id(index)]);
      const links = values.map((value, index) => link(`l${String(index)}`, id(index), id(index + 1), value));
      if (back) links.push(link('back', id(values.length), id(back[0] % values.length), back[1], { side }));
      return { columns, network: titled(scene(columns, links)) };
    });

  test('has every name and amount inside, off each other and off the nodes', () => {
    fc.assert(
      fc.property(sparse, formats, ({ columns, network }, format) => {
        const geometry = drawn(columns, network, format);
        const { labels: placed } = geometry;
        expect(placed.map(({ key }) => key).sort()).toEqual(
          [...geometry.boxes, ...geometry.bands].map(({ key }) => key).sort(),
        );
        expect(onEachOther(placed)).toEqual([]);
        expect(outside(placed, geometry)).toEqual([]);
        const nodes = nodesOf(geometry, frame(format, geometry.height));
        const onNodes = placed.filter(
          (label) => !label.inverse && nodes.some(({ rectangle }) => overlap(extentOf(label), rectangle)),
        );
        expect(onNodes.map(({ key }) => key)).toEqual([]);
        for (const label of placed.filter(({ inverse }) => inverse)) {
          const [x, y, w, h] = extentOf(label);
          const [u, v, b, t] = nodes.find(({ key }) => key === label.key)?.rectangle ?? [0, 0, 0, 0];
          expect(x >= u && x + w <= u + b, label.key).toBe(true);
          expect(Math.abs(y + h / 2 - v - t / 2), label.key).toBeLessThan(0.1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a dense scene', { timeout: 60_000 }, () => {
  const names = Array.from({ length: 16 }, (_, index) => `n${String(index).padStart(2, '0')}`);
  const dense = anyNet(60)
    .map((net) => ({ ...net, network: titled(scene(net.columns, net.links)) }))
    .filter(({ network }) => isDense(network));
  const always = (check: (geometry: Geometry, network: SceneNetwork, format: Format) => void) => {
    fc.assert(
      fc.property(dense, formats, ({ columns, network }, format) => {
        check(drawn(columns, network, format), network, format);
      }),
      { numRuns: 60 },
    );
  };

  test('leaves amounts out rather than to set them on another label, and nothing else', () => {
    always((geometry, network) => {
      const keys = geometry.labels.map(({ key }) => key);
      expect(keys.filter((key) => key.startsWith('node:')).sort()).toEqual(
        network.nodes.map(({ id }) => `node:${id}`).sort(),
      );
      const money = network.links.filter(({ given, value }) => given === 'money' && value > 0);
      for (const key of keys.filter((one) => one.startsWith('link:')))
        expect(money.map(({ id }) => `link:${id}`)).toContain(key);
      const onto = onEachOther(geometry.labels).filter((pair) => pair.some((key) => key.startsWith('link:')));
      expect(onto).toEqual([]);
      // An amount does not leave the drawing either.
      expect(outside(geometry.labels, geometry).filter((key) => key.startsWith('link:'))).toEqual([]);
    });
  });

  test('has leaders that begin at the node they are of', () => {
    always((geometry, _, format) => {
      const nodes = nodesOf(geometry, frame(format, geometry.height, true));
      for (const { key, leader } of geometry.labels) {
        if (!leader) continue;
        const [x, y, w, h] = nodes.find((node) => node.key === key)?.rectangle ?? [NaN, NaN, NaN, NaN];
        const away = Math.hypot(
          Math.max(x - leader[0], 0, leader[0] - x - w),
          Math.max(y - leader[1], 0, leader[1] - y - h),
        );
        expect(away, key).toBeLessThan(2.1);
      }
    });
  });

  test('has names of all nodes where nothing else is in the way', () => {
    // Each in a corner of its own: no name has a reason to stand anywhere but next to its node.
    const boxes = names
      .slice(0, 9)
      .map((id, index) => box(`node:${id}`, 100 + 300 * (index % 3), 100 + 200 * Math.floor(index / 3), 40));
    const words = Object.fromEntries(boxes.map(({ key }) => [key, name('CoreWeave')]));
    const placed = labels([], boxes, words, frame('wide', 600, true)).labels;
    expect(placed.map(({ leader }) => leader)).toEqual(boxes.map(() => null));
    expect(onEachOther(placed)).toEqual([]);
  });
});
