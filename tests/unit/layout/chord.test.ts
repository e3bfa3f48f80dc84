import { describe, expect, test } from 'vitest';
import { chord } from '../../../src/layout/chord.ts';
import { frame } from '../../../src/layout/frame.ts';
import { link, scene } from './scenes.ts';

const columns = [['a'], ['b', 'c'], ['d']];
const links = [
  link('ab', 'a', 'b', 100),
  link('ac', 'a', 'c', 50),
  link('bd', 'b', 'd', 150),
  link('da', 'd', 'a', 30),
  link('da2', 'd', 'a', 20),
];
const wide = frame('wide', 720);
const drawn = chord({ ...scene(columns, links), form: 'chord' }, wide, 5);
const centre = { x: 400, y: 360 };
const fromCentre = (x: number, y: number) => Math.hypot(x - centre.x, y - centre.y);

describe('a ring', () => {
  test('gives each node an arc as long as what comes and goes', () => {
    const length = (id: string) => drawn.boxes.find(({ key }) => key === `node:${id}`)?.length ?? NaN;
    // a: 100 + 50 out, 30 + 20 in; b: 100 in, 150 out; c: 50 in; d: 150 in, 50 out
    const unit = length('c') / 50;
    expect(['a', 'b', 'd'].map((id) => Math.round(length(id) / unit))).toEqual([200, 250, 200]);
  });

  test('keeps the sequence of the columns round the circle', () => {
    const turn = (id: string) => {
      const box = drawn.boxes.find(({ key }) => key === `node:${id}`);
      return box ? Math.atan2(box.y - centre.y, box.x - centre.x) : NaN;
    };
    const first = turn('a');
    const after = ['b', 'c', 'd'].map((id) => (turn(id) - first + 4 * Math.PI) % (2 * Math.PI));
    expect(after).toEqual([...after].sort((a, b) => a - b));
  });

  test('begins and ends every ribbon on the ring, as wide as its value', () => {
    for (const { key, spine, width, bulge, head } of drawn.bands) {
      const value = links.find(({ id }) => key === `link:${id}`)?.value ?? NaN;
      const [x0 = NaN, y0 = NaN] = spine;
      const [x1 = NaN, y1 = NaN] = spine.slice(-2);
      const outer = Math.max(
        ...drawn.bands.map((band) => fromCentre(band.spine[0] ?? NaN, band.spine[1] ?? NaN) + band.bulge[0]),
      );
      expect(fromCentre(x0, y0) + bulge[0]).toBeCloseTo(outer, 6);
      expect(fromCentre(x1, y1) + bulge[1] + head).toBeCloseTo(outer, 6);
      // The chord under an arc of that length.
      expect(width[0]).toBeCloseTo(2 * outer * Math.sin((value * drawn.scale) / (2 * outer)), 6);
    }
  });

  test('packs the ends of a group side by side without overlap', () => {
    const angle = (x: number, y: number) => Math.atan2(y - centre.y, x - centre.x);
    const ends = drawn.bands
      .flatMap(({ key, spine }) => {
        const one = links.find(({ id }) => key === `link:${id}`);
        const [x0 = NaN, y0 = NaN] = spine;
        const [x1 = NaN, y1 = NaN] = spine.slice(-2);
        return one
          ? [
              { node: one.source, value: one.value, at: angle(x0, y0) },
              { node: one.target, value: one.value, at: angle(x1, y1) },
            ]
          : [];
      })
      .filter(({ node }) => node === 'b');
    const [first, second] = ends;
    const apart = Math.abs(
      Math.atan2(
        Math.sin((first?.at ?? 0) - (second?.at ?? 0)),
        Math.cos((first?.at ?? 0) - (second?.at ?? 0)),
      ),
    );
    const radius =
      fromCentre(drawn.bands[0]?.spine[0] ?? 0, drawn.bands[0]?.spine[1] ?? 0) +
      (drawn.bands[0]?.bulge[0] ?? 0);
    expect(apart).toBeCloseTo((((first?.value ?? 0) + (second?.value ?? 0)) / 2) * (drawn.scale / radius), 6);
  });

  test('is empty for an empty scene', () => {
    expect(chord({ ...scene(columns, []), form: 'chord' }, wide, 5).bands).toEqual([]);
  });
});
