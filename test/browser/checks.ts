/** What every screen is held to: axe, nothing cut off, nothing that scrolls sideways. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** One line for each element axe finds something wrong with. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // through the debugger: the page's own content security policy stays as it is
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    // a bundler renames imports, so inside the page axe goes by its global name
    const { axe: here } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await here.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
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
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || element.closest('.ui-unseen')) continue;
      range.selectNodeContents(node);
      const control = element.closest('a, button, label');
      for (const rect of Array.from(range.getClientRects())) {
        if (rect.width === 0) continue;
        if (rect.left < -1 || rect.right > width + 1) say('past the edge', element);
        if (control && outside(rect, control.getBoundingClientRect())) say('outside its control', element);
      }
    }

    for (const element of Array.from(document.querySelectorAll<HTMLElement>('.taro_page *'))) {
      if (element.closest('.ui-unseen') || element.clientWidth === 0 || !element.innerText?.trim()) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        say('cut off sideways', element);
      if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
        say('cut off below', element);
    }
    return [...new Set(found)];
  }, page.viewportSize()?.width ?? 0);
}
