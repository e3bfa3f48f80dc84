// How does a single amount stand in the drawing? A bar of the same hairlines that runs into its node.

import type { SceneBar, SceneNetwork } from '../model/scene.ts';
import type { Frame } from './frame.ts';
import { place } from './frame.ts';
import type { Band, Box } from './geometry.ts';
import { lineTo } from './strip.ts';

/** What the bars of a scene need across, in units of the viewBox. */
export function tallest(scene: SceneNetwork, frame: Frame, scale: number): number {
  return Math.max(0, ...scene.bars.map((bar) => bar.value * scale)) + frame.nameRoom;
}

/** The bars of a scene side by side on a common base, each as wide across as its value, each in front of its node.
 * `shift` is where the drawing begins across. */
export function bars(
  scene: SceneNetwork,
  frame: Frame,
  { scale, perLine, shift }: { readonly scale: number; readonly perLine: number; readonly shift: number },
): { bands: Band[]; boxes: Box[] } {
  const inset = frame.along * 0.12;
  const room = (frame.along - 2 * inset) / Math.max(1, scene.bars.length);
  const base = shift + tallest(scene, frame, scale);
  const middle = (bar: SceneBar) => base - (bar.value * scale) / 2;
  const far = (index: number) => inset + room * (index + 1) - (index + 1 < scene.bars.length ? frame.gap : 0);
  const drawn = scene.bars.map((bar, index): Band => {
    const start = place(frame, inset + room * index, middle(bar));
    const end = place(frame, far(index) - frame.thickness, middle(bar));
    const width = bar.value * scale;
    return {
      key: `bar:${bar.id}`,
      replaces: [],
      source: null,
      target: `node:${bar.node}`,
      given: 'money',
      kind: 'revenue',
      status: 'paid',
      lines: Math.max(1, Math.round(bar.value / perLine)),
      paid: 0,
      open: 0,
      period: 0,
      travel: -1,
      focus: true,
      spine: lineTo(start, ...end),
      width: [width, width, width],
      head: 0,
      bulge: [0, 0],
    };
  });
  // A node that has several bars stands after the last of them.
  const last = new Map(scene.bars.map((bar, index) => [bar.node, index]));
  const boxes = [...last].map(([node, index]): Box => {
    const bar = scene.bars[index];
    const [x, y] = place(frame, far(index), bar ? middle(bar) : base);
    return {
      key: `node:${node}`,
      x,
      y,
      angle: frame.format === 'wide' ? 0 : Math.PI / 2,
      length: bar ? bar.value * scale : 0,
      curvature: 0,
      thickness: frame.thickness,
    };
  });
  return { bands: drawn, boxes };
}
