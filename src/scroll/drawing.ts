// How do marks get on the screen? Sets them on the elements of one SVG, touching only what has changed.

import { decimal, type LabelMark, type Mark, type PathMark } from '../render/marks.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Shows marks in an SVG that was built with the same groups. */
export function drawing(svg: SVGSVGElement): (marks: readonly Mark[]) => void {
  const layers = { path: layer(svg, 'paths'), label: layer(svg, 'labels') };
  const elements = new Map<string, Element>();
  let adopted = false;
  return (marks) => {
    if (!adopted) {
      // What the build wrote down is replaced once, by the same drawing.
      layers.path.replaceChildren();
      layers.label.replaceChildren();
      adopted = true;
    }
    const left = new Set(elements.keys());
    const next: Record<Mark['type'], Element | null> = {
      path: layers.path.firstElementChild,
      label: layers.label.firstElementChild,
    };
    for (const mark of marks) {
      left.delete(mark.key);
      let element = elements.get(mark.key);
      if (!element) {
        element = document.createElementNS(SVG, mark.type === 'path' ? 'path' : 'g');
        elements.set(mark.key, element);
      }
      if (mark.type === 'path') setPath(element, mark);
      else setLabel(element, mark);
      // The order of marks is the order of painting.
      if (element === next[mark.type]) next[mark.type] = element.nextElementSibling;
      else layers[mark.type].insertBefore(element, next[mark.type]);
    }
    for (const key of left) {
      elements.get(key)?.remove();
      elements.delete(key);
    }
  };
}

function layer(svg: SVGSVGElement, name: string): Element {
  const found = svg.querySelector(`.${name}`);
  if (!found) throw new Error(`the stage has no layer "${name}"`);
  return found;
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setPath(element: Element, { className, d, weight, dash }: PathMark): void {
  set(element, 'class', className);
  set(element, 'd', d);
  if (weight !== null) set(element, 'stroke-width', String(weight));
  if (dash === null) element.removeAttribute('stroke-dasharray');
  else set(element, 'stroke-dasharray', dash);
}

function setLabel(element: Element, mark: LabelMark): void {
  const { className, x, y, anchor, opacity, plate, leader, turn, lines } = mark;
  const names = [...(plate ? ['rect'] : []), ...(leader ? ['path'] : []), ...lines.map(() => 'text')];
  const same = names.every((name, index) => element.children[index]?.localName === name);
  if (!same || element.childElementCount !== names.length)
    element.replaceChildren(...names.map((name) => document.createElementNS(SVG, name)));
  set(element, 'class', className);
  if (opacity < 1) set(element, 'opacity', String(Math.round(opacity * 100) / 100));
  else element.removeAttribute('opacity');
  const ground = element.querySelector('rect');
  if (plate && ground) {
    set(ground, 'class', 'plate');
    ['x', 'y', 'width', 'height'].forEach((name, index) => {
      set(ground, name, decimal(plate[index] ?? 0));
    });
  }
  const line = element.querySelector('path');
  if (leader && line) {
    const [x1, y1, x2, y2] = leader.map(decimal);
    set(line, 'class', 'leader');
    set(line, 'd', `M${x1 ?? ''} ${y1 ?? ''}L${x2 ?? ''} ${y2 ?? ''}`);
  }
  lines.forEach((line, index) => {
    const text = element.children[names.length - lines.length + index];
    if (!text) return;
    set(text, 'class', line.voice);
    set(text, 'x', decimal(x));
    set(text, 'y', decimal(y + line.dy));
    set(text, 'font-size', String(line.size));
    set(text, 'text-anchor', anchor);
    if (turn === 0) text.removeAttribute('transform');
    else set(text, 'transform', `rotate(${decimal(turn)} ${decimal(x)} ${decimal(y)})`);
    if (text.textContent !== line.text) text.textContent = line.text;
  });
}
