// What does a stage show? The still of a step, and the way to it from what is on the screen.

import type { Format, Geometry } from '../layout/geometry.ts';
import { tween } from '../layout/tween.ts';
import { marks } from '../render/marks.ts';
import { drawing } from './drawing.ts';
import { player } from './play.ts';

/** How long a transition takes, in ms. */
const DURATION = 850;

/** One stage of the story. */
export interface Stage {
  /** Goes to the scene of a step; `moves` false sets it at once. */
  show(step: HTMLElement, format: Format, moves: boolean): void;
}

/** The stage of a `.scrolly`, with its drawings in both formats and the addresses of their geometry. */
export function stage(scrolly: HTMLElement): Stage {
  const run = player();
  const frame = required(scrolly, '.stage');
  const caption = required(frame, '.caption');
  const formats = { page: canvas(scrolly, frame, 'page'), wide: canvas(scrolly, frame, 'wide') };
  // Nothing moves where nobody looks.
  new IntersectionObserver((entries) => {
    frame.toggleAttribute(
      'data-in-view',
      entries.some(({ isIntersecting }) => isIntersecting),
    );
  }).observe(frame);
  let shown: { step: HTMLElement; format: Format } | undefined;

  function settle(step: HTMLElement, format: Format, moves: boolean): void {
    const { scenes, draw, still } = formats[format];
    const to = scenes?.find(({ scene }) => scene === step.dataset['scene']);
    frame.toggleAttribute('data-rests', false);
    if (!to) {
      run.stop();
      still(step);
      return;
    }
    const from = formats[format].current;
    const way = from ? tween(from, to) : () => to;
    run.start(moves && from ? DURATION : 0, (t) => {
      const geometry = way(t);
      formats[format].current = geometry;
      draw(marks(geometry));
      frame.toggleAttribute('data-rests', t === 1);
    });
  }

  return {
    show(step, format, moves) {
      const same = shown?.step === step && shown.format === format;
      if (same) return;
      const turned = shown?.format !== format;
      shown = { step, format };
      const words = step.querySelector('figcaption');
      if (words) caption.replaceChildren(...[...words.childNodes].map((node) => node.cloneNode(true)));
      settle(step, format, moves && !turned);
      void formats[format].load().then(
        (fresh) => {
          // The reader may have gone on while the file was on its way.
          if (fresh && shown?.format === format) settle(shown.step, format, false);
        },
        // Without its geometry the stage goes on showing stills.
        () => undefined,
      );
    },
  };
}

interface Canvas {
  scenes: readonly Geometry[] | undefined;
  current: Geometry | undefined;
  draw: ReturnType<typeof drawing>;
  /** Shows the still of a step as the build wrote it down. */
  still(step: HTMLElement): void;
  /** Fetches the geometry once; true for the call that brought it. */
  load(): Promise<boolean>;
}

function canvas(scrolly: HTMLElement, frame: HTMLElement, format: Format): Canvas {
  const svg = frame.querySelector<SVGSVGElement>(`.drawing.${format}`);
  const address = scrolly.dataset[format];
  if (!svg || address === undefined) throw new Error(`the stage has no drawing in the format "${format}"`);
  let asked = false;
  const result: Canvas = {
    scenes: undefined,
    current: undefined,
    draw: drawing(svg),
    still(step) {
      const built = step.querySelector('.still .drawing');
      const scene = step.dataset['scene'] ?? '';
      if (!built || svg.dataset['scene'] === scene) return;
      svg.dataset['scene'] = scene;
      svg.setAttribute('viewBox', built.getAttribute('viewBox') ?? '');
      svg.replaceChildren(...[...built.childNodes].map((node) => node.cloneNode(true)));
      result.draw = drawing(svg);
    },
    async load() {
      if (asked) return false;
      asked = true;
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
      result.scenes = (await response.json()) as Geometry[];
      const [first] = result.scenes;
      if (first) svg.setAttribute('viewBox', `0 0 ${String(first.width)} ${String(first.height)}`);
      return true;
    },
  };
  return result;
}

function required(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the story has no ${selector}`);
  return found;
}
