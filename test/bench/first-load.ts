import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { createHttpServer } from '@/cloud/entry/http';
import { CHROMIUM_ARGS, chromiumPath } from '../browser/chromium';

/** Bytes of JavaScript, zipped, that a first visit of the home page runs; the offline worker's own copy is not among them. */
export async function firstLoad(): Promise<number> {
  const server = createHttpServer({ policyRoot: 'src/policy', webRoot: 'dist/h5' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (!/\.js(\?|$)/.test(response.url())) return;
      sizes.push(
        response.body().then(
          (body) => gzipSync(body, { level: 9 }).length,
          () => 0,
        ),
      );
    });
    await page.goto(`http://127.0.0.1:${port}/?scene=cq9Xw4Rt`, { waitUntil: 'networkidle' });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
