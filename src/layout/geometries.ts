// Where does everything of a chart go? Lays out all its scenes together: one scale, one place for each node.

import type { Chart } from '../model/chart.ts';
import type { SceneNetwork } from '../model/scene.ts';
import { bands } from './bands.ts';
import { bars, tallest } from './bars.ts';
import { chord } from './chord.ts';
import { columnsOf, fitted } from './fit.ts';
import { frame as frameOf, isDense, PITCH, type Frame } from './frame.ts';
import type { Band, Box, Format, Geometry } from './geometry.ts';
import { headings } from './headings.ts';
import { labels, type Texts } from './labels.ts';
import { sankey, seatsOf, type Seats } from './sankey.ts';
import { ringFrame } from './spokes.ts';
import { union } from './union.ts';
import { settledBand, settledBox, settledLabel, settledScale } from './settled.ts';

interface Drawn {
  readonly bands: readonly Band[];
  readonly boxes: readonly Box[];
}

/**
 * The scenes of a chart in a format, in units of the viewBox. `texts` holds the labels of each scene, in the same
 * order. Scenes share the scale, the columns and the sum per line, so that a flow keeps its width and place.
 *
 * @throws when the hairlines would stand closer than {@link PITCH}: the message names the chart and the remedy.
 */
export function geometries(
  chart: Chart,
  scenes: readonly SceneNetwork[],
  texts: readonly Texts[],
  format: Format,
): Geometry[] {
  const { height, perLine } = chart.formats[format];
  const count = chart.columns.length;
  const whole = union(scenes);
  const start = frameOf(format, height, isDense(whole.scene), chart.roles.length > 0);
  const { frame, scale } = fitted(whole.scene, scenes, count, start, perLine);
  const across = sankey(whole.scene, count, frame, scale, null);
  const seats = shared(seatsOf(across), whole.instead);
  const columns = columnsOf(across, count, frame);
  const home = bands(across, { columns, shift: centred(across, frame), perLine, travels: [] }, frame).boxes;
  const rings = new Map(
    scenes
      .filter(({ form }) => form === 'chord')
      .map((scene) => {
        const words = texts[scenes.indexOf(scene)] ?? {};
        const names = Object.values(words).flatMap(([line]) => line?.text ?? []);
        let space = ringFrame(names, frameOf(format, height, isDense(scene)));
        let drawn = chord(scene, space, perLine, middles(home));
        // The ring is as large as its names allow: where they stand, only its own layout tells.
        for (let tries = 0; tries < 12; tries++) {
          if (labels(drawn.bands, drawn.boxes, words, space).inside) break;
          space = { ...space, rim: space.rim + 5 };
          drawn = chord(scene, space, perLine, middles(home));
        }
        return [scene, { space, drawn }] as const;
      }),
  );
  const straight = rings.size < scenes.length ? scale : Infinity;
  checkPitch(chart, format, Math.min(straight, ...[...rings.values()].map(({ drawn }) => drawn.scale)));
  const labelled = (scene: SceneNetwork, drawn: Drawn, space: Frame) => {
    const settled = { bands: drawn.bands.map(settledBand), boxes: drawn.boxes.map(settledBox) };
    return {
      scene,
      ...settled,
      ...labels(settled.bands, settled.boxes, texts[scenes.indexOf(scene)] ?? {}, space),
    };
  };
  const single = (scene: SceneNetwork) => {
    const extent = { start: 0, end: tallest(scene, frame, scale) };
    return best(
      shifts(extent, frame).map((shift) => [
        labelled(scene, bars(scene, frame, { scale, perLine, shift }), frame),
      ]),
    );
  };
  const laid = (shift: number) =>
    scenes.flatMap((scene) => {
      const ring = rings.get(scene);
      if (ring) return [labelled(scene, ring.drawn, ring.space)];
      if (scene.form === 'bars') return single(scene);
      const placed = sankey(scene, count, frame, scale, seats);
      const setting = { columns, shift, perLine, travels: travelling(scene) };
      const drawn = labelled(scene, bands(placed, setting, frame), frame);
      return [{ ...drawn, labels: [...headings(chart.roles, scene, columns, frame), ...drawn.labels] }];
    });
  return best(shifts(across, frame).map(laid)).map(({ scene, bands, boxes, labels }): Geometry => ({
    chart: scene.chart,
    scene: scene.scene,
    format,
    width: frame.width,
    height: frame.height,
    perLine,
    scale: settledScale(scale),
    bands,
    boxes,
    labels: labels.map(settledLabel),
  }));
}

function checkPitch(chart: Chart, format: Format, scale: number): void {
  const { perLine } = chart.formats[format];
  const pitch = perLine * scale;
  if (pitch >= PITCH) return;
  const least = Math.ceil((PITCH / pitch) * perLine);
  throw new Error(
    `content/charts/${chart.id}.yaml · formats.${format}.perLine: ${String(perLine)} bn a line sets the hairlines ` +
      `${pitch.toFixed(2)} px apart, less than ${String(PITCH)}. Use at least ${String(least)}, or a larger height.`,
  );
}

/** The shift that sets a drawing in the middle of the room it has across. */
const centred = ({ start, end }: Extent, frame: Frame) => (frame.across + frame.head - start - end) / 2;

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Places for the whole drawing across: in the middle first, then further and further from it. */
function shifts(whole: Extent, frame: Frame): number[] {
  const middle = centred(whole, frame);
  const free = Math.max(0, (frame.across - frame.head - (whole.end - whole.start)) / 2 - frame.margin);
  // Among many flows no place is better than another.
  const steps = free < 2 || frame.dense ? 0 : 6;
  return Array.from({ length: 2 * steps + 1 }, (_, index) => {
    const away = Math.ceil(index / 2) * (index % 2 === 0 ? 1 : -1);
    return middle + (free * away) / Math.max(1, steps);
  });
}

/** The drawing whose labels stand best in all its scenes; the first of equals. */
function best<T extends { readonly cost: number }>(tries: readonly (readonly T[])[]): readonly T[] {
  const cost = (scenes: readonly T[]) => scenes.reduce((sum, scene) => sum + scene.cost, 0);
  return tries.reduce((least, next) => (cost(next) < cost(least) - 1e-9 ? next : least));
}

/** The seats, with those of links that stand aside in the union: where the wider ones stand. */
function shared(seats: Seats, instead: ReadonlyMap<string, string>): Seats {
  if (instead.size === 0) return seats;
  const boxes = new Map(seats.boxes);
  const lanes = new Map(seats.lanes);
  for (const [id, other] of instead) {
    for (const [box, seat] of seats.boxes)
      if (box.startsWith(`${other}@`)) boxes.set(`${id}${box.slice(other.length)}`, seat);
    const lane = seats.lanes.get(other);
    if (lane) lanes.set(id, lane);
  }
  return { boxes, lanes };
}

/** The middles of boxes by the ids of their nodes; null where there are none. */
function middles(boxes: readonly Box[]): ReadonlyMap<string, { x: number; y: number }> | null {
  if (boxes.length === 0) return null;
  return new Map(boxes.map(({ key, x, y }) => [key.slice('node:'.length), { x, y }]));
}

/** The links along which dashes travel: the closed loop if there is one in focus, else the focus; six at most. */
function travelling(scene: SceneNetwork): string[] {
  const focus = new Set(
    scene.links
      .filter((link) => link.focus)
      .map((link) => link.id)
      .sort(),
  );
  const loop = scene.cycles.find((cycle) => cycle.every((id) => focus.has(id)));
  return (loop ?? [...focus]).slice(0, 6);
}
