// How is a drawing written down? Marks as SVG text.

import { decimal, type LabelMark, type Mark, type PathMark } from './marks.ts';

/** What a drawing is called and how large it is. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** A class that tells the formats apart. */
  readonly className: string;
  /** The scene it shows. */
  readonly scene: string;
  /** The accessible name; empty for a drawing that is hidden from assistive technology. */
  readonly name: string;
}

/** A drawing as SVG text. It carries no ids, so any number of them can stand on a page. */
export function svg(marks: readonly Mark[], drawing: Drawing): string {
  const { width, height, className, scene, name } = drawing;
  const naming = name === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escaped(name)}"`;
  const paths = marks.filter((mark) => mark.type === 'path').map(path);
  const labels = marks.filter((mark) => mark.type === 'label').map(label);
  const box = `viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawing ${className}" data-scene="${scene}" ${box} ${naming}>` +
    `<g class="paths" transform="scale(.1)">${paths.join('')}</g><g class="labels">${labels.join('')}</g></svg>`
  );
}

function path({ className, d, weight, dash }: PathMark): string {
  const stroke = weight === null ? '' : ` stroke-width="${String(weight)}"`;
  const dashes = dash === null ? '' : ` stroke-dasharray="${dash}"`;
  return `<path class="${className}" d="${d}"${stroke}${dashes}/>`;
}

function label({ className, x, y, anchor, plate, leader, turn, lines }: LabelMark): string {
  const [x1, y1, x2, y2] = (leader ?? []).map(decimal);
  const line = leader ? `<path class="leader" d="M${x1 ?? ''} ${y1 ?? ''}L${x2 ?? ''} ${y2 ?? ''}"/>` : '';
  const turned = turn === 0 ? '' : ` transform="rotate(${decimal(turn)} ${decimal(x)} ${decimal(y)})"`;
  const [left, top, width, height] = (plate ?? []).map(decimal);
  const ground = plate
    ? `<rect class="plate" x="${left ?? ''}" y="${top ?? ''}" width="${width ?? ''}" height="${height ?? ''}"/>`
    : '';
  const texts = lines.map(
    ({ text, voice, size, dy }) =>
      `<text class="${voice}" x="${decimal(x)}" y="${decimal(y + dy)}" font-size="${String(size)}" ` +
      `text-anchor="${anchor}"${turned}>${escaped(text)}</text>`,
  );
  return `<g class="${className}">${ground}${line}${texts.join('')}</g>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
