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

for (const { chart, scenes, geometries } of charts.values()) {
  for (const format of ['page', 'wide'] as const) {
    geometries[format].forEach((geometry, index) => {
      const scene = scenes[index];
      if (!scene) throw new Error('a geometry without its scene');
      describe(`${chart.id}/${scene.scene} in ${format}`, () => {
        const drawn = [...scene.links, ...scene.bars].filter(({ value }) => value > 0);

        test('draws each flow and bar once, and has a row for each', () => {
          const keys = geometry.bands.map(({ key }) => key.split(':')[1]).sort();
          expect(keys).toEqual(drawn.map(({ id }) => id).sort());
          expect(rows(scene, record.ui).map(({ id }) => id)).toEqual(
            [...scene.links, ...scene.bars].map(({ id }) => id),
          );
        });

        test('draws as many lines as the sum of one goes into the amount', () => {
          for (const { id, value } of drawn) {
            const lines = marks(geometry)
              .filter((mark) => mark.type === 'path' && /:(.*)\/lines( fine)?$/.exec(mark.key)?.[1] === id)
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

        test('keeps labels inside, off nodes and off each other', () => {
          const lines = geometry.labels.flatMap((label) =>
            boxes(label).map((line) => ({ ...line, inverse: label.inverse, key: label.key })),
          );
          for (const { text, box, inverse, key } of lines) {
            expect([
              text,
              box[0] >= 0 && box[2] <= geometry.width && box[1] >= 0 && box[3] <= geometry.height,
            ]).toEqual([text, true]);
            for (const other of lines)
              if (other.key !== key)
                expect([text, other.text, overlap(box, other.box)]).toEqual([text, other.text, false]);
            for (const node of geometry.boxes)
              if (node.curvature === 0 && !inverse)
                expect([text, node.key, overlap(box, nodeBox(node, format))]).toEqual([
                  text,
                  node.key,
                  false,
                ]);
          }
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
