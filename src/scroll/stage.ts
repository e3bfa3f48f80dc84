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
    const canvas = formats[format];
    const to = canvas.scenes?.find(({ scene }) => scene === sceneOf(step));
    frame.toggleAttribute('data-rests', false);
    run.stop();
    if (!to) {
      canvas.still(step);
      return;
    }
    frame.toggleAttribute('data-stand-in', false);
    const from = canvas.current;
    if (!from && canvas.built === to.scene) {
      // The build has drawn it already: nothing is to be done until something moves.
      canvas.current = to;
      frame.toggleAttribute('data-rests', true);
      return;
    }
    canvas.built = null;
    const way = from ? tween(from, to) : () => to;
    run.start(moves && from ? DURATION : 0, (t) => {
      const geometry = way(t);
      canvas.current = geometry;
      canvas.draw(marks(geometry));
      frame.toggleAttribute('data-rests', t === 1);
    });
  }

  function say(step: HTMLElement): void {
    const words = step.querySelector('figcaption');
    if (words) caption.replaceChildren(...[...words.childNodes].map((node) => node.cloneNode(true)));
  }

  return {
    show(step, format, moves) {
      if (shown?.step === step && shown.format === format) return;
      const turned = shown?.format !== format;
      if (shown ? shown.step !== step : formats[format].built !== sceneOf(step)) say(step);
      shown = { step, format };
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

const sceneOf = (step: HTMLElement) => step.dataset['scene'] ?? '';

interface Canvas {
  scenes: readonly Geometry[] | undefined;
  /** What is on the screen, once it comes from the geometry. */
  current: Geometry | undefined;
  /** The scene that is on the screen as the build wrote it down in this format. */
  built: string | null;
  draw: ReturnType<typeof drawing>;
  /** Shows the still of a step as the build wrote it down. */
  still: (step: HTMLElement) => void;
  /** Fetches the geometry once; true for the call that brought it. */
  load: () => Promise<boolean>;
}

function canvas(scrolly: HTMLElement, frame: HTMLElement, format: Format): Canvas {
  const svg = frame.querySelector<SVGSVGElement>(`.drawing.${format}`);
  const address = scrolly.dataset[format];
  if (!svg || address === undefined) throw new Error(`the stage has no drawing in the format "${format}"`);
  let asked = false;
  const result: Canvas = {
    scenes: undefined,
    current: undefined,
    built: svg.dataset['scene'] ?? null,
    draw: drawing(svg),
    still(step) {
      const drawn = step.querySelector('.still .drawing');
      if (!drawn || result.built === sceneOf(step)) return;
      svg.setAttribute('viewBox', drawn.getAttribute('viewBox') ?? '');
      svg.replaceChildren(...[...drawn.childNodes].map((node) => node.cloneNode(true)));
      // Stills are in page format: on the other canvas they only stand in.
      result.built = format === 'page' ? sceneOf(step) : null;
      result.draw = drawing(svg);
      // The key has to give the sum of one line of what is shown.
      frame.toggleAttribute('data-stand-in', format === 'wide');
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
