import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chord } from '../../../src/layout/chord.ts';
import { PITCH, type Frame } from '../../../src/layout/frame.ts';
import type { SceneNetwork } from '../../../src/model/scene.ts';
import { cases, edges, endsOf, endsOn, groupsOf, radiusOf, senseOf, sound, type Drawn } from './circles.ts';

/** No round number, so that no amount stands exactly between two numbers of lines. */
const PER_LINE = 7.3127;

describe('any ring', () => {
  const always = (check: (drawn: Drawn, space: Frame, network: SceneNetwork) => void) => {
    fc.assert(
      fc.property(cases, ({ network, space, seats }) => {
        check(chord(network, space, PER_LINE, seats), space, network);
      }),
      { numRuns: 1000 },
    );
  };

  test('is finite and not turned inside out', () => {
    always(sound);
  });

  test('has arcs that do not meet', () => {
    always((drawn) => {
      const groups = groupsOf(drawn);
      const sense = senseOf(drawn);
      groups.forEach(({ angle, size }, index) => {
        const next = groups[index + 1] ?? groups[0];
        if (!next || groups.length === 1) return;
        const ahead = (((sense * (next.angle - angle)) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
        expect(ahead - (size + next.size) / 2).toBeGreaterThan(0.001);
      });
    });
  });

  test('begins and ends every ribbon on the circle', () => {
    always((drawn, space) => {
      for (const { reach } of drawn.bands.flatMap((band) => edges(band, space)))
        expect(Math.abs(reach - radiusOf(drawn))).toBeLessThan(1e-6);
    });
  });

  test('has ends side by side that fill the arc of their group', () => {
    always((drawn, space) => {
      for (const group of groupsOf(drawn)) {
        const ends = endsOn(group, drawn, space);
        if (ends.length === 0) continue;
        let at = -group.size / 2;
        for (const { offset, size } of ends) {
          expect(Math.abs(offset - size / 2 - at)).toBeLessThan(1e-6);
          at += size;
        }
        expect(Math.abs(at - group.size / 2)).toBeLessThan(1e-6);
      }
    });
  });

  test('is to scale, but for the thinnest and what is no sum of money', () => {
    always((drawn, space, { links: all }) => {
      const ends = new Map(endsOf(drawn, space).map((end) => [end.link, end.size * radiusOf(drawn)]));
      const widths = [...ends.values()];
      for (const { id, given, value } of all) {
        const width = ends.get(`link:${id}`);
        if (width === undefined) expect(value === 0 && given === 'money').toBe(true);
        else if (given !== 'money') expect(width).toBeLessThan(space.symbol + 1e-6);
        else if (width > Math.min(...widths) + 1e-6 && width > space.thinnest + 1e-6)
          expect(Math.abs(width - value * drawn.scale)).toBeLessThan(1e-6);
        else expect(width).toBeGreaterThan(value * drawn.scale - 1e-6);
      }
    });
  });

  test('packs ends by where they lead, and parallel ones without a crossing', () => {
    always((drawn, space) => {
      const groups = groupsOf(drawn);
      const place = new Map(groups.map(({ id }, index) => [id, index]));
      const packed = groups.map((group) => endsOn(group, drawn, space));
      packed.forEach((ends, index) => {
        const away = ends.map(
          ({ other }) => (index - (place.get(other) ?? NaN) + groups.length) % groups.length,
        );
        expect(away).toEqual([...away].sort((a, b) => a - b));
        groups.slice(index + 1).forEach(({ id }) => {
          const here = ends.filter(({ other }) => other === id).map((end) => end.link);
          const there = packed[place.get(id) ?? -1]?.filter(({ other }) => other === groups[index]?.id);
          expect(there?.map((end) => end.link).reverse()).toEqual(here);
        });
        const own = ends.filter(({ other }) => other === groups[index]?.id).map((end) => end.link);
        expect(own.toReversed()).toEqual(own);
      });
    });
  });

  test('draws the widest ribbons first', () => {
    always(({ bands }) => {
      bands.forEach(({ key, width }, index) => {
        const next = bands[index + 1];
        if (!next) return;
        const [here, there] = [width[0], next.width[0]].map((wide) => Math.round(wide * 1e6));
        expect(there).toBeLessThanOrEqual(here ?? NaN);
        if (there === here) expect(key < next.key).toBe(true);
      });
    });
  });

  test('narrows a ribbon by 36 % at most, and only while its hairlines stay apart', () => {
    always(({ bands }) => {
      for (const { width, lines } of bands) {
        const narrow = Math.min(width[0], width[2]);
        expect(width[1]).toBeLessThanOrEqual(narrow);
        expect(width[1]).toBeGreaterThan(0.64 * narrow - 1e-9);
        if (width[1] < narrow) expect(width[1] / lines).toBeGreaterThan(PITCH - 1e-9);
      }
    });
  });

  test('does not depend on the order of what it is given, and leaves that as it is', () => {
    const shuffled = cases.chain(({ network, ...rest }) =>
      fc.record({
        nodes: fc.shuffledSubarray([...network.nodes], { minLength: network.nodes.length }),
        links: fc.shuffledSubarray([...network.links], { minLength: network.links.length }),
        rest: fc.constant({ network, ...rest }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ nodes, links: all, rest: { network, space, seats } }) => {
        const other = { ...network, nodes: Object.freeze(nodes), links: Object.freeze(all) };
        const before = JSON.stringify([other, [...(seats ?? [])]]);
        expect(chord(other, space, PER_LINE, seats)).toEqual(chord(network, space, PER_LINE, seats));
        expect(JSON.stringify([other, [...(seats ?? [])]])).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  test('does not depend on the unit of money', () => {
    fc.assert(
      fc.property(cases, ({ network, space, seats }) => {
        const large = {
          ...network,
          links: network.links.map((one) => ({ ...one, value: one.value * 1000 })),
        };
        const [small, big] = [
          chord(network, space, PER_LINE, seats),
          chord(large, space, PER_LINE * 1000, seats),
        ];
        const numbers = ({ bands, boxes }: Drawn) => [
          ...bands.flatMap(({ spine, width, bulge, head }) => [...spine, ...width, ...bulge, head]),
          ...boxes.flatMap(({ x, y, angle, length }) => [x, y, angle * 100, length]),
        ];
        const names = ({ bands, boxes }: Drawn) => [...bands, ...boxes].map(({ key }) => key);
        expect(names(big)).toEqual(names(small));
        const after = numbers(big);
        const away = numbers(small).map((number, index) => Math.abs(number - (after[index] ?? NaN)));
        expect(Math.max(0, ...away)).toBeLessThan(0.05);
      }),
      { numRuns: 1000 },
    );
  });
});
