import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright-core';
import { createHttpServer } from '@/cloud/entry/http';
import { CHROMIUM_ARGS, chromiumPath } from '../browser/chromium';
import { diaryStorage, thousandDays } from '../diaries';

/** A cheap phone, as Chromium counts it. */
const SLOWER = 4;
const ROUNDS = 5;

export interface DiaryFigures {
  /** medians, in ms: the first time, with its code read and begun, and the next times */
  readonly first: number;
  readonly again: number;
  readonly kilobytes: number;
}

/** Opened from the page before it, until the month has been drawn; at most half a minute. */
const opened = (page: Page): Promise<number> =>
  // no function inside: tsx would name it with a helper the page does not have
  page.evaluate(async () => {
    const began = performance.now();
    document.querySelector<HTMLAnchorElement>('a[href*="rights/diary"]')?.click();
    while (!document.querySelector('.diary-grid') && performance.now() - began < 30_000)
      await new Promise(requestAnimationFrame);
    // drawn, not only decided
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
  });

/** A diary of 1,000 days on a slowed processor. */
export async function diaryFigures(): Promise<DiaryFigures> {
  const server = createHttpServer({ policyRoot: 'src/policy', webRoot: 'dist/h5' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  const localStorage = [...diaryStorage(thousandDays('2026-11-20'))];
  try {
    const first: number[] = [];
    const again: number[] = [];
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
      first.push(await opened(page));
      await page.goBack();
      await page.waitForSelector('.diary-grid', { state: 'detached' });
      again.push(await opened(page));
      await context.close();
    }
    const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
    const bytes = localStorage.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
    return { first: median(first), again: median(again), kilobytes: bytes / 1000 };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
