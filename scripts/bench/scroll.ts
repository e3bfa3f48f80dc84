// What does the main thread do while the story scrolls and while a drawing moves? Chromium at a quarter of its speed,
// against the same page without the story's script, and against motions with a tint only and with all lines.

import { cpus } from 'node:os';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { base } from '../address.ts';
import { browser as found, launchOptions } from '../browser.ts';
import { DIST, server } from '../serve.ts';
import {
  forced,
  frames,
  longTasks,
  median,
  quantile,
  recorded,
  scriptOf,
  slots,
  type Recording,
} from './trace.ts';
import { script, VARIANTS, type Variant } from './variants.ts';

const PORT = 4397;
const SLOWDOWN = 4;
const VIEWPORT = { width: 1440, height: 900 };
/** How fast the story is read, in px per second, and how far within one step. */
const SPEED = 500;
const STRETCH = 600;
/** The story's script without the story: the page stays staged, and nothing runs. */
const BLOCKED = "document.documentElement.toggleAttribute('data-ready', true);";
/** The heaviest passage of the story, and where its stage begins and ends. */
const STEPS = ['zwei-kunden', 'das-ganze-netz'] as const;
/** Longer than a motion and its last frame at this speed, in ms. */
const MOTION = 2000;

interface Opened {
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** The story at one of its steps, with a script of ours for its own, slowed down once it rests. */
async function opened(
  browser: Browser,
  step: string,
  code: string | null,
  ring = false,
  rate = SLOWDOWN,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  if (code !== null)
    await page.route('**/_astro/index*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: code }),
    );
  if (ring)
    await page.route('**/grafik/gesamt/wide.*.json', async (route) => {
      const [, columns, round] = (await (await route.fetch()).json()) as object[];
      await route.fulfill({
        json: [
          { ...columns, scene: 'bestellungen' },
          { ...round, scene: 'fluss' },
        ],
      });
    });
  await page.goto(`http://localhost:${PORT}${base}#${step}`, { waitUntil: 'networkidle' });
  const cdp = await context.newCDPSession(page);
  await page.waitForTimeout(1200);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  return { page, cdp };
}

/** Brings a step to the reading line at once. */
const jump = (page: Page, step: string) =>
  page.evaluate((id) => {
    const box = document.getElementById(id)?.getBoundingClientRect();
    if (box) scrollBy({ top: box.top - innerHeight / 2 + 40, behavior: 'instant' });
  }, step);

/** Turns the wheel evenly. */
const wheel = (cdp: CDPSession, distance: number) =>
  cdp.send('Input.synthesizeScrollGesture', {
    ...{ x: 300, y: 450, yDistance: -distance, speed: SPEED },
    ...{ gestureSourceType: 'mouse', preventFling: true },
  });

/** Reading within the steps of the story, no motion meanwhile; a stretch of each. */
async function reading(browser: Browser, code: string | null): Promise<Recording[]> {
  const { page, cdp } = await opened(browser, STEPS[0], code);
  const steps = await page.evaluate(
    (least) =>
      [...document.querySelectorAll<HTMLElement>('.step')]
        .filter(({ offsetHeight }) => offsetHeight > least + 60)
        .map(({ id }) => id),
    STRETCH,
  );
  const result: Recording[] = [];
  for (const step of steps) {
    await jump(page, step);
    await page.waitForTimeout(MOTION);
    result.push(
      await recorded(page, cdp, async () => {
        await wheel(cdp, STRETCH);
        await page.waitForTimeout(400);
      }),
    );
  }
  await page.context().close();
  return result;
}

/** Reading from the first step to the last, motions included. */
async function walk(browser: Browser, code: string | null): Promise<Recording> {
  const { page, cdp } = await opened(browser, STEPS[0], code);
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.waitForTimeout(MOTION);
  const end = await page.evaluate(() => {
    const last = [...document.querySelectorAll('.steps')].at(-1)?.getBoundingClientRect();
    return last ? last.bottom - innerHeight : 0;
  });
  const recording = await recorded(page, cdp, async () => {
    await wheel(cdp, end);
    await page.waitForTimeout(MOTION);
  });
  await page.context().close();
  return recording;
}

interface Frames {
  readonly wall: number[][];
  readonly cpu: number[][];
  readonly long: number[];
}

/** The heaviest motion, there and back. */
async function motion(
  browser: Browser,
  variant: Variant,
  ring: boolean,
  rate: number,
  into: Frames,
): Promise<void> {
  const { page, cdp } = await opened(browser, STEPS[0], await script(variant), ring, rate);
  // The first time there and back the code is new.
  for (const [turn, step] of [STEPS[1], STEPS[0], STEPS[1], STEPS[0]].entries()) {
    const recording = await recorded(page, cdp, async () => {
      await jump(page, step);
      await page.waitForTimeout(MOTION);
    });
    if (turn < 2) continue;
    into.wall.push(frames(recording, 'length'));
    into.cpu.push(frames(recording, 'cpu'));
    into.long.push(...longTasks(recording));
  }
  await page.context().close();
}

const row = (cells: readonly string[]) =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(22) : cell.padStart(15))).join('');
const figure = (value: number) => value.toFixed(1);
/** The median over recordings of a quantile of each. */
const typical = (recordings: readonly number[][], share: number) =>
  figure(median(recordings.map((numbers) => quantile(numbers, share))));

async function motions(browser: Browser, rounds: number, ring: boolean, rate: number): Promise<void> {
  const all = new Map(
    VARIANTS.map((variant): [Variant, Frames] => [variant, { wall: [], cpu: [], long: [] }]),
  );
  for (let round = 0; round < rounds; round++)
    for (const index of VARIANTS.keys()) {
      const variant = VARIANTS[(index + round) % VARIANTS.length] ?? 'as built';
      const into = all.get(variant);
      if (into) await motion(browser, variant, ring, rate, into);
    }
  const what = ring ? 'from columns to the ring of all flows' : 'to the columns of all large flows';
  console.log(`\nMotion ${what}, slowed down ${rate} times, ms per frame\n`);
  console.log(row(['', 'median', 'p95', 'thread median', 'thread p95', 'frames', 'tasks > 50 ms']));
  for (const [variant, { wall, cpu, long }] of all)
    console.log(
      row([
        variant,
        ...[typical(wall, 0.5), typical(wall, 0.95), typical(cpu, 0.5), typical(cpu, 0.95)],
        ...[String(median(wall.map(({ length }) => length))), String(long.length)],
      ]),
    );
}

async function scrolling(browser: Browser, rounds: number): Promise<void> {
  const variants = [
    ['as built', null],
    ['without its script', BLOCKED],
  ] as const;
  const stretches = new Map<string, Recording[]>(variants.map(([name]) => [name, []]));
  const walks = new Map<string, Recording[]>(variants.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const index of variants.keys()) {
      const [name, code] = variants[(index + round) % variants.length] ?? variants[0];
      stretches.get(name)?.push(...(await reading(browser, code)));
      if (round < 2) walks.get(name)?.push(await walk(browser, code));
    }
  console.log(`\nScrolling at ${SPEED} px/s, slowed down ${SLOWDOWN} times\n`);
  console.log(row(['', 'script ms/s', 'busy p95 ms', 'tasks > 50 ms', 'forced layouts']));
  for (const [title, recordings] of [
    ['within steps', stretches],
    ['through the story', walks],
  ] as const)
    for (const [name, own] of recordings)
      console.log(
        row([
          `${title},`,
          figure(median(own.map(scriptOf))),
          typical(own.map(slots), 0.95),
          String(own.flatMap(longTasks).length),
          String(own.flatMap(forced).length),
          `  ${name}`,
        ]),
      );
  const places = new Set([...stretches.values(), ...walks.values()].flat().flatMap(forced));
  if (places.size > 0) console.log(`\nForced by\n${[...places].join('\n')}`);
}

/** Prints what the main thread does, as medians of interleaved rounds. */
export async function scroll(rounds: number): Promise<void> {
  const { path, name, sandbox } = await found();
  const site = server(DIST, base).listen(PORT);
  const browser = await chromium.launch(launchOptions(path, sandbox));
  console.log(
    `${name}, ${cpus().length} × ${cpus()[0]?.model ?? ''}, ${new Date().toISOString().slice(0, 10)}, ${rounds} rounds`,
  );
  await scrolling(browser, rounds);
  for (const ring of [false, true]) await motions(browser, rounds, ring, SLOWDOWN);
  // Thread time at full speed is what a busy machine disturbs least.
  for (const ring of [false, true]) await motions(browser, rounds, ring, 1);
  await browser.close();
  site.close();
  site.closeAllConnections();
}
