import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { createHttpServer } from '@/cloud/entry/http';
import { CHROMIUM_ARGS, chromiumPath } from '../browser/chromium';
import { diaryStorage, thousandDays } from '../diaries';

/** A cheap phone, as Chromium counts it. */
const SLOWER = 4;
const ROUNDS = 5;

/** A diary of 1,000 days, opened from the page before it on a slowed processor: the median of first openings, in ms. */
export async function diaryFigures(): Promise<{ median: number; most: number; kilobytes: number }> {
  const server = createHttpServer({ policyRoot: 'src/policy', webRoot: 'dist/h5' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  const localStorage = [...diaryStorage(thousandDays('2026-11-20'))];
  try {
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 640 },
        serviceWorkers: 'block',
        storageState: { cookies: [], origins: [{ origin, localStorage }] },
      });
      const page = await context.newPage();
      await page.goto(`${origin}/#/packages/rights/home/index`, { waitUntil: 'networkidle' });
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      taken.push(
        await page.evaluate(async () => {
          const began = performance.now();
          document.querySelector<HTMLAnchorElement>('a[href*="rights/diary"]')?.click();
          while (!document.querySelector('.diary-grid') && performance.now() - began < 30_000)
            await new Promise(requestAnimationFrame);
          // drawn, not only decided
          await new Promise(requestAnimationFrame);
          return performance.now() - began;
        }),
      );
      await context.close();
    }
    taken.sort((a, b) => a - b);
    const bytes = localStorage.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
    return {
      median: taken[taken.length >> 1] ?? 0,
      most: taken[taken.length - 1] ?? 0,
      kilobytes: bytes / 1000,
    };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
