// Is everything in order? Every check, one after the other: npm test, or some of them: npm test -- lint unit

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { browser, type Browser } from './browser.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = `${ROOT}test-results`;

/** Programs by the file in node_modules that Node runs. */
const PROGRAMS = {
  prettier: 'prettier/bin/prettier.cjs',
  eslint: 'eslint/bin/eslint.js',
  astro: 'astro/bin/astro.mjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const;

/** The browsers there are tests for, and how each is found; what is thrown says why there is none. */
const BROWSERS = { Chromium: browser, Firefox: firefox, WebKitGTK: webkit } as const;

type Kind = keyof typeof BROWSERS;

/** Readers use all of them, but not everyone who writes has all: only here a missing one is a failure. */
const ALL_REQUIRED = Boolean(process.env.CI) || Boolean(process.env.REQUIRE_ALL_BROWSERS);

interface Step {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** Looks at dist/, so it waits for the build. */
  readonly needsBuild?: boolean;
  readonly browser?: Kind;
  /** Tests are counted from a report. */
  readonly counts?: (report: string) => Count;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const program = (name: keyof typeof PROGRAMS, ...parameters: string[]) => [
  `node_modules/${PROGRAMS[name]}`,
  ...parameters,
];

const reportOf = (name: string) => `${RESULTS}/${name}.json`;

function vitest(name: string): Step {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`];
  return {
    name,
    commands: [
      program('vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', name, ...reporters),
    ],
    counts: countOfVitest,
  };
}

const STEPS: readonly Step[] = [
  { name: 'formatting', commands: [program('prettier', '--check', '--log-level=warn', '.')] },
  { name: 'lint', commands: [program('eslint', '--max-warnings=0', '.')] },
  {
    name: 'types',
    commands: [
      program('astro', 'check', '--minimumFailingSeverity=warning'),
      program('tsc', '--project', 'tests/tsconfig.pure.json'),
    ],
  },
  vitest('unit'),
  vitest('content'),
  vitest('golden'),
  { name: 'build', commands: [['scripts/build.ts']] },
  {
    name: 'end-to-end',
    commands: [program('playwright', 'test', '--config', 'tests/playwright.config.ts')],
    needsBuild: true,
    browser: 'Chromium',
    counts: countOfPlaywright,
  },
  { ...vitest('firefox'), needsBuild: true, browser: 'Firefox' },
  { ...vitest('webkit'), needsBuild: true, browser: 'WebKitGTK' },
  { ...vitest('budget'), needsBuild: true },
];

function countOfVitest(report: string): Count {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(report) as Record<string, number>;
  return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0, skipped: numPendingTests ?? 0 };
}

function countOfPlaywright(report: string): Count {
  const { stats } = JSON.parse(report) as { stats: Record<string, number> };
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** A port for the server of the tests that nothing else listens on. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return String(typeof address === 'object' ? address?.port : 4331);
}

/** Runs a command under this Node; its output, and whether it went well. */
async function output(command: readonly string[], { Chromium }: Found): Promise<[text: string, ok: boolean]> {
  const port = await freePort();
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      ...(Chromium ? { CHROMIUM_PATH: Chromium.path, CHROMIUM_SANDBOX: Chromium.sandbox ? '1' : '' } : {}),
      E2E_PORT: port,
      ASTRO_TELEMETRY_DISABLED: '1',
    };
    const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const collect = (chunk: Buffer) => (text += stripVTControlCharacters(chunk.toString()));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      resolve([text + error.message, false]);
    });
    child.on('close', (code) => {
      resolve([text, code === 0]);
    });
  });
}

/** Runs a step and says how it went. */
async function passes(step: Step, found: Found): Promise<boolean> {
  process.stdout.write(`${step.name.padEnd(12)} `);
  const started = performance.now();
  let text = '';
  let ok = true;
  for (const command of step.commands) {
    const [said, went] = await output(command, found);
    text += said;
    ok &&= went;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${ok ? 'ok' : 'FAILED'}`);
  if (!ok) console.log(`\n${text.trim()}\n`);
  return ok;
}

/** The browsers that were found. */
interface Found {
  readonly Chromium?: Browser;
  readonly Firefox?: { readonly name: string };
  readonly WebKitGTK?: { readonly name: string };
}

/** The browsers that steps ask for; beside them why others are missing. */
async function browsersFor(steps: readonly Step[]): Promise<[found: Found, missing: Map<Kind, string>]> {
  let found: Found = {};
  const missing = new Map<Kind, string>();
  for (const kind of new Set(steps.flatMap((step) => step.browser ?? [])))
    try {
      found = { ...found, [kind]: await BROWSERS[kind]() };
    } catch (error) {
      missing.set(kind, error instanceof Error ? error.message : String(error));
    }
  return [found, missing];
}

function sum(steps: readonly Step[]): Count {
  return steps.reduce(
    (total, { name, counts }) => {
      const file = reportOf(name);
      const count = counts && existsSync(file) ? counts(readFileSync(file, 'utf8')) : null;
      return {
        passed: total.passed + (count?.passed ?? 0),
        failed: total.failed + (count?.failed ?? 0),
        skipped: total.skipped + (count?.skipped ?? 0),
      };
    },
    { passed: 0, failed: 0, skipped: 0 },
  );
}

async function test(names: readonly string[]): Promise<boolean> {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.log(`Unknown: ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}.`);
    return false;
  }
  const steps = STEPS.filter(({ name }) => names.length === 0 || names.includes(name));
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS);
  const started = performance.now();
  const [found, missing] = await browsersFor(steps);
  const failed: string[] = [];
  for (const step of steps) {
    const lacks =
      step.needsBuild && failed.includes('build')
        ? 'build'
        : step.browser && missing.has(step.browser)
          ? step.browser
          : null;
    if (lacks) console.log(`${step.name.padEnd(12)}           not run, there is no ${lacks}`);
    const isFailure = lacks === 'build' || lacks === 'Chromium' || ALL_REQUIRED;
    if (lacks ? isFailure : !(await passes(step, found))) failed.push(step.name);
  }
  const { passed, failed: broken, skipped } = sum(steps);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(
    `\n${failed.length === 0 ? 'All steps passed' : `Failed: ${failed.join(', ')}`} (${minutes} min)`,
  );
  const ran = [found.Chromium, found.Firefox, found.WebKitGTK].flatMap((one) => one?.name ?? []);
  console.log(`Browsers: ${ran.join(', ') || 'none'}`);
  for (const [kind, reason] of missing) console.log(`Not run in ${kind}: ${reason}`);
  console.log(`Tests: ${passed} passed, ${broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed.length === 0;
}

if (!(await test(process.argv.slice(2)))) process.exitCode = 1;
