// How is WebKitGTK driven? By WebDriver, spoken with fetch, on a screen of its own and with settings of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ending, programs, screen } from '../../scripts/webkit.ts';
import { call, until, type Driver, type Mode } from './driver.ts';

/** Without this its bar keeps the window wider than a phone. */
const NARROW = `* { min-width: 0; margin: 0; padding: 0; border-width: 0; }
toolbar * { min-height: 0; font-size: 1px; -gtk-icon-transform: scale(0); }
`;

/** How WebDriver writes down an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export async function webkit({ calm = false, plain = false }: Mode): Promise<Driver> {
  const { driver, browser, xvfb } = programs();
  const { display, close: closeScreen } = await screen(xvfb);
  const home = settings(calm);
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
  };
  const closeDriver = ending(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
  const ask = asking(`http://127.0.0.1:${port}`);

  async function end(): Promise<void> {
    await session?.('DELETE', '').catch(() => undefined);
    closeDriver();
    closeScreen();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }

  let session: Ask | undefined;
  try {
    await until('WebKitWebDriver', () => ask('GET', '/status').catch(() => null));
    const args = ['--automation', ...(plain ? ['--enable-javascript=false'] : [])];
    const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args } } },
    });
    session = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
    return driving(session, end);
  } catch (error) {
    await end();
    throw error;
  }
}

/** The folder of its settings. */
function settings(calm: boolean): string {
  const home = mkdtempSync(join(tmpdir(), 'ki-kreislauf-webkit-'));
  const folder = join(home, 'gtk-3.0');
  mkdirSync(folder);
  writeFileSync(join(folder, 'settings.ini'), `[Settings]\ngtk-enable-animations=${calm ? '0' : '1'}\n`);
  writeFileSync(join(folder, 'gtk.css'), NARROW);
  return home;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** Asks a WebDriver; throws what it says when something is wrong. */
type Ask = <Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Value>;

const asking =
  (address: string): Ask =>
  async <Value>(method: string, path: string, body?: object) => {
    const response = await fetch(address + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value as Value;
  };

/**
 * WebDriver tells no errors: from the first look on, the page keeps its own. When its script throws before, it never
 * gets ready, and the guard of the page unrolls the story.
 */
function listen(): void {
  const { dataset } = document.documentElement;
  if ('errors' in dataset) return;
  dataset['errors'] = '[]';
  const keep = (error: string) => {
    dataset['errors'] = JSON.stringify([...(JSON.parse(dataset['errors'] ?? '[]') as string[]), error]);
  };
  if ('unrolled' in dataset && !('ready' in dataset)) keep('a script threw while the page was loading');
  addEventListener('error', ({ message }) => {
    keep(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    keep(String(reason));
  });
}

function driving(ask: Ask, close: () => Promise<void>): Driver {
  const errors: string[] = [];

  const evaluate: Driver['evaluate'] = (body, ...parameters) =>
    ask('POST', '/execute/sync', {
      script: `${call(listen, [])}; return ${call(body, parameters)}`,
      args: [],
    });

  /** Takes over what the page that is left has kept. */
  async function collect(): Promise<void> {
    const kept = await evaluate(() => {
      const { dataset } = document.documentElement;
      const { errors = '[]' } = dataset;
      dataset['errors'] = '[]';
      return JSON.parse(errors) as string[];
    });
    errors.push(...kept);
  }

  async function go(path: string, body: object = {}): Promise<void> {
    await collect();
    await ask('POST', path, body);
  }

  return {
    evaluate,
    async open(address) {
      await go('/url', { url: 'about:blank' });
      await go('/url', { url: address });
    },
    reload: () => go('/refresh'),
    back: () => go('/back'),
    forward: () => go('/forward'),
    async resize({ width, height }) {
      let bar = 0;
      await until(`a window of ${width} × ${height}`, async () => {
        const [w, h, outer] = await evaluate(() => [innerWidth, innerHeight, outerHeight] as const);
        if (w === width && h === height) return true;
        bar = outer - h;
        await ask('POST', '/window/rect', { x: 0, y: 0, width, height: height + bar });
        return null;
      });
    },
    // WebKitWebDriver loses turns of the wheel and keys after some openings of a page, all of them until the next. The
    // page is scrolled as they would scroll it.
    wheel: (deltaY) =>
      evaluate((by) => {
        scrollBy({ top: by, behavior: 'instant' });
      }, deltaY),
    async press(key) {
      if (key !== 'End' && key !== 'Home') throw new Error(`WebKit hears of no key ${key}`);
      await evaluate((isEnd) => {
        scrollTo({ top: isEnd ? document.documentElement.scrollHeight : 0, behavior: 'instant' });
      }, key === 'End');
    },
    async click(selector) {
      const found = await ask<Record<typeof ELEMENT, string>>('POST', '/element', {
        using: 'css selector',
        value: selector,
      });
      await ask('POST', `/element/${found[ELEMENT]}/click`, {});
    },
    async screenshot() {
      return Buffer.from(await ask<string>('GET', '/screenshot'), 'base64');
    },
    async errors() {
      await collect();
      return errors;
    },
    close,
  };
}
