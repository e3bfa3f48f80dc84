// How large can a chart be drawn? The scale at which all its scenes fit, and the place of each column along.

import type { SceneNetwork } from '../model/scene.ts';
import { tallest } from './bars.ts';
import { PITCH, shrunk, squeezed, type Frame } from './frame.ts';
import type { Format } from './geometry.ts';
import { lanesOn, planned, type Plan, type Ranks } from './plan.ts';
import type { Across } from './routes.ts';
import { sankey, spread } from './sankey.ts';

/** A frame and the units of the viewBox that one billion US dollars takes in it. */
export interface Fit {
  readonly frame: Frame;
  readonly scale: number;
}

/** The widest flow takes at most this share of the drawing across: paper round it lets the eye follow. */
const FILL: Readonly<Record<Format, number>> = { page: 0.5, wide: 0.6 };

/** The pitch of the lines of an arrow that stands for no sum, in units of the viewBox. */
const ARROW = 3.6;

/** Free space shrinks by this factor, at most so often, where hairlines would stand too close. */
const SHRINKING = 0.85;
const SHRINKS = 8;
/** Where not even the thinnest flows fit, everything shrinks; so often is enough for anything. */
const SQUEEZES = 60;

/**
 * The largest scale at which all scenes fit the frame in both directions. Before hairlines stand closer than
 * {@link PITCH}, distances between boxes and lanes give way; where even the thinnest flows do not fit, they give way
 * until these do. `whole` holds all flows of the chart, `perLine` is in billions of US dollars.
 */
export function fitted(
  whole: SceneNetwork,
  scenes: readonly SceneNetwork[],
  columns: number,
  frame: Frame,
  perLine: number,
): Fit {
  const values = [whole, ...scenes].flatMap(({ links, bars }) =>
    [...links.filter(({ given }) => given === 'money'), ...bars].map(({ value }) => value),
  );
  const fill = (FILL[frame.format] * frame.across) / Math.max(1e-9, ...values);
  const highest = whole.schematic ? Math.min(fill, ARROW / perLine) : fill;
  let best: Fit | null = null;
  let space = frame;
  for (let tries = 0; tries <= SHRINKS || (!best && tries < SQUEEZES); tries++) {
    const scale = largest(whole, scenes, columns, space, highest);
    if (scale > (best?.scale ?? 0)) best = { frame: space, scale };
    if (scale * perLine >= PITCH) break;
    space = tries < SHRINKS ? shrunk(space, SHRINKING) : squeezed(space, SHRINKING);
  }
  return best ?? { frame: space, scale: highest / 1e6 };
}

/** The largest scale up to `highest` at which a frame holds all scenes, by bisection; 0 where none does. */
function largest(
  whole: SceneNetwork,
  scenes: readonly SceneNetwork[],
  columns: number,
  frame: Frame,
  highest: number,
): number {
  const room = frame.across - frame.head - 2 * frame.margin;
  // The order of a plan does not depend on the scale: it is worked out once.
  const order = ranks(planned(whole, columns, frame, highest, null));
  const fitsAcross = (scale: number) => {
    const plan = planned(whole, columns, frame, scale, order);
    return needed(plan, frame) <= room && scenes.every((scene) => tallest(scene, frame, scale) <= room);
  };
  // What flows that run round need along depends on where all stands: it is looked at only near the end.
  const fitsAlong = (scale: number) => {
    const { start, end, gutters } = sankey(whole, columns, frame, scale, null);
    return end - start <= room && lengthOf(gutters, frame) <= frame.along;
  };
  const bisected = (fits: (scale: number) => boolean, high: number, steps: number) => {
    if (fits(high)) return high;
    let [low, top] = [0, high];
    for (let step = 0; step < steps; step++) {
      const middle = (low + top) / 2;
      if (fits(middle)) low = middle;
      else top = middle;
    }
    return low;
  };
  const across = bisected(fitsAcross, highest, 24);
  return across === 0 ? 0 : bisected(fitsAlong, across, 10);
}

/** The place of every box of a plan in its column. */
function ranks(plan: Plan): Ranks {
  return new Map(
    plan.rows.flatMap((row) => row.map((index, rank) => [plan.drafts[index]?.id ?? '', rank] as const)),
  );
}

/** What boxes and lanes of a plan need across at most: the fullest column between the lanes of both sides. */
function needed(plan: Plan, frame: Frame): number {
  const fullest = Math.max(0, ...plan.rows.map((row) => spread(plan, row, frame)));
  const lanes = (['above', 'below'] as const).map((side) => {
    const hull = new Array<number>(plan.rows.length).fill(0);
    const column = (draft: number) => plan.drafts[draft]?.column ?? 0;
    for (const index of lanesOn(plan, side)) {
      const { source = 0, target = 0, width = 0 } = plan.flows[index] ?? {};
      const [first, last] = [column(target), column(source)];
      hull.fill(Math.max(...hull.slice(first, last + 1)) + frame.gap + width, first, last + 1);
    }
    return Math.max(0, ...hull);
  });
  return fullest + (lanes[0] ?? 0) + (lanes[1] ?? 0);
}

/** What columns and gutters need along the drawing. */
function lengthOf(gutters: readonly number[], frame: Frame): number {
  const inner = gutters.slice(1, -1);
  const outer = (gutters[0] ?? 0) + (gutters.at(-1) ?? 0);
  return (
    outer +
    2 * frame.ends +
    (inner.length + 1) * frame.thickness +
    inner.reduce((sum, gutter) => sum + Math.max(frame.reach, gutter), 0)
  );
}

/** The near edge of each column along the drawing: every gutter has what it needs, the rest goes where flows climb. */
export function columnsOf(whole: Across, count: number, frame: Frame): number[] {
  const { gutters } = whole;
  const left = Math.max(0, frame.along - lengthOf(gutters, frame));
  const climb = gutters.map((_, gutter) => {
    const inner = gutter > 0 && gutter < count;
    return inner ? Math.sqrt(1 + climbing(whole, gutter) / (12 * frame.across)) : 0;
  });
  const total = climb.reduce((sum, share) => sum + share, 0);
  let along = frame.ends + (total > 0 ? 0 : left / 2);
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
