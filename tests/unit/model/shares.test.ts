import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shares } from '../../../src/model/shares.ts';
import { link } from '../layout/scenes.ts';

test('a flow has a part of what its payer pays and of what its receiver is paid', () => {
  const links = [link('one', 'a', 'b', 30), link('other', 'a', 'c', 10), link('third', 'c', 'b', 90)];
  const parts = shares({ links, schematic: false });
  expect(parts.get('one')).toEqual({ out: 0.75, in: 0.25 });
  expect(parts.get('third')).toEqual({ out: 1, in: 0.75 });
});

test('what is no money, called off or not to scale has no part and takes none from others', () => {
  const links = [
    link('money', 'a', 'b', 30),
    link('secret', 'a', 'b', 0, { given: 'unknown' }),
    link('stock', 'a', 'b', 7, { given: 'shares' }),
    link('gone', 'a', 'b', 70, { status: 'superseded' }),
  ];
  expect([...shares({ links, schematic: false })]).toEqual([['money', { out: 1, in: 1 }]]);
  expect(shares({ links, schematic: true }).size).toBe(0);
});

test('the parts of a node come to the whole', () => {
  const node = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(node, node, fc.double({ min: 0.01, max: 1000, noNaN: true })), { minLength: 1 }),
      (all) => {
        const links = all.map(([source, target, value], index) => link(String(index), source, target, value));
        const parts = shares({ links, schematic: false });
        for (const { source } of links) {
          const own = links.filter((one) => one.source === source);
          expect(own.reduce((sum, { id }) => sum + (parts.get(id)?.out ?? 0), 0)).toBeCloseTo(1);
        }
      },
    ),
  );
});
