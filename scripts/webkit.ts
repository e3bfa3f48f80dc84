// Which WebKitGTK runs the tests? Debian's, with its WebDriver, on a screen of its own.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Its browser stands outside the path, below the folder of the architecture. */
const BROWSERS = '{/usr/lib,/usr/lib/*,/usr/libexec}/webkit2gtk-4.*/MiniBrowser';

/** Width and height of the screen, in px: the widest window of the tests and the bar of the browser fit in. */
const SCREEN = '1920x1600';

const REMEDY =
  'WebKitWebDriver, MiniBrowser or Xvfb is missing; Debian’s packages are webkit2gtk-driver and xvfb';

export interface Webkit {
  readonly driver: string;
  readonly browser: string;
  readonly xvfb: string;
}

/** A screen that nobody sees. */
export interface Screen {
  readonly display: string;
  readonly close: () => void;
}

/** Where the programs are; throws with the remedy if one is missing. */
export function programs(): Webkit {
  const [browser] = globSync(BROWSERS).sort().reverse();
  const driver = command('WebKitWebDriver');
  const xvfb = command('Xvfb');
  if (!browser || !driver || !xvfb) throw new Error(REMEDY);
  return { driver, browser, xvfb };
}

/** Which WebKitGTK there is, asked of the browser itself. */
export async function webkit(): Promise<{ name: string }> {
  const { browser, xvfb } = programs();
  const { display, close } = await screen(xvfb);
  const env = { ...process.env, DISPLAY: display };
  const { stdout } = spawnSync(browser, ['--version'], { encoding: 'utf8', env });
  close();
  const version = /WebKitGTK (\S+)/.exec(stdout)?.[1];
  if (!version) throw new Error(`${browser} does not start`);
  return { name: `WebKitGTK ${version}` };
}

/** Starts an X server, which chooses a number that is free and tells it. */
export async function screen(xvfb: string): Promise<Screen> {
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', `${SCREEN}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = ending(server);
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (chunk: Buffer) => {
      resolve(chunk.toString().trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => {
      reject(new Error(`Xvfb has ended with ${code ?? 'a signal'}`));
    });
  });
  return { display: `:${number}`, close };
}

/** How to end a program; it ends at the latest with this process. */
export function ending(program: ChildProcess): () => void {
  const close = () => {
    process.off('exit', close);
    program.kill();
  };
  process.on('exit', close);
  return close;
}

const command = (name: string) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
