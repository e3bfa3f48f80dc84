// How long does it take? Layouts of random networks beside those of other libraries, and frames of a motion: npm run bench
// What the main thread of a browser does while the story scrolls: npm run bench -- scroll
// Not a test: times depend on the machine. Every engine and size runs in a process of its own, one after the other.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { frames } from './bench/frames.ts';
import { engines, time, type Timing } from './bench/engines.ts';

const SIZES = [10, 100, 1000, 3000, 10_000];
/** A case is ended after this long, in ms; the larger ones of its engine are then left out. */
const CAP = 120_000;
/** Some engines call themselves once for each link of a path. */
const STACK = '--stack-size=4000';

const self = fileURLToPath(import.meta.url);

function timing(engine: string, size: number, cyclic: boolean): Timing {
  const child = spawnSync(process.execPath, [STACK, self, engine, String(size), String(cyclic)], {
    encoding: 'utf8',
    timeout: CAP,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (child.error ?? child.status !== 0) return { error: `more than ${CAP / 1000} s` };
  return JSON.parse(child.stdout) as Timing;
}

const text = (result: Timing): string => {
  if ('error' in result) return result.error;
  const note = result.finite ? '' : ' (NaN)';
  return `${result.median < 10 ? result.median.toFixed(2) : result.median.toFixed(0)}${note}`;
};

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(16))).join('');
}

function tables(): void {
  for (const cyclic of [false, true]) {
    console.log(`\nLayout ${cyclic ? 'with 12 % of the links backward' : 'without cycles'}, median in ms\n`);
    console.log(row(['', ...SIZES.map((size) => `${size} links`)]));
    for (const engine of Object.keys(engines)) {
      const cells: string[] = [];
      for (const size of SIZES) {
        const over = cells.at(-1)?.startsWith('more than') ?? false;
        cells.push(over ? 'not run' : text(timing(engine, size, cyclic)));
      }
      console.log(row([engine, ...cells]));
    }
  }
}

const [engine, size, cyclic] = process.argv.slice(2);
if (engine === 'scroll') {
  const { scroll } = await import('./bench/scroll.ts');
  await scroll(Number(size ?? 5));
} else if (engine === undefined) {
  console.log(`Node ${process.version}, fixed seed`);
  frames();
  tables();
} else {
  process.stdout.write(JSON.stringify(await time(engine, Number(size), cyclic === 'true')));
}
