// What is behind a flow or a company? A panel says it, chosen by pointer or key, and follows the money from one to the next.

import type { Geometry } from '../layout/geometry.ts';
import { marks } from '../render/marks.ts';
import { drawing } from './drawing.ts';
import { factsOf, nameOf, nodeFacts, summary } from './facts.ts';
import { nearest } from './nearest.ts';
import { required } from './required.ts';
import { chosen, type Stage } from './stage.ts';

/** How far beside a flow a finger or a mouse may come down, in px. */
const REACH = { touch: 16, mouse: 8 };

interface Figure {
  readonly scrolly: HTMLElement;
  readonly frame: HTMLElement;
  readonly steps: readonly HTMLElement[];
  readonly stage: Stage | null;
}

/** Where the reader stands: at a node, and at one of its flows. */
interface Place {
  readonly node: string;
  readonly key: string | null;
}

/** The panel of the page. */
export function details(figures: readonly Figure[]) {
  const bar = required(document, '.bar');
  const panel = required(bar, '.panel');
  const facts = required(panel, '.facts');
  const status = required(bar, '.status');
  let read: HTMLElement | undefined;
  /** The step whose figure the panel speaks of, its rows, and how its drawing shows what is chosen. */
  let open: { step: HTMLElement; rows: readonly HTMLElement[]; light: Light } | undefined;
  let here: Place | undefined;
  let trail: Place[] = [];
  /** Pages that tables were fetched from. */
  const pages = new Map<string, Promise<Document>>();

  const flows = (end: 'source' | 'target', node: string) =>
    open?.rows.filter((row) => row.dataset[end] === node) ?? [];

  /** Shows a place; `spoken` where it was reached by key or button. */
  function go(place: Place, spoken: boolean): void {
    if (!open) return;
    here = place;
    const row =
      place.key === null ? undefined : open.rows.find(({ dataset }) => dataset['key'] === place.key);
    const [out, into] = [flows('source', place.node), flows('target', place.node)];
    const siblings = row?.dataset['source'] === place.node ? out : into;
    const keys = row ? [row] : [...out, ...into];
    open.light(new Set(keys.map(({ dataset }) => dataset['key'] ?? '')));
    const text = row
      ? factsOf(
          facts,
          row,
          siblings.length > 1 ? say('place', siblings.indexOf(row) + 1, siblings.length) : '',
        )
      : nodeFacts(facts, nameOf(open.rows, place.node), say('node', out.length, into.length), keys);
    panel.scrollTop = 0;
    if (spoken) status.textContent = text;
  }

  /** „2 von 3“, „2 Abflüsse, 1 Zufluss“: one of the bar's sentences with two numbers in it. */
  function say(sentence: 'place' | 'node', first: number, second: number): string {
    return (bar.dataset[sentence] ?? '')
      .replace(/\{place\}|\{out\}/, String(first))
      .replace(/\{of\}|\{in\}/, String(second));
  }

  async function start(at: HTMLElement, key: string | null, light: Light, spoken: boolean): Promise<void> {
    const rows = await rowsOf(at, pages).catch(() => []);
    // Something else may have been opened meanwhile.
    close();
    const id = key?.startsWith('node:') ? key.slice('node:'.length) : null;
    const row = rows.find(({ dataset }) => dataset['key'] === key) ?? (key === null ? rows[0] : undefined);
    panel.hidden = false;
    buttonOf(at)?.setAttribute('aria-expanded', 'true');
    open = { step: at, rows, light };
    if (id === null && !row) facts.textContent = bar.dataset['missing'] ?? '';
    else go(id === null ? placeOf(row) : { node: id, key: null }, spoken);
    if (spoken) panel.querySelector<HTMLElement>('.follow button')?.focus();
  }

  function close(): void {
    if (!open) return;
    const button = buttonOf(open.step);
    button?.setAttribute('aria-expanded', 'false');
    open.light(null);
    open = here = undefined;
    trail = [];
    if (panel.contains(document.activeElement)) button?.focus({ preventScroll: true });
    panel.hidden = true;
  }

  /** The next flow of a node, from the one that is shown. */
  function next(end: 'source' | 'target'): Place | undefined {
    const all = flows(end, here?.node ?? '');
    const index = all.findIndex(({ dataset }) => dataset['key'] === here?.key);
    const key = all[(index + 1) % all.length]?.dataset['key'];
    return here && key !== undefined ? { ...here, key } : undefined;
  }

  /** The node at the other end of the flow that is shown. */
  function end(): Place | undefined {
    const row = open?.rows.find(({ dataset }) => dataset['key'] === here?.key);
    const { source = '', target = '' } = row?.dataset ?? {};
    const node = source === here?.node ? target : source;
    return node === '' ? next('source') : { node, key: null };
  }

  function act(action: string): void {
    if (action === 'close') close();
    else if (action === 'back') {
      const before = trail.pop();
      if (before) go(before, true);
    } else {
      const place =
        action === 'outflow'
          ? next('source')
          : action === 'inflow'
            ? next('target')
            : action === 'follow'
              ? end()
              : placeOf(
                  open?.rows.find(({ dataset }) => dataset['key'] === action),
                  here?.node,
                );
      if (!place || !here) return;
      trail.push(here);
      go(place, true);
    }
  }

  panel.addEventListener('click', ({ target }) => {
    const action = (target as HTMLElement).closest('button')?.dataset['action'];
    if (action) act(action);
  });
  panel.addEventListener('keydown', (event) => {
    const action = { ArrowDown: 'outflow', ArrowUp: 'inflow', ArrowRight: 'follow', ArrowLeft: 'back' }[
      event.key
    ];
    if (!action || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act(action);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  for (const step of figures.flatMap(({ steps }) => steps))
    buttonOf(step)?.addEventListener('click', () => {
      if (open?.step === step) close();
      else void start(step, null, lightOf(step), true);
    });

  /** How the drawing of a step shows what is chosen: on its stage, or where it stands behind the step. */
  function lightOf(at: HTMLElement): Light {
    const figure = figures.find(({ steps }) => steps.includes(at));
    if (figure?.frame.offsetHeight) return (keys) => figure.stage?.choose(keys);
    return stillLight(at.querySelector('.still .drawing'), figure?.stage?.geometry(at, 'page'));
  }

  for (const figure of figures) {
    const { scrolly, stage, steps } = figure;
    const readout = scrolly.querySelector('.readout');
    /** What is meant by a point of a drawing, and the step it belongs to. */
    const meant = async ({ target, clientX, clientY }: MouseEvent, reach: number) => {
      const svg = (target as Element).closest<SVGSVGElement>('.drawing');
      const at = svg?.closest<HTMLElement>('.step') ?? steps.find((one) => 'active' in one.dataset);
      if (!svg || !at || !stage) return undefined;
      if (svg.closest('.step')) await stage.load('page');
      const geometry = stage.geometry(at, svg.closest('.step') ? 'page' : undefined);
      const screen = svg.getScreenCTM();
      if (!geometry || !screen) return undefined;
      const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(screen.inverse());
      return { at, key: nearest(geometry, x, y, reach / screen.a) };
    };
    scrolly.addEventListener('click', (event) => {
      if (!(event.target as Element).closest('.drawing')) return;
      void meant(event, event.pointerType === 'mouse' ? REACH.mouse : REACH.touch).then((found) => {
        if (found?.key) void start(found.at, found.key, lightOf(found.at), false);
        else close();
      });
    });
    const point = (found: { at: HTMLElement; key: string | null } | undefined) => {
      scrolly.toggleAttribute('data-points', Boolean(found?.key));
      if (readout) readout.textContent = found?.key ? summary(found.at, found.key) : '';
    };
    scrolly.addEventListener('pointerleave', () => {
      point(undefined);
    });
    scrolly.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') void meant(event, REACH.mouse).then(point);
    });
  }

  return {
    /** Tells which step is read: what is open for another one is closed. */
    follow(step: HTMLElement | undefined): void {
      if (step && step !== read && open && open.step !== step) close();
      read = step ?? read;
    },
  };
}

const buttonOf = (step: HTMLElement) => step.querySelector<HTMLElement>('.explore');

/** Shows flows with full ink and all others paler; null shows all as they are. */
type Light = (keys: ReadonlySet<string> | null) => void;

function stillLight(svg: SVGSVGElement | null, geometry: Geometry | undefined): Light {
  if (!svg || !geometry) return () => undefined;
  const draw = drawing(svg);
  return (keys) => {
    draw(marks(keys ? chosen(geometry, keys) : geometry));
  };
}

const placeOf = (row: HTMLElement | undefined, node?: string): Place => {
  const { source = '', target = '', key = null } = row?.dataset ?? {};
  return { node: node ?? (source || target), key };
};

/** The rows of a step's table. A table of very many flows stands on the chart's own page, and is fetched once. */
async function rowsOf(step: HTMLElement, pages: Map<string, Promise<Document>>): Promise<HTMLElement[]> {
  const link = step.querySelector<HTMLAnchorElement>('a.elsewhere');
  if (!link) return [...step.querySelectorAll<HTMLElement>('tr[data-key]')];
  const { pathname, hash } = link;
  const page =
    pages.get(pathname) ??
    fetch(pathname).then(async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html'));
  pages.set(pathname, page);
  return [...(await page).querySelectorAll<HTMLElement>(`${hash} tr[data-key]`)];
}
