// How do marks get on the screen? Sets them on the elements of one SVG, touching only what has changed.

import { decimal, type LabelMark, type Mark } from '../render/marks.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Attributes by their names; null stands for one that is not there. */
type Values = Readonly<Record<string, string | number | null>>;

/** An element, what was set on it, and the mark that it shows. */
interface Shown {
  readonly element: Element;
  values: Values;
  mark?: Mark;
  /** Those within a label. */
  parts: readonly Shown[];
}

/** Shows marks in an SVG that was built with the same groups. */
export function drawing(svg: SVGSVGElement): (marks: readonly Mark[]) => void {
  const layers = { path: layer(svg, 'paths'), label: layer(svg, 'labels') };
  let all: ReadonlyMap<string, Shown> | undefined;
  return (marks) => {
    if (!all) {
      // What the build wrote down is replaced once, by the same drawing.
      layers.path.replaceChildren();
      layers.label.replaceChildren();
    }
    const next: Record<Mark['type'], Element | null> = {
      path: layers.path.firstElementChild,
      label: layers.label.firstElementChild,
    };
    const now = new Map<string, Shown>();
    for (const mark of marks) {
      const { type, key } = mark;
      const shown = all?.get(key) ?? fresh(type === 'path' ? 'path' : 'g');
      now.set(key, shown);
      if (mark === shown.mark) {
        // It is the same: nothing is to be set.
      } else if (mark.type === 'label') setLabel(shown, mark);
      else {
        const { className, d, weight, dash, fill } = mark;
        set(shown, { class: className, d, 'stroke-width': weight, 'stroke-dasharray': dash, fill });
      }
      shown.mark = mark;
      // The order of marks is the order of painting.
      if (shown.element === next[type]) next[type] = shown.element.nextElementSibling;
      else layers[type].insertBefore(shown.element, next[type]);
    }
    for (const [key, { element }] of all ?? []) if (!now.has(key)) element.remove();
    all = now;
  };
}

function layer(svg: SVGSVGElement, name: string): Element {
  const found = svg.querySelector(`.${name}`);
  if (!found) throw new Error(`the stage has no layer "${name}"`);
  return found;
}

const fresh = (name: string): Shown => ({
  element: document.createElementNS(SVG, name),
  values: {},
  parts: [],
});

/** Sets the attributes that have changed. What was set is remembered: asking the page for it takes longer. */
function set(shown: Shown, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === (shown.values[name] ?? null)) continue;
    if (value === null) shown.element.removeAttribute(name);
    else shown.element.setAttribute(name, String(value));
  }
  shown.values = values;
}

/** All that a label is but its opacity. */
const PLACED = ['className', 'x', 'y', 'anchor', 'plate', 'leader', 'turn', 'lines'] as const;

function setLabel(shown: Shown, mark: LabelMark): void {
  const { className, x, y, anchor, opacity, plate, leader, turn, lines } = mark;
  set(shown, { class: className, opacity: opacity < 1 ? Math.round(opacity * 100) / 100 : null });
  const before = shown.mark as LabelMark | undefined;
  // One that only fades stays as it is.
  if (before && PLACED.every((field) => mark[field] === before[field])) return;
  const parts: (readonly [name: string, values: Values, text?: string])[] = [];
  if (plate) {
    const [left, top, width, height] = plate.map(decimal) as [string, string, string, string];
    parts.push(['rect', { class: 'plate', x: left, y: top, width, height }]);
  }
  if (leader) {
    const [x1, y1, x2, y2] = leader.map(decimal) as [string, string, string, string];
    parts.push(['path', { class: 'leader', d: `M${x1} ${y1}L${x2} ${y2}` }]);
  }
  for (const { voice, dy, size, text } of lines) {
    const transform = turn === 0 ? null : `rotate(${decimal(turn)} ${decimal(x)} ${decimal(y)})`;
    const place = { x: decimal(x), y: decimal(y + dy), transform };
    parts.push(['text', { class: voice, ...place, 'font-size': size, 'text-anchor': anchor }, text]);
  }
  if (parts.map(([name]) => name).join() !== shown.parts.map(({ element }) => element.localName).join()) {
    shown.parts = parts.map(([name]) => fresh(name));
    shown.element.replaceChildren(...shown.parts.map(({ element }) => element));
  }
  parts.forEach(([, values, text], index) => {
    const part = shown.parts[index];
    if (!part) return;
    set(part, values);
    if (text !== undefined && part.element.textContent !== text) part.element.textContent = text;
  });
}
