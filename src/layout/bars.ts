// How does a single amount stand in the drawing? A bar of the same hairlines that runs into its node.

import type { SceneBar, SceneNetwork } from '../model/scene.ts';
import type { Frame } from './frame.ts';
import { place } from './frame.ts';
import type { Band, Box } from './geometry.ts';
import { lineTo } from './spine.ts';

/** Room for the words over a bar in wide, as lines of the larger size. */
const WORDS = 3.4;

/** What the bars of a scene need across, in units of the viewBox: the longest, and in wide the words over it. */
export function tallest(scene: SceneNetwork, frame: Frame, scale: number): number {
  const room = frame.format === 'wide' ? WORDS * frame.sizes.amount : 0;
  return Math.max(0, ...scene.bars.map(({ value }) => value * scale)) + (scene.bars.length > 1 ? room : 0);
}

/**
 * The bars of a scene one after the other along, on a common base: in wide below, in page on the left. Each is as long
 * across as its value, and the last one of a node runs into it. `shift` is where the drawing begins across.
 */
export function bars(
  scene: SceneNetwork,
  frame: Frame,
  { scale, perLine, shift }: { readonly scale: number; readonly perLine: number; readonly shift: number },
): { bands: Band[]; boxes: Box[] } {
  const wide = frame.format === 'wide';
  const count = Math.max(1, scene.bars.length);
  const inset = frame.along * (count > 1 ? 0.03 : 0.12);
  const gap = count > 1 ? 0.22 : 0;
  const room = (frame.along - 2 * inset) / count;
  const base = wide ? shift + tallest(scene, frame, scale) : shift;
  const middle = ({ value }: SceneBar) => base + (((wide ? -1 : 1) * value) / 2) * scale;
  // A node that has several bars stands after the last of them.
  const last = new Map(scene.bars.map((bar, index) => [bar.node, index]));
  const far = (index: number) => inset + room * (index + 1 - gap);
  const drawn = scene.bars.map((bar, index): Band => {
    const behind = last.get(bar.node) === index ? frame.thickness : 0;
    const width = bar.value * scale;
    return {
      key: `bar:${bar.id}`,
      replaces: [],
      source: null,
      target: behind > 0 ? `node:${bar.node}` : null,
      given: 'money',
      kind: 'revenue',
      status: 'paid',
      lines: Math.max(1, Math.round(bar.value / perLine)),
      paid: 0,
      open: 0,
      period: 0,
      travel: -1,
      focus: true,
      spine: lineTo(
        place(frame, inset + room * index, middle(bar)),
        ...place(frame, far(index) - behind, middle(bar)),
      ),
      width: [width, width, width],
      head: 0,
      bulge: [0, 0],
    };
  });
  const boxes = [...last].flatMap(([node, index]): Box[] => {
    const bar = scene.bars[index];
    if (!bar) return [];
    const [x, y] = place(frame, far(index), middle(bar));
    return [
      {
        key: `node:${node}`,
        x,
        y,
        angle: wide ? 0 : Math.PI / 2,
        length: bar.value * scale,
        curvature: 0,
        thickness: frame.thickness,
      },
    ];
  });
  return { bands: drawn, boxes };
}
