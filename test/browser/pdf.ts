/** A PDF as a browser shows it: pdf.js in Chromium, so neither the drawing nor the reading is ours. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from './chromium';

const PDFJS = path.join(__dirname, '../../node_modules/pdfjs-dist/build');
/** Never leaves this machine: every request is answered here. */
const ORIGIN = 'http://pdf.localhost';
const PAGE = `<!doctype html><canvas></canvas>
<script type="module">import * as pdfjs from '/pdf.mjs'; window.pdfjs = pdfjs;</script>`;

export interface Rendered {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  /** RGBA of the first page */
  readonly pixels: Uint8ClampedArray;
  readonly png: Buffer;
  /** the first page's text in the order it was drawn */
  readonly text: string;
  /** what pdf.js had to say, such as of a font it could not read */
  readonly complaints: readonly string[];
}

/** @param scale pixels a point: 2 is what a phone sees at arm's length */
export async function renderPdf(pdf: Buffer, scale = 2): Promise<Rendered> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
      if (pathname === '/file.pdf') return route.fulfill({ contentType: 'application/pdf', body: pdf });
      const body = readFileSync(path.join(PDFJS, path.basename(pathname)));
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto(`${ORIGIN}/`);
    await page.waitForFunction(() => 'pdfjs' in window);
    const drawn = await page.evaluate(draw, scale);
    const [, base64 = ''] = drawn.png.split(',');
    const pixels = new Uint8ClampedArray(Buffer.from(drawn.pixels, 'base64'));
    return { ...drawn, pixels, png: Buffer.from(base64, 'base64'), complaints };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function draw(scale: number) {
  const { pdfjs } = window as unknown as { pdfjs: typeof import('pdfjs-dist') };
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
  const file = await pdfjs.getDocument({ url: '/file.pdf' }).promise;
  const page = await file.getPage(1);
  const viewport = page.getViewport({ scale });
  const canvas = document.querySelector('canvas') as HTMLCanvasElement;
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  await page.render({ canvasContext: context, viewport }).promise;
  const { items } = await page.getTextContent();
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const reader = new FileReader();
  const pixels = await new Promise<string>((resolve) => {
    reader.onload = () => resolve((reader.result as string).split(',')[1] ?? '');
    reader.readAsDataURL(new Blob([data]));
  });
  return {
    pages: file.numPages,
    width: canvas.width,
    height: canvas.height,
    pixels,
    png: canvas.toDataURL(),
    text: items.map((item) => ('str' in item ? item.str : '')).join('\n'),
  };
}
