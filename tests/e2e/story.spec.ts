// Is the stage, at rest, the built drawing of the step that is read, however the reader got there?

import { expect, test, type Page } from '@playwright/test';

const steps = [
  'alle-wege',
  'grosszuegiger-lieferant',
  'bestellung',
  'der-ring-schliesst-sich',
  'was-daraus-wurde',
];
const scenes = ['umsatz', 'zusage', 'bestellung', 'geschlossen', 'stand'];

type Format = 'page' | 'wide';
type Drawn = readonly {
  readonly className: string | null;
  readonly d: string | null;
  readonly dash: string | null;
}[];

/** The paths of each scene as the build wrote them on the chart's own page. */
async function built(page: Page, format: Format): Promise<Map<string, Drawn>> {
  await page.goto('/grafik/ring/');
  const drawings = await page.locator('section.scene').evaluateAll(
    (sections, name) =>
      sections.map(
        (section): [string, { className: string | null; d: string | null; dash: string | null }[]] => [
          section.id,
          [...section.querySelectorAll(`.drawing.${name} path`)].map((path) => ({
            className: path.getAttribute('class'),
            d: path.getAttribute('d'),
            dash: path.getAttribute('stroke-dasharray'),
          })),
        ],
      ),
    format,
  );
  return new Map(drawings);
}

/** What the stage shows when it has come to rest. */
async function onStage(page: Page, format: Format): Promise<Drawn> {
  await expect(page.locator('.stage')).toHaveAttribute('data-rests', '');
  return page.locator(`.stage .drawing.${format} path`).evaluateAll((paths) =>
    paths.map((path) => ({
      className: path.getAttribute('class'),
      d: path.getAttribute('d'),
      dash: path.getAttribute('stroke-dasharray'),
    })),
  );
}

/** The step that stands at the reading line, worked out from the page alone. */
function read(page: Page): Promise<string> {
  return page.evaluate(() => {
    const stage = document.querySelector('.stage-frame')?.getBoundingClientRect();
    const first = document.querySelector('.steps')?.getBoundingClientRect();
    const beside = stage && first ? stage.left >= first.right : true;
    const covered = beside || !stage ? 0 : stage.height;
    const line = covered + (innerHeight - covered) / 2;
    const all = [...document.querySelectorAll('.step')];
    return (all.findLast((step) => step.getBoundingClientRect().top <= line) ?? all[0])?.id ?? '';
  });
}

async function expectStill(page: Page, drawings: Map<string, Drawn>, format: Format): Promise<string> {
  // The stage may still be on its way to the step: what counts is where it comes to rest.
  await expect
    .poll(async () => {
      const scene = scenes[steps.indexOf(await read(page))] ?? '';
      const shown = await onStage(page, format);
      return JSON.stringify(shown) === JSON.stringify(drawings.get(scene));
    })
    .toBe(true);
  return read(page);
}

/** Waits until the reader has got to a step, then for its still. */
async function expectStep(
  page: Page,
  drawings: Map<string, Drawn>,
  format: Format,
  id: string,
): Promise<void> {
  await expect.poll(() => read(page)).toBe(id);
  expect(await expectStill(page, drawings, format)).toBe(id);
}

/** Scrolls until a step stands at the reading line. */
const scrollTo = (page: Page, id: string) =>
  page.evaluate((step) => {
    const box = document.getElementById(step)?.getBoundingClientRect();
    if (box) scrollBy({ top: box.top + box.height / 2 - innerHeight * 0.6, behavior: 'instant' });
  }, id);

for (const { name, format, width, height } of [
  { name: 'wide', format: 'wide', width: 1440, height: 900 },
  { name: 'phone', format: 'page', width: 390, height: 844 },
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test('each step reached by scrolling down and up shows its still', async ({ page }) => {
      const drawings = await built(page, format);
      expect([...drawings.keys()]).toEqual(scenes);
      await page.goto('/');
      for (const id of [...steps, ...[...steps].reverse()]) {
        await scrollTo(page, id);
        await expectStep(page, drawings, format, id);
      }
    });

    test('turning the wheel through the story ends at the still of the step that is read', async ({
      page,
    }) => {
      const drawings = await built(page, format);
      await page.goto('/');
      await page.mouse.move(width / 2, height - 100);
      const seen = new Set<string>();
      for (const turn of [900, 700, 1300, 500, 1100, -600, 900, -1700, 1500, 800]) {
        await page.mouse.wheel(0, turn);
        seen.add(await expectStill(page, drawings, format));
      }
      expect(seen.size).toBeGreaterThan(2);
    });

    test('End, Home and an anchor jump to the still that belongs there', async ({ page }) => {
      const drawings = await built(page, format);
      await page.goto('/');
      await page.keyboard.press('End');
      await expectStep(page, drawings, format, steps.at(-1) ?? '');
      await page.keyboard.press('Home');
      await expectStep(page, drawings, format, steps[0] ?? '');
      for (const id of ['der-ring-schliesst-sich', 'grosszuegiger-lieferant']) {
        await page.evaluate((step) => {
          location.hash = step;
        }, id);
        await expectStep(page, drawings, format, id);
      }
    });

    test('reloading in the middle shows the step that was read', async ({ page }) => {
      const drawings = await built(page, format);
      await page.goto('/');
      await scrollTo(page, 'bestellung');
      await expectStill(page, drawings, format);
      await page.reload();
      await expectStep(page, drawings, format, 'bestellung');
    });

    test('opening an address shows its step', async ({ page }) => {
      const drawings = await built(page, format);
      await page.goto('/#der-ring-schliesst-sich');
      await expectStep(page, drawings, format, 'der-ring-schliesst-sich');
    });
  });
}

test('a window cut from 1200 to 500 px of height shows the step at the new reading line', async ({
  page,
}) => {
  const narrow = await built(page, 'page');
  const wide = await built(page, 'wide');
  await page.setViewportSize({ width: 1200, height: 1200 });
  await page.goto('/');
  for (const id of steps) {
    await page.setViewportSize({ width: 1200, height: 1200 });
    await scrollTo(page, id);
    await expectStill(page, wide, 'wide');
    await page.setViewportSize({ width: 1200, height: 500 });
    await expectStill(page, narrow, 'page');
    for (const turn of [320, 320, -160]) {
      await page.mouse.wheel(0, turn);
      await expectStill(page, narrow, 'page');
    }
  }
});

test('a hundred changes of step leave no more nodes than one', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const drawings = await built(page, 'wide');
  await page.goto('/');
  await scrollTo(page, 'bestellung');
  await expectStill(page, drawings, 'wide');
  const before = await page.evaluate(() => document.querySelectorAll('*').length);
  for (let turn = 0; turn < 100; turn++) await scrollTo(page, steps[(turn * 3) % steps.length] ?? '');
  await scrollTo(page, 'bestellung');
  await expectStill(page, drawings, 'wide');
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBe(before);
});

test('the address follows the step and fills no history', async ({ page }) => {
  await page.goto('/');
  const before = await page.evaluate(() => history.length);
  for (const id of steps) {
    await scrollTo(page, id);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${id}`);
  }
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
});

test('dashes travel round the closed ring, and stop on the button', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await scrollTo(page, 'der-ring-schliesst-sich');
  await expect(page.locator('.stage')).toHaveAttribute('data-rests', '');
  const travelling = page.locator('.stage .drawing.wide .travel');
  await expect(travelling).toHaveCount(3);
  const offset = () => travelling.first().evaluate((path) => getComputedStyle(path).strokeDashoffset);
  const first = await offset();
  await expect.poll(offset).not.toBe(first);
  await page.getByRole('button', { name: 'Bewegung anhalten' }).click();
  await expect(travelling.first()).toBeHidden();
  await page.getByRole('button', { name: 'Bewegung fortsetzen' }).click();
  await expect(travelling.first()).toBeVisible();
});

test('addresses of notes stay as they are', async ({ page }) => {
  await page.goto('/#beleg-3');
  await expect(page.locator('#beleg-3')).toBeInViewport();
  await page.mouse.wheel(0, 60);
  await expect(page.locator('.stage')).toHaveAttribute('data-rests', '');
  expect(await page.evaluate(() => location.hash)).toBe('#beleg-3');
});

test('opening tables, turning and resizing leave the stage where it is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const size of [
    { width: 844, height: 390 },
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await scrollTo(page, 'bestellung');
    await expect(page.locator('#bestellung')).toHaveAttribute('data-active', '');
    await expect(page.locator('.stage-frame')).toBeVisible();
  }
});
