// What does a stage show? The still of a step, and the way to it from what is on the screen.

import type { Format, Geometry } from '../layout/geometry.ts';
import { tween } from '../layout/tween.ts';
import { marks } from '../render/marks.ts';
import { drawing } from './drawing.ts';
import { player } from './play.ts';
import { required } from './required.ts';

/** How long a transition takes, in ms. */
const DURATION = 850;

/** One stage of the story. */
export interface Stage {
  /** Goes to the scene of a step; `moves` false sets it at once, and ends a motion that is under way. */
  show(step: HTMLElement, format: Format, moves: boolean): void;
  /** Fetches the geometry of a format, once; what it brings is shown as soon as it is there. */
  load(format: Format): Promise<void>;
  /** The geometry of a step's scene, in the format that is on the stage unless another is named, once it is there. */
  geometry(step: HTMLElement, format?: Format): Geometry | undefined;
  /** Draws some flows of the scene that is shown with full ink, all others paler; null ends it. */
  choose(keys: ReadonlySet<string> | null): void;
}

/** The stage of a `.scrolly`, with its drawings in both formats and the addresses of their geometry. */
export function stage(scrolly: HTMLElement): Stage {
  const run = player();
  const frame = required(scrolly, '.stage');
  const formats = { page: canvas(scrolly, frame, 'page'), wide: canvas(scrolly, frame, 'wide') };
  const steps = [...scrolly.querySelectorAll<HTMLElement>('.step')];
  // The words over the drawing, one for each step; they lie in one place, so that the highest makes room for all.
  const captions = frame.querySelectorAll('.caption');
  let at: { step: HTMLElement; format: Format } | undefined;

  /** Gives up moving in a format: from now on the stage shows stills. */
  function giveUp(step: HTMLElement | undefined, format: Format): void {
    run.stop();
    formats[format].fail(step);
    frame.toggleAttribute('data-rests', true);
  }

  /** A drawing that cannot be made is no reason to leave the reader without one. */
  function guarded(step: HTMLElement, format: Format, effect: () => void): void {
    try {
      effect();
    } catch {
      giveUp(step, format);
    }
  }

  function settle(step: HTMLElement, format: Format, moves: boolean): void {
    frame.toggleAttribute('data-chosen', false);
    const canvas = formats[format];
    const to = canvas.scenes?.find(({ scene }) => scene === sceneOf(step));
    run.stop();
    if (!to) {
      canvas.still(step);
      // On the wide canvas a still only stands in, unless nothing better can come.
      frame.toggleAttribute('data-rests', format === 'page' || frame.hasAttribute('data-stills'));
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
    frame.toggleAttribute('data-rests', false);
    canvas.built = null;
    const way = from ? tween(from, to) : () => to;
    document.documentElement.toggleAttribute('data-moved', true);
    run.start(moves && from ? DURATION : 0, (t) => {
      guarded(step, format, () => {
        canvas.current = way(t);
        canvas.draw(marks(canvas.current));
        frame.toggleAttribute('data-rests', t === 1);
      });
    });
  }

  return {
    show(step, format, moves) {
      if (at?.step === step && at.format === format && (moves || !run.isRunning())) return;
      const turned = at?.format !== format;
      at = { step, format };
      captions.forEach((caption, index) => caption.toggleAttribute('data-active', steps[index] === step));
      guarded(step, format, () => {
        settle(step, format, moves && !turned);
      });
    },
    async load(format) {
      try {
        // The reader may have gone on while the file was on its way.
        if ((await formats[format].load()) && at?.format === format) settle(at.step, format, false);
      } catch {
        giveUp(at?.step, format);
      }
    },
    geometry: (step, format = at?.format ?? 'page') =>
      formats[format].scenes?.find(({ scene }) => scene === sceneOf(step)),
    choose(keys) {
      const geometry = at && this.geometry(at.step);
      const canvas = formats[at?.format ?? 'page'];
      if (!geometry || canvas.current !== geometry || run.isRunning()) return;
      canvas.built = null;
      frame.toggleAttribute('data-chosen', keys !== null);
      canvas.draw(marks(keys ? chosen(geometry, keys) : geometry));
    },
  };
}

/** A geometry in which only these flows are spoken of. */
export const chosen = (geometry: Geometry, keys: ReadonlySet<string>): Geometry => ({
  ...geometry,
  bands: geometry.bands.map((band) => ({ ...band, focus: keys.has(band.key) })),
});

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
  /** Says that there are stills only, and shows that of a step. */
  fail: (step: HTMLElement | undefined) => void;
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
    fail(step) {
      result.scenes = undefined;
      result.current = undefined;
      result.built = null;
      frame.toggleAttribute('data-stills', true);
      if (step) result.still(step);
    },
  };
  return result;
}
