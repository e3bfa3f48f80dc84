// How is Firefox driven? By puppeteer-core, which speaks WebDriver BiDi to the distribution's.

import puppeteer from 'puppeteer-core';
import { firefox as installed } from '../../scripts/firefox.ts';
import { call, until, wheelAt, type Driver, type Mode, type Size } from './driver.ts';

export async function firefox({ calm = false, plain = false }: Mode): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: installed().path,
    headless: true,
    extraPrefsFirefox: {
      'ui.prefersReducedMotion': calm ? 1 : 0,
      'javascript.enabled': !plain,
    },
  });
  const errors: string[] = [];
  let size: Size | null = null;
  let page = await tab();

  async function tab() {
    const fresh = await browser.newPage();
    await fresh.setViewport(size);
    fresh.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
    fresh.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return fresh;
  }

  const evaluate: Driver['evaluate'] = async (body, ...parameters) =>
    (await page.evaluate(call(body, parameters))) as ReturnType<typeof body>;

  /** The protocol tells nothing when a page comes back as it was left, so puppeteer would wait in vain. */
  async function turn(pages: number): Promise<void> {
    const address = () => evaluate(() => location.href).catch(() => null);
    const left = await address();
    await evaluate((delta) => {
      history.go(delta);
    }, pages);
    await until('another page of the history', async () => {
      const now = await address();
      return now === null || now === left ? null : now;
    });
  }

  return {
    evaluate,
    async open(address) {
      const left = page;
      page = await tab();
      await left.close();
      await page.goto(address);
    },
    async reload() {
      await page.reload();
    },
    back: () => turn(-1),
    forward: () => turn(1),
    async resize(wanted) {
      size = wanted;
      await page.setViewport(size);
      await until(`a window of ${wanted.width} × ${wanted.height}`, async () => {
        const [width, height] = await evaluate(() => [innerWidth, innerHeight] as const);
        return width === wanted.width && height === wanted.height ? true : null;
      });
    },
    async wheel(deltaY) {
      if (!size) throw new Error('the window has no size yet');
      const { x, y } = wheelAt(size);
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY });
    },
    async press(key) {
      await page.keyboard.press(key);
    },
    async click(selector) {
      await page.click(selector);
    },
    screenshot: () => page.screenshot(),
    errors: () => Promise.resolve(errors),
    close: () => browser.close(),
  };
}
