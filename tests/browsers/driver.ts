// What do the tests ask of a browser? One small interface, so that every scenario is written once.

import { setTimeout as pause } from 'node:timers/promises';

/** Keys by their names in the DOM, with their codes in WebDriver. */
export const KEYS = {
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Space: ' ',
  Tab: '\uE004',
} as const;

export type Key = keyof typeof KEYS;

/** Of the window without its frame, in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a browser is set before it starts. */
export interface Mode {
  /** The reader wants no motion. */
  readonly calm?: boolean;
  /** Scripts of pages are off; `evaluate` works all the same. */
  readonly plain?: boolean;
}

export interface Driver {
  /** Loads an address anew, even where only its #part differs. */
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  resize(size: Size): Promise<void>;
  /** Runs a function in the page; it knows nothing but its parameters, which are plain values. */
  evaluate<Result, Parameters extends readonly unknown[]>(
    body: (...parameters: Parameters) => Result,
    ...parameters: Parameters
  ): Promise<Result>;
  /** Turns the wheel over the lower middle of the window, by px. */
  wheel(deltaY: number): Promise<void>;
  press(key: Key): Promise<void>;
  /** Clicks the first element a selector finds. */
  click(selector: string): Promise<void>;
  /** A picture of the window, as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** What pages have thrown since the start. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts a browser. */
export type Start = (mode: Mode) => Promise<Driver>;

/** A call of a function as text, to be run in a page. */
export const call = (body: (...parameters: never[]) => unknown, parameters: readonly unknown[]) =>
  `(${body.toString()})(...${JSON.stringify(parameters)})`;

/** Where the wheel turns: over text, in the middle and low, where no stage stands. */
export const wheelAt = ({ width, height }: Size) => ({ x: Math.round(width / 2), y: height - 100 });

/** How long something may take, in ms, and how often it is looked at. */
const PATIENCE = 15_000;
const INTERVAL = 25;

/** Waits until something is there, and returns it. */
export async function until<Found>(what: string, look: () => Promise<Found | null>): Promise<Found> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const found = await look();
    if (found !== null) return found;
    await pause(INTERVAL);
  }
  throw new Error(`waited in vain for ${what}`);
}
