// Is what is drawn what the record says? Every real scene in both formats: lines, rows, labels, places.

import { describe, expect, test } from 'vitest';
import { charts } from '../../src/charts.ts';
import { record } from '../../src/content.ts';
import type { Geometry, Label } from '../../src/layout/geometry.ts';
import { textWidth } from '../../src/layout/text.ts';
import { marks } from '../../src/render/marks.ts';
import { rows, spoken } from '../../src/render/rows.ts';

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** The box of one line of a label, from its anchor and measured width. */
function boxes(label: Label): { text: string; box: Rectangle }[] {
  return label.lines.map(({ text, size, dy, voice }) => {
    const width = textWidth(text, size, voice === 'note' ? 'regular' : 'semibold');
    const left = label.x - (label.anchor === 'start' ? 0 : label.anchor === 'end' ? width : width / 2);
    const baseline = label.y + dy;
    return { text, box: [left, baseline - 0.72 * size, left + width, baseline + 0.2 * size] };
  });
}

const overlap = (a: Rectangle, b: Rectangle) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function nodeBox({ x, y, length, thickness }: Geometry['boxes'][number], format: string): Rectangle {
  return format === 'wide'
    ? [x - thickness, y - length / 2, x, y + length / 2]
    : [x - length / 2, y - thickness, x + length / 2, y];
}

/** A leader as the box round it, less its ends. */
function leaderBox({ leader }: Label): Rectangle[] {
  if (!leader) return [];
  const [x1, y1, x2, y2] = leader;
  const [top, bottom] = [Math.min(y1, y2) + 6, Math.max(y1, y2) - 6];
  return bottom > top ? [[Math.min(x1, x2) - 0.5, top, Math.max(x1, x2) + 0.5, bottom]] : [];
}

for (const { chart, scenes, shown, geometries } of charts.values()) {
  for (const format of ['page', 'wide'] as const) {
    geometries[format].forEach((geometry, index) => {
      const scene = scenes[index];
      const inFormat = shown[format][index];
      if (!scene || !inFormat) throw new Error('a geometry without its scene');
      describe(`${chart.id}/${scene.scene} in ${format}`, () => {
        const { links, bars } = inFormat.scene;
        const drawn = [...links.filter(({ given, value }) => given !== 'money' || value > 0), ...bars];

        test('draws each flow and bar once, and has a row for each', () => {
          const keys = geometry.bands.map(({ key }) => key.split(':')[1]).sort();
          expect(keys).toEqual(drawn.map(({ id }) => id).sort());
          const told = [
            ...scene.links.map(({ id }) => `link:${id}`),
            ...scene.bars.map(({ id }) => `bar:${id}`),
          ];
          expect(
            rows(scene, record.ui)
              .map(({ key }) => key)
              .sort(),
          ).toEqual(told.sort());
        });

        test('leaves out only what the key counts: flows below the least sum', () => {
          const least = scene.least[format];
          for (const { given, value } of inFormat.rest) expect(given !== 'money' || value < least).toBe(true);
          expect(links.length + inFormat.rest.length).toBe(scene.links.length);
        });

        test('draws as many lines as the sum of one goes into the amount', () => {
          const money = [...links.filter(({ given }) => given === 'money'), ...bars];
          for (const { id, value } of money) {
            const lines = marks(geometry)
              .filter(
                (mark) =>
                  mark.type === 'path' &&
                  /:(.*)\/(?:lines|flowed|open)(?: fine)?$/.exec(mark.key)?.[1] === id,
              )
              .map((mark) => (mark.type === 'path' ? (mark.d.match(/M/g) ?? []).length : 0));
            const band = geometry.bands.find(({ key }) => key.endsWith(`:${id}`));
            const sum = lines.reduce((total, count) => total + count, 0);
            expect([id, sum]).toEqual([id, Math.max(1, Math.round(value / geometry.perLine))]);
            expect(band?.lines).toBe(sum);
          }
        });

        test('says every amount that it draws where it is not seen', () => {
          const text = spoken(scene, record.ui);
          const flows = rows(scene, record.ui);
          if (flows.length > 6)
            expect(text).toContain(`Alle ${String(flows.length)} Flüsse stehen in der Tabelle`);
          else for (const { amount } of flows) expect(text).toContain(amount);
        });

        test('names every node, and keeps labels inside, off nodes and off each other', () => {
          const named = new Set(geometry.labels.map(({ key }) => key));
          for (const { key } of geometry.boxes) expect(named.has(key), key).toBe(true);
          // Names that stand like spokes are kept apart by their angles: their own test is in tests/unit.
          const level = geometry.labels.filter(({ turn }) => turn === 0);
          const lines = level.flatMap((label) =>
            boxes(label).map((line) => ({ ...line, inverse: label.inverse, key: label.key })),
          );
          const leaders = level.flatMap((label) =>
            leaderBox(label).map((box) => ({ text: 'leader', box, key: label.key })),
          );
          for (const { text, box, inverse, key } of lines) {
            expect([
              text,
              box[0] >= 0 && box[2] <= geometry.width && box[1] >= 0 && box[3] <= geometry.height,
            ]).toEqual([text, true]);
            for (const other of [...lines, ...leaders])
              if (other.key !== key)
                expect([text, other.text, other.key, overlap(box, other.box)]).toEqual([
                  text,
                  other.text,
                  other.key,
                  false,
                ]);
            for (const node of geometry.boxes)
              if (node.curvature === 0 && !inverse)
                expect([text, node.key, overlap(box, nodeBox(node, format))]).toEqual([
                  text,
                  node.key,
                  false,
                ]);
          }
        });

        test('keeps nodes off each other', () => {
          const straight = geometry.boxes.filter(({ curvature }) => curvature === 0);
          straight.forEach((box, place) => {
            for (const other of straight.slice(place + 1))
              expect([box.key, other.key, overlap(nodeBox(box, format), nodeBox(other, format))]).toEqual([
                box.key,
                other.key,
                false,
              ]);
          });
        });

        test('has references for each row, or says that there are none', () => {
          for (const { references } of rows(scene, record.ui)) {
            expect(references.length).toBeGreaterThan(0);
            for (const id of references) expect(record.references.get(id)?.url).toMatch(/^https?:\/\//);
          }
        });
      });
    });
  }
}
