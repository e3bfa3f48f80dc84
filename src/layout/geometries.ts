// Where does everything of a chart go? Lays out all its scenes together: one scale, one place for each column.

import type { Chart } from '../model/chart.ts';
import type { SceneNetwork } from '../model/scene.ts';
import { bands } from './bands.ts';
import { bars, tallest } from './bars.ts';
import { chord } from './chord.ts';
import { frame as frameOf, PITCH, ringFrame, shrunk, type Frame } from './frame.ts';
import type { Band, Box, Format, Geometry, Label } from './geometry.ts';
import { labels, type Texts } from './labels.ts';
import { sankey } from './sankey.ts';
import type { Across } from './routes.ts';
import { dashPeriod } from './strip.ts';

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
  const { frame, scale } = fitted(chart, scenes, frameOf(format, height));
  const ring = scenes
    .filter(({ form }) => form === 'chord')
    .map((scene) => chord(scene, frame, perLine).scale);
  const pitch = perLine * Math.min(ring.length < scenes.length ? scale : Infinity, ...ring);
  if (pitch < PITCH) {
    const least = Math.ceil((PITCH / pitch) * perLine);
    throw new Error(
      `content/charts/${chart.id}.yaml · formats.${format}.perLine: ${String(perLine)} bn a line sets the hairlines ` +
        `${pitch.toFixed(2)} px apart, less than ${String(PITCH)}. Use at least ${String(least)}, or a larger height.`,
    );
  }
  const whole = sankey(union(scenes), chart.columns.length, frame, scale, null);
  const anchors = new Map(whole.slots.map(({ id, start, end }) => [id, (start + end) / 2]));
  const columns = columnsOf(whole, chart.columns.length, frame);
  const labelled = (
    scene: SceneNetwork,
    drawn: { bands: readonly Band[]; boxes: readonly Box[] },
    space = frame,
  ) => {
    const settled = { bands: drawn.bands.map(roundedBand), boxes: drawn.boxes.map(roundedBox) };
    const words = texts[scenes.indexOf(scene)] ?? {};
    return { scene, ...settled, ...labels(settled.bands, settled.boxes, words, space) };
  };
  const single = (scene: SceneNetwork) => {
    const extent = { start: 0, end: tallest(scene, frame, scale) };
    return best(
      shifts(extent, frame).map((shift) => [labelled(scene, bars(scene, frame, { scale, perLine, shift }))]),
    );
  };
  const laid = (shift: number) =>
    scenes.flatMap((scene) => {
      if (scene.form === 'bars') return single(scene);
      if (scene.form === 'chord') return [labelled(scene, chord(scene, frame, perLine), ringFrame(frame))];
      const placed = sankey(scene, chart.columns.length, frame, scale, anchors);
      return [labelled(scene, bands(placed, { columns, shift, perLine, travels: travelling(scene) }, frame))];
    });
  return best(shifts(whole, frame).map(laid)).map(({ scene, bands, boxes, labels }): Geometry => ({
    chart: scene.chart,
    scene: scene.scene,
    format,
    width: frame.width,
    height: frame.height,
    perLine,
    scale: rounded(scale, 1e4),
    bands,
    boxes,
    labels: labels.map(roundedLabel),
  }));
}

/** Places for the whole drawing across: in the middle first, then further and further from it. */
function shifts(whole: { readonly start: number; readonly end: number }, frame: Frame): number[] {
  const middle = (frame.across - whole.start - whole.end) / 2;
  const free = Math.max(0, (frame.across - (whole.end - whole.start)) / 2 - frame.margin);
  const steps = 6;
  return Array.from({ length: 2 * steps + 1 }, (_, index) => {
    const away = Math.ceil(index / 2) * (index % 2 === 0 ? 1 : -1);
    return middle + (free * away) / steps;
  });
}

/** The drawing whose labels stand best in all its scenes; the first of equals. */
function best<T extends { readonly cost: number }>(tries: readonly (readonly T[])[]): readonly T[] {
  const cost = (scenes: readonly T[]) => scenes.reduce((sum, scene) => sum + scene.cost, 0);
  return tries.reduce((least, next) => (cost(next) < cost(least) - 1e-9 ? next : least));
}

/**
 * All flows of a chart at once. Nodes stand in each scene where they stand in this one, so that a picture grows
 * without moving. Of a flow and the one that took its place only the wider counts.
 */
function union(scenes: readonly SceneNetwork[]): SceneNetwork {
  const first = scenes.find(({ form }) => form === 'sankey') ?? scenes[0];
  if (!first) throw new Error('a chart without scenes');
  const drawn = scenes.filter(({ form }) => form === 'sankey');
  const links = [...new Map(drawn.flatMap((scene) => scene.links).map((link) => [link.id, link])).values()];
  const nodes = [...new Map(drawn.flatMap((scene) => scene.nodes).map((node) => [node.id, node])).values()];
  const narrower = links.flatMap((link) => {
    const other = links.find(({ id }) => id === link.replaces);
    return other ? [other.value > link.value ? link.id : other.id] : [];
  });
  return { ...first, nodes, links: links.filter(({ id }) => !narrower.includes(id)) };
}

/** The widest flow takes at most this share of the drawing across: paper round it lets the eye follow. */
const FILL: Readonly<Record<Format, number>> = { page: 0.5, wide: 0.6 };

/**
 * The largest scale at which all scenes fit the frame in both directions, found by bisection. Where even the
 * thinnest flows do not fit, distances shrink until they do.
 */
function fitted(
  chart: Chart,
  scenes: readonly SceneNetwork[],
  frame: Frame,
): { readonly frame: Frame; readonly scale: number } {
  const whole = union(scenes);
  const fits = (scale: number, space: Frame) => {
    const { start, end, gutters } = sankey(whole, chart.columns.length, space, scale, null);
    const room = space.across - 2 * space.margin;
    return (
      end - start <= room &&
      needed(gutters, space) <= space.along &&
      scenes.every((scene) => tallest(scene, space, scale) <= room)
    );
  };
  const values = scenes.flatMap(({ links, bars }) => [...links, ...bars].map(({ value }) => value));
  const highest = (FILL[frame.format] * frame.across) / Math.max(1e-9, ...values);
  let space = frame;
  for (let tries = 0; tries < 40 && !fits(highest / 1e6, space); tries++) space = shrunk(space, 0.85);
  let low = 0;
  let high = highest;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (fits(middle, space)) low = middle;
    else high = middle;
  }
  return { frame: space, scale: low };
}

/** What columns and gutters need along the drawing. */
function needed(gutters: readonly number[], frame: Frame): number {
  const inner = gutters.slice(1, -1);
  const outer = (gutters[0] ?? 0) + (gutters.at(-1) ?? 0);
  return (
    outer +
    2 * frame.margin +
    (inner.length + 1) * frame.thickness +
    inner.reduce((sum, gutter) => sum + Math.max(frame.reach, gutter), 0)
  );
}

/** The near edge of each column along the drawing: every gutter has what it needs, the rest goes where flows climb. */
function columnsOf(whole: Across, count: number, frame: Frame): number[] {
  const { gutters } = whole;
  const left = Math.max(0, frame.along - needed(gutters, frame));
  const climb = gutters.map((_, gutter) => {
    const inner = gutter > 0 && gutter < count;
    return inner ? Math.sqrt(1 + climbing(whole, gutter) / (12 * frame.across)) : 0;
  });
  const total = climb.reduce((sum, share) => sum + share, 0);
  let along = frame.margin + (total > 0 ? 0 : left / 2);
  return Array.from({ length: count }, (_, column) => {
    const inner = column > 0;
    const share = total > 0 ? (left * (climb[column] ?? 0)) / total : 0;
    along += Math.max(inner ? frame.reach : 0, gutters[column] ?? 0) + share + (inner ? frame.thickness : 0);
    return along;
  });
}

/** How much climbs through a gutter: the sum of rise times width of the forward flows that cross it. */
function climbing(scene: Across, gutter: number): number {
  return scene.courses
    .filter(({ lane, from, to }) => !lane && from.column < gutter && to.column >= gutter)
    .reduce((sum, { leaves, arrives, width, passages }) => {
      return sum + (Math.abs(arrives - leaves) * width) / (passages.length + 1);
    }, 0);
}

/** The links along which dashes travel: the closed loop if there is one in focus, else the focus; six at most. */
function travelling(scene: SceneNetwork): string[] {
  const focus = new Set(scene.links.filter((link) => link.focus).map((link) => link.id));
  const loop = scene.cycles.find((cycle) => cycle.every((id) => focus.has(id)));
  return (loop ?? [...focus]).slice(0, 6);
}

/** Two decimals, so that the drawing and the file with its geometry are the same numbers. */
const rounded = (value: number, parts = 100) => Math.round(value * parts) / parts;

/** A dash and its gap, in units of the viewBox, as near as the length of a flow allows. */
const PERIOD = 11;

const roundedBand = (band: Band): Band => ({
  ...band,
  period: rounded(dashPeriod(band.spine, PERIOD)),
  spine: band.spine.map((value) => rounded(value)),
  width: [rounded(band.width[0]), rounded(band.width[1]), rounded(band.width[2])],
  head: rounded(band.head),
  bulge: [rounded(band.bulge[0]), rounded(band.bulge[1])],
});

const roundedBox = (box: Box): Box => ({
  ...box,
  x: rounded(box.x),
  y: rounded(box.y),
  angle: rounded(box.angle, 1e6),
  length: rounded(box.length),
  curvature: rounded(box.curvature, 1e6),
});

const roundedLabel = (label: Label): Label => ({
  ...label,
  x: rounded(label.x),
  y: rounded(label.y),
  lines: label.lines.map((line) => ({ ...line, dy: rounded(line.dy) })),
  plate: label.plate && [
    rounded(label.plate[0]),
    rounded(label.plate[1]),
    rounded(label.plate[2]),
    rounded(label.plate[3]),
  ],
});
