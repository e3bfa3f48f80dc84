import { describe, expect, test } from 'vitest';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Band, Label } from '../../../src/layout/geometry.ts';
import { marks, type PathMark } from '../../../src/render/marks.ts';
import { svg } from '../../../src/render/svg.ts';
import { chart, link, ring, ringColumns, scene } from '../layout/scenes.ts';

const drawn = (links: typeof ring, perLine = 5) => {
  const [geometry] = geometries(chart(ringColumns, perLine), [scene(ringColumns, links)], [{}], 'wide');
  if (!geometry) throw new Error('one scene, one geometry');
  return geometry;
};
const path = (links: typeof ring, key: string, perLine = 5) =>
  marks(drawn(links, perLine)).find((mark): mark is PathMark => mark.key === key && mark.type === 'path');

describe('hairlines', () => {
  test('are as many as the sum of one line goes into the flow', () => {
    for (const [key, count] of [
      ['link:ab/lines', 20],
      ['link:bc/lines', 60],
      ['link:ca/lines', 8],
    ] as const)
      expect(path(ring, key)?.d.match(/M/g)).toHaveLength(count);
  });

  test('of a flow below one line are one line', () => {
    const small = link('small', 'a', 'b', 1);
    expect(path([...ring, small], 'link:small/lines')?.d.match(/M/g)).toHaveLength(1);
  });

  test('stand heavier for a stake than for a cloud contract of the same width', () => {
    const weight = (kind: 'equity' | 'cloud') =>
      path([link('one', 'a', 'b', 100, { kind }), ...ring.slice(1)], 'link:one/lines', 2)?.weight ?? NaN;
    expect(weight('equity')).toBeGreaterThan(weight('cloud'));
  });
});

/** The marks of the flow from a to b, changed in some fields, by the last part of their keys. */
function parts(more: Partial<Band>): Map<string, PathMark> {
  const geometry = drawn(ring);
  const bands = geometry.bands
    .filter(({ key }) => key === 'link:ab')
    .map((band) => ({ ...band, travel: -1, ...more }));
  const paths = marks({ ...geometry, bands, boxes: [] }).filter((mark) => mark.type === 'path');
  return new Map(paths.map((mark) => [mark.key.slice('link:ab/'.length), mark]));
}
const count = (mark: PathMark | undefined) => mark?.d.match(/M/g)?.length ?? 0;

describe('money that has flowed', () => {
  test('is tinted and solid when all of it has', () => {
    for (const paid of [0, 20]) {
      const flow = parts({ status: 'paid', paid });
      expect([...flow.keys()]).toEqual(['casing', 'tint', 'lines', 'halo', 'chevron']);
      expect(flow.get('tint')?.d).toBe(flow.get('casing')?.d);
      expect(flow.get('lines')).toMatchObject({ className: 'lines cloud paid', dash: null });
    }
    expect(parts({}).has('tint')).toBe(false);
  });

  test('is tinted and solid for its share of a flow that is only announced', () => {
    const flow = parts({ status: 'announced', paid: 5 });
    expect(count(flow.get('flowed'))).toBe(5);
    expect(flow.get('flowed')).toMatchObject({ className: 'lines flowed cloud paid', dash: null });
    expect(count(flow.get('lines'))).toBe(15);
    expect(flow.get('lines')?.className).toBe('lines cloud announced');
    expect(flow.get('lines')?.dash).toMatch(/^\d+ \d+$/);
    // The first quarter of the strip: the tint ends between the fifth line and the sixth.
    const top = (d = '') => Number(/^M-?\d+[ ]?(-?\d+)/.exec(d)?.[1]);
    expect(flow.get('tint')?.d).not.toBe(flow.get('casing')?.d);
    expect(top(flow.get('tint')?.d)).toBe(top(flow.get('casing')?.d));
    expect(flow.get('tint')?.className).toBe('tint cloud paid');
  });
});

describe('what „bis zu“ leaves open', () => {
  test('is the last lines, much finer than the others, whatever the kind', () => {
    for (const kind of ['cloud', 'hardware', 'equity', 'revenue']) {
      // As close as hairlines ever stand.
      const flow = parts({ open: 8, kind, width: [44, 44, 44] });
      expect([count(flow.get('lines')), count(flow.get('open'))]).toEqual([12, 8]);
      expect(flow.get('open')?.className).toBe(`lines open ${kind} contracted`);
      expect(flow.get('open')?.weight).toBeLessThanOrEqual((5 / 8) * (flow.get('lines')?.weight ?? NaN));
    }
  });

  test('is dashed as the rest is, beside what has flowed', () => {
    const flow = parts({ status: 'announced', paid: 4, open: 10 });
    expect(['flowed', 'lines', 'open'].map((part) => count(flow.get(part)))).toEqual([4, 6, 10]);
    expect(flow.get('open')?.dash).toBe(flow.get('lines')?.dash);
    expect(flow.get('flowed')?.dash).toBeNull();
  });

  test('leaves no empty path where all is open', () => {
    expect([...parts({ open: 20 }).keys()]).toEqual(['casing', 'open', 'halo', 'chevron']);
  });

  test('keeps heavy and light lines of a credit in turn in the part that is firm', () => {
    const flow = parts({ kind: 'debt', paid: 5, open: 8 });
    const counts = ['flowed', 'flowed fine', 'lines', 'lines fine', 'open'].map((part) =>
      count(flow.get(part)),
    );
    expect(counts).toEqual([3, 2, 3, 4, 8]);
    expect(flow.get('lines')?.weight).toBeGreaterThan(flow.get('lines fine')?.weight ?? NaN);
  });
});

describe('what is no sum of money', () => {
  test('is one line of its own look, cased, without tint', () => {
    for (const [given, dash] of [
      ['unknown', '0 60'],
      ['shares', '70 45 0 45'],
    ] as const) {
      const flow = parts({ given, status: 'paid', lines: 1, width: [3, 3, 3] });
      // However thin it is: without a chevron nobody knows which way it leads.
      expect([...flow.keys()]).toEqual(['casing', given, 'halo', 'chevron']);
      expect(count(flow.get(given))).toBe(1);
      expect(flow.get(given)).toMatchObject({ className: `lines ${given} cloud paid`, dash });
    }
  });

  test('is an empty pipe when it is a guarantee, wide enough to look into', () => {
    const flow = parts({ given: 'guarantee', status: 'announced', lines: 1, width: [1.6, 1.6, 1.6] });
    expect(count(flow.get('rails'))).toBe(2);
    expect(flow.get('rails')?.className).toBe('lines rails cloud announced');
    expect(flow.get('rails')?.dash).not.toBeNull();
    const [one = NaN, other = NaN] = [...(flow.get('rails')?.d.matchAll(/M-?\d+ ?(-?\d+)/g) ?? [])].map(
      ([, y]) => Number(y),
    );
    expect(other - one).toBe(50);
    expect(parts({ given: 'guarantee', status: 'contracted' }).get('rails')?.dash).toBeNull();
  });
});

test('chevrons show the way of wide flows, none on a bar, and none under a label', () => {
  const [plain] = marks(drawn(ring)).filter(({ key }) => key === 'link:bc/chevron') as PathMark[];
  expect(count(plain)).toBeGreaterThan(1);
  expect([...parts({ key: 'bar:sales', kind: 'revenue' }).keys()]).not.toContain('chevron');
  const geometry = drawn(ring);
  const label: Label = {
    ...{ key: 'node:a', x: 0, y: 0, anchor: 'start', lines: [], kind: null, inverse: false, opacity: 1 },
    ...{ plate: null, leader: null, turn: 0, extent: [0, 0, 800, 720] },
  };
  expect(marks({ ...geometry, labels: [label] }).filter(({ key }) => key.endsWith('/chevron'))).toEqual([]);
});

test('labels carry their leader and their turn', () => {
  const geometry = drawn(ring);
  const label = {
    ...({
      key: 'node:a',
      x: 1,
      y: 2,
      anchor: 'start',
      lines: [],
      plate: null,
      kind: null,
      inverse: false,
    } as const),
    ...({ leader: [1, 2, 3, 4], turn: 30, extent: null, opacity: 1 } as const),
  };
  const found = marks({ ...geometry, bands: [], boxes: [], labels: [label] });
  expect(found).toMatchObject([{ type: 'label', key: 'label:node:a', leader: [1, 2, 3, 4], turn: 30 }]);
});

test('kind, status and what is out of focus are classes', () => {
  const mark = path([link('one', 'a', 'b', 100, { status: 'reported', focus: false })], 'link:one/lines');
  expect(mark?.className).toBe('lines cloud reported dim');
});

test('every mark has a key of its own', () => {
  const { bands, ...geometry } = drawn(ring);
  const mixed = bands.map((band) => ({ ...band, kind: 'debt', paid: 2, open: 3, travel: 0 }));
  const keys = marks({ ...geometry, bands: mixed }).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('svg says its name in one place and escapes it', () => {
  const text = svg(marks(drawn(ring)), {
    width: 800,
    height: 720,
    className: 'wide',
    scene: 'ring',
    name: 'A & B "pay" <C>',
  });
  expect(text).toContain('role="img" aria-label="A &amp; B &quot;pay&quot; &lt;C&gt;"');
  expect(text).not.toContain(' id=');
  expect(svg([], { width: 1, height: 1, className: 'page', scene: 's', name: '' })).toContain(
    'aria-hidden="true"',
  );
});
