/** What every screen is held to: axe, nothing cut off, nothing that scrolls sideways. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** One line for each element axe finds something wrong with. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // through the debugger: the page's own content security policy stays as it is
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    // what was tapped is drawn paler until Chromium lets go of it
    for (let frame = 0; frame < 120 && document.querySelector('.ui-press:active'); frame++) {
      await new Promise(requestAnimationFrame);
    }
    // behind a dialog the page is dimmed and out of reach; a bundler renames imports, so inside the page axe goes by its global name
    const { axe: here } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await here.run(document.querySelector('[aria-modal=true]') ?? document, {
      runOnly: tags,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? help}: ${html.slice(0, 160)}`),
    );
  }, RULES);
}

/** Words that do not fit: cut off, past the edge of the screen, or outside the control they belong to. */
export function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate((width) => {
    const found: string[] = [];
    const say = (what: string, element: Element) =>
      found.push(`${what}: <${element.className}> ${(element.textContent ?? '').slice(0, 40)}`);

    if (document.documentElement.scrollWidth > width) found.push('the document scrolls sideways');
    for (const box of Array.from(document.querySelectorAll('.taro_page'))) {
      if (box.scrollWidth > box.clientWidth) say('the page scrolls sideways', box);
    }

    const outside = (inner: DOMRect, outer: DOMRect) =>
      inner.left < outer.left - 1 ||
      inner.right > outer.right + 1 ||
      inner.top < outer.top - 2 ||
      inner.bottom > outer.bottom + 2;
    const cuts = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return overflowX !== 'visible' || overflowY !== 'visible';
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      // read out only: one pixel on purpose
      if (!element || !node.textContent?.trim() || element.closest('.ui-unseen')) continue;
      range.selectNodeContents(node);
      const rects = Array.from(range.getClientRects()).filter((rect) => rect.width > 0);
      if (rects.some((rect) => rect.left < -1 || rect.right > width + 1)) say('past the edge', element);
      // a page may scroll, a pane of a desk's screen, and a panel that is too tall
      const scrolls = '.taro_page, .ui-pane, .ui-sheet__panel';
      for (let box: Element | null = element; box && !box.matches(scrolls); box = box.parentElement) {
        const edge = box.getBoundingClientRect();
        if (cuts(box) && rects.some((rect) => outside(rect, edge))) say('cut off', element);
        if (box.matches('a, button, label') && rects.some((rect) => outside(rect, edge)))
          say('outside its control', element);
        // what hangs over the page is not cut by what it was written in
        if (getComputedStyle(box).position === 'fixed') break;
      }
    }
    return [...new Set(found)];
  }, page.viewportSize()?.width ?? 0);
}
