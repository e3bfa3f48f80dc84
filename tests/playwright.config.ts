// How does Playwright test the built site? Against the server of `npm start`, with the browser that scripts/browser.ts found.

import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { base } from '../scripts/address.ts';
import { launchOptions } from '../scripts/browser.ts';

/** Not that of `npm start`, which may be running. */
const PORT = process.env.E2E_PORT ?? '4331';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = `${ROOT}test-results`;
const { CHROMIUM_PATH, CHROMIUM_SANDBOX } = process.env;

export default defineConfig({
  testDir: 'e2e',
  outputDir: `${RESULTS}/end-to-end`,
  reporter: [['list'], ['json', { outputFile: `${RESULTS}/end-to-end.json` }]],
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  // Two tests at a time on two cores, each with a page of forty figures: a second or two is no fault.
  expect: { timeout: 10_000 },
  globalTimeout: 10 * 60_000,
  use: {
    baseURL: `http://localhost:${PORT}${base}`,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: launchOptions(CHROMIUM_PATH, Boolean(CHROMIUM_SANDBOX)),
      },
    },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/serve.ts`,
    cwd: ROOT,
    env: { PORT },
    url: `http://localhost:${PORT}${base}`,
    reuseExistingServer: false,
  },
});
