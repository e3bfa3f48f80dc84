import { describe, expect, test } from 'vitest';
import { charts } from '../../../src/charts.ts';
import type { Geometry } from '../../../src/layout/geometry.ts';
import { pointAt, curves, rails } from '../../../src/layout/strip.ts';
import { nearest } from '../../../src/scroll/nearest.ts';

const all: Geometry[] = [...charts.values()].flatMap(({ geometries }) => [
  ...geometries.page,
  ...geometries.wide,
]);
const bare = (geometry: Geometry): Geometry => ({ ...geometry, labels: [], boxes: [] });

describe('what is meant', () => {
  test.each(
    all.map((geometry) => [`${geometry.chart}/${geometry.scene} ${geometry.format}`, geometry] as const),
  )('%s: on the line of a flow it is that flow, or one that lies over it', (_, geometry) => {
    for (const [index, band] of geometry.bands.entries()) {
      const middle = Math.floor(curves(band.spine) / 2);
      const { x, y } = pointAt(band.spine, middle, 0.5);
      const over = geometry.bands.slice(index).map(({ key }) => key);
      expect(over).toContain(nearest(bare(geometry), x, y, 4));
    }
  });

  test.each(
    all.map((geometry) => [`${geometry.chart}/${geometry.scene} ${geometry.format}`, geometry] as const),
  )('%s: in the middle of a node it is that node', (_, geometry) => {
    for (const { key, x, y, angle, thickness } of geometry.boxes) {
      const [atX, atY] = [x - (Math.cos(angle) * thickness) / 2, y - (Math.sin(angle) * thickness) / 2];
      expect(nearest({ ...geometry, labels: [] }, atX, atY, 4)).toBe(key);
    }
  });

  test('within reach of a thin flow it is that flow, beyond it nothing', () => {
    const geometry = all.find(
      ({ chart, scene, format }) => chart === 'openai' && scene === 'aktien' && format === 'wide',
    );
    const band = geometry?.bands.find(({ given }) => given === 'shares');
    if (!geometry || !band) throw new Error('no thin flow');
    const only = { ...bare(geometry), bands: [band] };
    const { left } = rails(band);
    const { x, y } = pointAt(left, 0, 0.5);
    const next = pointAt(left, 0, 0.51);
    const turn = Math.atan2(next.y - y, next.x - x) - Math.PI / 2;
    const beside = (distance: number) =>
      nearest(only, x + Math.cos(turn) * distance, y + Math.sin(turn) * distance, 10);
    expect(beside(8)).toBe(band.key);
    expect(beside(30)).toBeNull();
  });

  test('on a name or an amount it is what that names', () => {
    const geometry = all.find(({ chart }) => chart === 'ring');
    const label = geometry?.labels.find(({ extent, key }) => extent && key.startsWith('node:'));
    if (!geometry || !label?.extent) throw new Error('no label');
    const [left, top, width, height] = label.extent;
    expect(nearest(geometry, left + width / 2, top + height / 2, 1)).toBe(label.key);
  });
});
