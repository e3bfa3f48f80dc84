// Who reads? The browser of this run before the built site, on a server of its own; every test asks whether anything failed.

import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, inject } from 'vitest';
import { base } from '../../scripts/address.ts';
import { DIST, server } from '../../scripts/serve.ts';
import type { Driver, Mode, Start } from './driver.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: 'firefox' | 'webkit';
  }
}

const STARTS: Readonly<Record<'firefox' | 'webkit', Start>> = { firefox, webkit };

/** Browsers report a ResizeObserver that needs another frame as an error of the page; it is none. */
const NOTICE = 'ResizeObserver loop';

/** Pictures of what the window showed when a test failed. */
const PICTURES = fileURLToPath(new URL('../../test-results/browsers/', import.meta.url));

/** A browser whose addresses begin at the site: `open('/')` opens the story. */
export async function reader(mode: Mode = {}): Promise<Driver> {
  const name = inject('browser');
  const failures: string[] = [];
  // Firefox asks for it when it turns back to a page, though every page names its icon.
  const isExpected = (url: string) => url === '/favicon.ico';
  const site = server(DIST, base);
  site.on('request', ({ url }, response) => {
    response.on('finish', () => {
      if (response.statusCode >= 400 && !isExpected(url ?? ''))
        failures.push(`${url ?? ''}: ${response.statusCode}`);
    });
  });
  site.listen(0, 'localhost');
  await once(site, 'listening');
  const listening = site.address();
  const port = typeof listening === 'object' ? listening?.port : undefined;
  const driver = await STARTS[name](mode);

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      mkdirSync(PICTURES, { recursive: true });
      const words = `${name} ${basename(task.file.name, '.test.ts')} ${task.name}`;
      const file = `${words.replace(/[^\p{L}\d]+/gu, '-')}.png`;
      writeFileSync(PICTURES + file, await driver.screenshot());
    }
    const errors = (await driver.errors()).filter((error) => !error.startsWith(NOTICE));
    expect([...errors, ...failures], 'what went wrong in the page').toEqual([]);
  });

  afterAll(async () => {
    await driver.close();
    site.close();
    site.closeAllConnections();
  });

  return {
    ...driver,
    open: (path) =>
      driver.open(new URL(base + path.replace(/^\//, ''), `http://localhost:${port ?? 0}`).href),
  };
}
