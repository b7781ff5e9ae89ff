import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright-core';
import { createHttpServer } from '@/cloud/entry/http';
import { CHROMIUM_ARGS, chromiumPath } from '../browser/chromium';

/** A cheap phone, as Chromium counts it. */
const SLOWER = 4;
const ROUNDS = 8;

/** Presses the button and says how long it takes until the next question has been drawn, in ms. */
const pressed = (page: Page, word: string): Promise<number> =>
  // no function inside: tsx would name it with a helper the page does not have
  page.evaluate(async (name) => {
    const before = document.querySelector('.form-head__title')?.textContent;
    const button = Array.from(document.querySelectorAll('button')).find((one) => one.textContent === name);
    const began = performance.now();
    button?.click();
    while (document.querySelector('.form-head__title')?.textContent === before)
      await new Promise(requestAnimationFrame);
    // drawn, not only decided
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
  }, word);

/** The form's next screen on a slowed processor: the median and the 95th percentile of many presses, in ms. */
export async function wizardFigures(): Promise<{ median: number; p95: number }> {
  const server = createHttpServer({ policyRoot: 'src/policy', webRoot: 'dist/h5' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const place = JSON.stringify({ data: JSON.stringify({ region: '500000', unit: '500242' }) });
    const localStorage = [{ name: 'bangfu:place:1', value: place }];
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      serviceWorkers: 'block',
      storageState: { cookies: [], origins: [{ origin, localStorage }] },
    });
    const page = await context.newPage();
    await page.goto(`${origin}/#/packages/apply/form/index?id=public-post`, { waitUntil: 'networkidle' });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const answer of ['是', '不是']) {
        await page.locator('label.ui-choice', { hasText: answer }).first().click();
        taken.push(await pressed(page, '下一题'));
      }
      for (let back = 0; back < 2; back++) taken.push(await pressed(page, '上一题'));
    }
    taken.sort((a, b) => a - b);
    const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
    return { median: at(0.5), p95: at(0.95) };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
