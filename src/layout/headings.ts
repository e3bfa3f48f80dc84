// What stands over the columns of a wide drawing? Their roles, where a chart names them.

import type { SceneNetwork } from '../model/scene.ts';
import type { Frame } from './frame.ts';
import type { Label } from './geometry.ts';
import { ASCENT } from './text.ts';

/**
 * The headings of the columns in which a scene has nodes, in the room that the frame keeps for them; none where it
 * keeps none. `columns` are the near edges of all columns, along.
 */
export function headings(
  roles: readonly string[],
  scene: SceneNetwork,
  columns: readonly number[],
  frame: Frame,
): Label[] {
  if (frame.head === 0) return [];
  const standing = new Set(scene.nodes.map(({ column }) => column));
  const size = frame.sizes.note;
  return roles.flatMap((text, column): Label[] => {
    const near = columns[column];
    if (near === undefined || !standing.has(column)) return [];
    const [anchor, share] =
      column === 0
        ? (['start', 0] as const)
        : column === roles.length - 1
          ? (['end', 1] as const)
          : (['middle', 0.5] as const);
    return [
      {
        key: `column:${String(column)}`,
        x: near + share * frame.thickness,
        y: frame.margin + size * ASCENT,
        anchor,
        lines: [{ text, voice: 'note', size, dy: 0 }],
        plate: null,
        extent: null,
        leader: null,
        turn: 0,
        kind: null,
        inverse: false,
        opacity: 1,
      },
    ];
  });
}
