import { describe, expect, test } from 'vitest';
import { few } from '../../../src/layout/few.ts';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Band } from '../../../src/layout/geometry.ts';
import { DASH, widthAt } from '../../../src/layout/strip.ts';
import { marks, type PathMark } from '../../../src/render/marks.ts';
import { chart, ring, ringColumns, scene } from '../layout/scenes.ts';

const [geometry] = geometries(chart(ringColumns), [scene(ringColumns, ring)], [{}], 'wide');
const [found] = geometry?.bands ?? [];
if (!geometry || !found) throw new Error('a ring has flows');
const rim = geometry;
const pattern: Band = found;

/** Beside others, so that only some of its lines move. */
const crowd = Array.from({ length: 40 }, (): Band => ({ ...pattern, lines: 10 }));

/** The marks of a flow by the last part of their keys, at rest and in motion. */
function drawn(more: Partial<Band>) {
  const band: Band = { ...pattern, lines: 20, travel: -1, ...more };
  const [lines = []] = few([band, ...crowd].map((one) => [one, one] as const));
  const [rest, motion] = [band, { ...band, few: lines }].map((one) => {
    const paths = marks({ ...rim, bands: [one], boxes: [] }) as PathMark[];
    return new Map(paths.map((mark) => [mark.key.slice(band.key.length + 1), mark]));
  }) as [Map<string, PathMark>, Map<string, PathMark>];
  return { band, rest, motion };
}

const count = (mark: PathMark | undefined) => mark?.d.match(/M/g)?.length ?? 0;
const percent = (mark: PathMark | undefined) =>
  Number(/currentcolor (\d+)%/.exec(mark?.fill ?? '')?.[1] ?? 0) / 100;

/** How dark a part of a flow is on average, its lines over its area. */
function darkness(
  band: Band,
  marks: Map<string, PathMark>,
  part: string,
  share: number,
  area: number,
): number {
  const steps = Array.from({ length: 1000 }, (_, index) => widthAt(band, (index + 0.5) / 1000));
  const width = (10 * share * steps.reduce((sum, one) => sum + one)) / 1000;
  const ink = [part, `${part} fine`].map((name) => {
    const mark = marks.get(name);
    return (count(mark) * (mark?.weight ?? 0) * (mark?.dash ? DASH : 1)) / width;
  });
  const lines = ink.reduce((sum, one) => sum + one);
  return lines + (1 - lines) * area;
}

describe('a flow in motion', () => {
  test.each<[string, Partial<Band>]>([
    ['contracted', {}],
    ['dashed', { status: 'announced' }],
    ['heavy and light in turn', { kind: 'debt' }],
    ['as wide at its ends as it is not in the middle', { width: [60, 30, 80] }],
    ['all open', { open: 20 }],
    ['of one line', { lines: 1, width: [5, 5, 5] }],
  ])('is as dark as at rest: %s', (_, more) => {
    const { band, rest, motion } = drawn(more);
    const part = more.open ? 'open' : 'lines';
    const [still, moving] = [
      darkness(band, rest, part, 1, 0),
      darkness(band, motion, part, 1, percent(motion.get('casing'))),
    ];
    expect(still).toBeGreaterThan(0.02);
    expect(Math.abs(moving - still)).toBeLessThan(0.006);
    expect(count(motion.get(part)) + count(motion.get(`${part} fine`))).toBe(band.lines === 1 ? 1 : 3);
    expect(motion.get(part)).toMatchObject({
      className: rest.get(part)?.className,
      dash: rest.get(part)?.dash,
    });
  });

  test('is as dark as at rest in each of its parts, on opaque areas one on the other', () => {
    const { band, rest, motion } = drawn({ status: 'announced', paid: 5, open: 8 });
    expect([...motion.keys()].slice(0, 3)).toEqual(['casing', 'under lines', 'under flowed']);
    for (const [part, area, share, tint] of [
      ['flowed', 'under flowed', 5 / 20, 0.14],
      ['lines', 'under lines', 7 / 20, 0],
      ['open', 'casing', 8 / 20, 0],
    ] as const)
      expect(
        Math.abs(
          darkness(band, motion, part, share, percent(motion.get(area))) -
            darkness(band, rest, part, share, tint),
        ),
      ).toBeLessThan(0.006);
  });

  test('is tinted where it has flowed', () => {
    const { band, rest, motion } = drawn({ status: 'paid', paid: 20 });
    const difference =
      darkness(band, motion, 'lines', 1, percent(motion.get('casing'))) -
      darkness(band, rest, 'lines', 1, 0.14);
    expect(Math.abs(difference)).toBeLessThan(0.006);
  });

  test('keeps what is no sum of money as it is, without chevrons', () => {
    for (const given of ['unknown', 'shares', 'guarantee'] as const) {
      const { rest, motion } = drawn({ given, lines: 1, width: [5, 5, 5] });
      expect([...motion.keys()]).toEqual([...rest.keys()].filter((name) => !/halo|chevron/.test(name)));
      for (const [name, mark] of motion) expect(mark).toEqual(rest.get(name));
    }
  });

  test('is paler where the scene does not speak of it', () => {
    expect(drawn({ focus: false }).motion.get('casing')?.fill).toMatch(/calc\(\d+%\*var\(--dim\)\)/);
  });

  test('draws its hairlines where some of the still run', () => {
    const { rest, motion } = drawn({});
    const starts = (mark: PathMark | undefined) => mark?.d.match(/M-?\d+[ -]\d+/g) ?? [];
    for (const start of starts(motion.get('lines'))) expect(starts(rest.get('lines'))).toContain(start);
  });
});
