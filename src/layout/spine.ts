// How is a spine drawn, piece by piece? Straight lines and quarter turns, from a start point.

/** Adds a straight line to a spine, its handles at the thirds. */
export function lineTo(spine: readonly number[], x: number, y: number): number[] {
  const [x0 = 0, y0 = 0] = spine.slice(-2);
  const third = (share: number) => [x0 + (x - x0) * share, y0 + (y - y0) * share];
  return [...spine, ...third(1 / 3), ...third(2 / 3), x, y];
}

/** 4/3 · tan(90° / 4): the handle of a quarter circle of radius 1. */
const QUARTER = 0.5522847498;

/** Adds a quarter of an ellipse that leaves along the first axis towards `corner` and arrives along the other. */
export function quarterTo(
  spine: readonly number[],
  corner: readonly [number, number],
  x: number,
  y: number,
): number[] {
  const [x0 = 0, y0 = 0] = spine.slice(-2);
  const [cx, cy] = corner;
  return [
    ...spine,
    x0 + (cx - x0) * QUARTER,
    y0 + (cy - y0) * QUARTER,
    x + (cx - x) * QUARTER,
    y + (cy - y) * QUARTER,
    x,
    y,
  ];
}
