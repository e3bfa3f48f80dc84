// Which Chromium drives the tests? One that is installed, or else one that can be fetched.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

export interface Browser {
  readonly path: string;
  readonly name: string;
  readonly sandbox: boolean;
}

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Longest wait for a download, in milliseconds. */
const PATIENCE = 5 * 60_000;

const REMEDY = `No Chromium or Chrome was found that starts, and none could be fetched. Do one of these:
  - install Chromium or Chrome the usual way,
  - set CHROME_PATH to the program if it is in an unusual place,
  - run "npx playwright install --with-deps chromium" where its download is within reach.`;

/** Nobody is asked for anything but the site. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** How to start a Chromium. */
export const launchOptions = (path: string | undefined, sandbox: boolean) => ({
  ...(path ? { executablePath: path } : {}),
  chromiumSandbox: sandbox,
  args: QUIET,
});

/** A browser that has been seen to start; throws with the remedy if there is none. */
export async function browser(): Promise<Browser> {
  const named = process.env.CHROME_PATH ?? process.env.CHROMIUM_PATH;
  if (named) {
    const chosen = await firstThatStarts([named]);
    if (!chosen) throw new Error(`CHROME_PATH names ${named}, which does not start.`);
    return chosen;
  }
  const found =
    (await firstThatStarts(installed())) ??
    (await firstThatStarts(downloaded())) ??
    (await firstThatStarts(packaged()));
  if (!found) throw new Error(REMEDY);
  return found;
}

/** Those in the usual places. */
function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const commands = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...commands, ...PLACES, chromium.executablePath()].filter((path) => existsSync(path));
}

/** Playwright's own, fetched. */
function downloaded(): string[] {
  console.log('No browser found; trying to fetch the one of Playwright …');
  const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
  const isRoot = process.getuid?.() === 0;
  run(process.execPath, [playwright, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  return [chromium.executablePath()].filter((path) => existsSync(path));
}

/** The distribution's. */
function packaged(): string[] {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return [];
  console.log('Trying to install the one of the distribution …');
  run('apt-get', ['update']);
  run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  return installed();
}

function run(command: string, parameters: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, parameters, { stdio: 'ignore', timeout: PATIENCE, env });
}

async function firstThatStarts(paths: readonly string[]): Promise<Browser | null> {
  for (const path of paths)
    for (const sandbox of sandboxes()) {
      const started = await chromium.launch(launchOptions(path, sandbox)).catch(() => null);
      if (!started) continue;
      const name = /chrome/i.test(path) ? 'Chrome' : /edge/i.test(path) ? 'Edge' : 'Chromium';
      const version = started.version();
      await started.close();
      return { path, name: `${name} ${version}`, sandbox };
    }
  return null;
}

/** The sandbox starts neither for root nor in most build machines, nor in some containers. */
const sandboxes = () => (process.getuid?.() === 0 || process.env.CI ? [false] : [true, false]);
