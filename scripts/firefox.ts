// Which Firefox runs the tests? One that is installed; FIREFOX_PATH names another.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = ['firefox-esr', 'firefox'];

const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const REMEDY = 'there is no Firefox; Debian’s package is firefox-esr, and FIREFOX_PATH may name one';

/** Where Firefox is and which; throws with the remedy if there is none. */
export function firefox(): { path: string; name: string } {
  for (const path of candidates()) {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    const version = /Firefox (\S+)/.exec(stdout)?.[1];
    if (status === 0 && version) return { path, name: `Firefox ${version}` };
  }
  throw new Error(REMEDY);
}

function candidates(): string[] {
  const { FIREFOX_PATH, PATH = '' } = process.env;
  if (FIREFOX_PATH) return [FIREFOX_PATH];
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const commands = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...commands, ...PLACES].filter((path) => existsSync(path));
}
