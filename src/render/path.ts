// How is a curve written down? As path text in whole tenths of a unit of the viewBox, with relative commands.

import type { Box } from '../layout/geometry.ts';
import { overhang, type Rails, type Spine, type Strip } from '../layout/strip.ts';

/** A length in whole tenths. */
export const tenth = (value: number): number => Math.round(value * 10);

/** Writes path text piece by piece. Places are in units of the viewBox, absolute; the text is relative. */
interface Pen {
  readonly move: (x: number, y: number) => void;
  readonly line: (x: number, y: number) => void;
  readonly curve: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => void;
  readonly text: () => string;
}

function pen(): Pen {
  let text = '';
  let [atX, atY] = [0, 0];
  return {
    move(x, y) {
      [atX, atY] = [tenth(x), tenth(y)];
      text += `M${atX}${further(atY)}`;
    },
    line(x, y) {
      const [dx, dy] = [tenth(x) - atX, tenth(y) - atY];
      [atX, atY] = [atX + dx, atY + dy];
      if (dx !== 0 || dy !== 0) text += `l${dx}${further(dy)}`;
    },
    curve(x1, y1, x2, y2, x, y) {
      const dx1 = tenth(x1) - atX;
      const dy1 = tenth(y1) - atY;
      const dx2 = tenth(x2) - atX;
      const dy2 = tenth(y2) - atY;
      const dx = tenth(x) - atX;
      const dy = tenth(y) - atY;
      atX += dx;
      atY += dy;
      // A straight piece, its handles at the thirds, is written as a line.
      if (third(dx1, dx) && third(dy1, dy) && third(dx - dx2, dx) && third(dy - dy2, dy))
        text += `l${dx}${further(dy)}`;
      else text += `c${dx1}${further(dy1)}${further(dx2)}${further(dy2)}${further(dx)}${further(dy)}`;
    },
    text: () => text,
  };
}

/** A number after another one: its sign parts them, or a space. */
const further = (value: number) => (value < 0 ? String(value) : ` ${value}`);

/** Whether a handle is at a third of the way, as near as tenths can say. */
const third = (handle: number, whole: number) => Math.abs(handle - whole / 3) <= 1;

/** The lines of a strip at these shares of its width, -0.5 to 0.5, each from its bulge into the point of its head. */
export function linesPath(strip: Strip, rails: Rails, shares: readonly number[]): string {
  const writing = pen();
  for (const share of shares) {
    writeLine(writing, strip, rails, share);
  }
  return writing.text();
}

function writeLine(writing: Pen, strip: Strip, { left, right, begin, end }: Rails, share: number): void {
  const { before, beyond } = overhang(strip, share);
  const weight = share + 0.5;
  const at = (index: number) => mixed(left, right, index, weight);
  if (before > 0) {
    writing.move(at(0) - begin.x * before, at(1) - begin.y * before);
    writing.line(at(0), at(1));
  } else writing.move(at(0), at(1));
  writeCurves(writing, left, right, weight);
  const last = left.length - 2;
  if (beyond > 0) writing.line(at(last) + end.x * beyond, at(last + 1) + end.y * beyond);
}

function writeCurves(writing: Pen, left: Spine, right: Spine, weight: number): void {
  for (let index = 2; index < left.length; index += 6) {
    writing.curve(
      mixed(left, right, index, weight),
      mixed(left, right, index + 1, weight),
      mixed(left, right, index + 2, weight),
      mixed(left, right, index + 3, weight),
      mixed(left, right, index + 4, weight),
      mixed(left, right, index + 5, weight),
    );
  }
}

function mixed(left: Spine, right: Spine, index: number, weight: number): number {
  const value = left[index] ?? 0;
  return value + ((right[index] ?? 0) - value) * weight;
}

/** The area of a strip between two shares of its width: out along one side, over the ends of its lines, and back. */
export function areaPath(strip: Strip, rails: Rails, from: number, to: number): string {
  const { left, right, begin, end } = rails;
  const writing = pen();
  const last = left.length - 2;
  const stops = stopsOf(strip, from, to);
  const at = (index: number, share: number) => mixed(left, right, index, share + 0.5);
  writing.move(at(0, from), at(1, from));
  writeCurves(writing, left, right, from + 0.5);
  for (const share of stops) {
    const { beyond } = overhang(strip, share);
    writing.line(at(last, share) + end.x * beyond, at(last + 1, share) + end.y * beyond);
  }
  writing.line(at(last, to), at(last + 1, to));
  for (let index = last; index > 0; index -= 6) {
    writing.curve(
      at(index - 2, to),
      at(index - 1, to),
      at(index - 4, to),
      at(index - 3, to),
      at(index - 6, to),
      at(index - 5, to),
    );
  }
  for (const share of strip.bulge[0] > 0 ? [...stops].reverse() : []) {
    const { before } = overhang(strip, share);
    writing.line(at(0, share) - begin.x * before, at(1, share) - begin.y * before);
  }
  return `${writing.text()}Z`;
}

/** Shares of the width at which the ends of a strip have corners: its point, or enough of them to look round. */
function stopsOf(strip: Strip, from: number, to: number): number[] {
  const round = strip.bulge[0] + strip.bulge[1] > 0;
  if (!round && strip.head === 0) return [];
  const even = Array.from({ length: 9 }, (_, index) => from + ((to - from) * (index + 0.5)) / 9);
  const stops = [from, ...(round ? even : []), 0, to].filter((share) => share >= from && share <= to);
  return [...new Set(stops)].sort((a, b) => a - b);
}

/** Both rails of a strip and nothing between them, running together in its point. */
export function railsPath(strip: Strip, rails: Rails): string {
  const writing = pen();
  const last = rails.left.length - 2;
  const { beyond } = overhang(strip, 0);
  const [x, y] = [mixed(rails.left, rails.right, last, 0.5), mixed(rails.left, rails.right, last + 1, 0.5)];
  for (const side of [rails.left, rails.right]) {
    writing.move(side[0] ?? 0, side[1] ?? 0);
    writeCurves(writing, side, side, 0);
    if (beyond > 0) writing.line(x + rails.end.x * beyond, y + rails.end.y * beyond);
  }
  return writing.text();
}

/** A node: a bar, or the piece of a ring where its edge is an arc. */
export function boxPath(box: Box): string {
  const half = box.length / 2;
  return Math.abs(box.curvature) < 1e-6 ? barOf(box, half) : arcOf(box, half * box.curvature);
}

function barOf(box: Box, half: number): string {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const corner = (ahead: number, aside: number) =>
    [box.x + cos * ahead - sin * aside, box.y + sin * ahead + cos * aside].map(tenth).join(' ');
  const back = -box.thickness;
  return `M${corner(0, -half)}L${corner(0, half)}L${corner(back, half)}L${corner(back, -half)}Z`;
}

function arcOf(box: Box, half: number): string {
  const radius = 1 / box.curvature;
  const [x, y] = [box.x + radius * Math.cos(box.angle), box.y + radius * Math.sin(box.angle)];
  const at = (r: number, turn: number) =>
    [x - r * Math.cos(box.angle + turn), y - r * Math.sin(box.angle + turn)].map(tenth).join(' ');
  const arc = (r: number, sweep: 0 | 1, to: string) =>
    `A${String(tenth(r))} ${String(tenth(r))} 0 ${2 * half > Math.PI ? '1' : '0'} ${String(sweep)} ${to}`;
  const outer = radius + box.thickness;
  return `M${at(radius, -half)}${arc(radius, 1, at(radius, half))}L${at(outer, half)}${arc(outer, 0, at(outer, -half))}Z`;
}
