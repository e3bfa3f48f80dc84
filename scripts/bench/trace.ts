// What did the main thread do? Records a trace of Chromium and reads tasks, script, frames and forced layouts from it.

import type { CDPSession, Page } from '@playwright/test';

/** An event of the main thread that has a length, in ms. */
interface Event {
  readonly name: string;
  readonly start: number;
  readonly length: number;
  /** How much of its length the thread was running: other programs count less. */
  readonly cpu: number;
  readonly args: Args;
}

interface Args {
  readonly beginData?: { readonly stackTrace?: readonly Call[] };
}

interface Call {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface Raw {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: Args & { readonly name?: string };
}

/** What the main thread did between two marks. */
export interface Recording {
  /** The length in seconds. */
  readonly seconds: number;
  readonly events: readonly Event[];
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.stack',
  'v8.execute',
  'blink.user_timing',
];
const SCRIPT =
  /^(EvaluateScript|v8\.|V8\.|FunctionCall|FireAnimationFrame|TimerFire|EventDispatch|MinorGC|MajorGC|RunMicrotasks|GCEvent)/;

/** A slot is one frame at 60 Hz, in ms. */
const SLOT = 1000 / 60;
/** The length of a task from which readers feel it, in ms. */
const LONG = 50;

/** Records what happens during `run`, without a script of ours in the page meanwhile. */
export async function recorded(page: Page, cdp: CDPSession, run: () => Promise<void>): Promise<Recording> {
  const raw: Raw[] = [];
  const collect = (data: { value: unknown[] }) => raw.push(...(data.value as Raw[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES },
    transferMode: 'ReportEvents',
  });
  await page.evaluate(() => performance.mark('bench-start'));
  await run();
  await page.evaluate(() => performance.mark('bench-end'));
  const complete = new Promise<void>((resolve) =>
    cdp.once('Tracing.tracingComplete', () => {
      resolve();
    }),
  );
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return between(raw);
}

function between(raw: readonly Raw[]): Recording {
  const start = raw.find(({ name }) => name === 'bench-start');
  const end = raw.find(({ name }) => name === 'bench-end');
  if (!start || !end) throw new Error('the trace has lost its marks');
  const thread = raw.find(
    ({ name, pid, args }) => name === 'thread_name' && pid === start.pid && args.name === 'CrRendererMain',
  );
  const events = raw
    .filter(
      ({ ph, pid, tid, ts }) =>
        ph === 'X' &&
        pid === start.pid &&
        tid === (thread?.tid ?? start.tid) &&
        ts >= start.ts &&
        ts < end.ts,
    )
    .map(({ name, ts, dur = 0, tdur, args }) => ({
      name,
      start: (ts - start.ts) / 1000,
      length: dur / 1000,
      cpu: (tdur ?? NaN) / 1000,
      args,
    }))
    .sort((a, b) => a.start - b.start || b.length - a.length);
  return { seconds: (end.ts - start.ts) / 1e6, events };
}

/** Events that lie in no other. */
function outermost(events: readonly Event[]): Event[] {
  let until = -Infinity;
  return events.filter(({ start, length }) => {
    if (start < until) return false;
    until = start + length;
    return true;
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Script in ms per second. */
export const scriptOf = ({ events, seconds }: Recording): number =>
  sum(outermost(events.filter(({ name }) => SCRIPT.test(name))).map(({ length }) => length)) / seconds;

/** Tasks over 50 ms. */
export const longTasks = ({ events }: Recording): number[] =>
  outermost(events)
    .map(({ length }) => length)
    .filter((length) => length > LONG);

/** How busy the main thread is in each slot, in ms. */
export function slots({ events, seconds }: Recording): number[] {
  const result = new Array<number>(Math.ceil((seconds * 1000) / SLOT)).fill(0);
  for (const { start, length } of outermost(events))
    for (let at = start; at < start + length;) {
      const slot = Math.floor(at / SLOT + 1e-9);
      const next = Math.min(start + length, (slot + 1) * SLOT);
      if (slot < result.length) result[slot] = (result[slot] ?? 0) + next - at;
      at = next;
    }
  return result;
}

/** The time the main thread takes for each frame of a motion, in ms: all its tasks from one frame to the next. */
export function frames({ events }: Recording, time: 'length' | 'cpu'): number[] {
  const tasks = outermost(events);
  const beats = events.filter(({ name }) => name === 'FireAnimationFrame').map(({ start }) => start);
  const starts = [...new Set(beats.map((at) => tasks.findLastIndex(({ start }) => start <= at)))];
  return starts.map((first, index) => {
    const begun = tasks[first]?.start ?? 0;
    // After the last frame of a motion the main thread rests, until the next motion.
    const next = Math.min(
      starts[index + 1] ?? tasks.length,
      tasks.findIndex(({ start }) => start > begun + 100) >>> 0,
    );
    return sum(tasks.slice(first, next).map((task) => task[time]));
  });
}

/** Layouts that script had to wait for, each as the place that asked. */
export const forced = ({ events }: Recording): string[] =>
  events
    .filter(({ name }) => name === 'Layout')
    .flatMap(({ args }) => {
      const [call] = args.beginData?.stackTrace ?? [];
      return call
        ? [
            `${call.functionName || '(anonymous)'} ${call.url.replace(/^.*\//, '')}:${call.lineNumber}:${call.columnNumber}`,
          ]
        : [];
    });

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
