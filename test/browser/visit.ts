/** A person with a phone: sees words, taps names, and notices whatever goes wrong on the way. */
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { axeFindings, misfits } from './checks';
import { shiftClock, TODAY } from './clock';
import { type Kept, type Phone, storageOf } from './phone';

export interface VisitOptions extends Kept {
  /** the phone's clock; default: that of the server */
  readonly now?: string;
  /** path and query opened first */
  readonly address?: string;
  /** the offline worker too; else every file comes over the network */
  readonly worker?: boolean;
  /** console errors this visit causes on purpose */
  readonly expected?: RegExp;
}

// generous: a busy machine must not fail a test, and what is there is seen at once
const PATIENCE_MS = 10_000;

/** Chromium's word for a request that found no network. */
const NO_NETWORK = /net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/;

export class Visit {
  /** page errors, console errors, requests to anywhere else */
  readonly complaints: string[] = [];
  readonly requests: Request[] = [];
  private offline = false;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly origin: string,
    private readonly expected: RegExp | undefined,
  ) {}

  static async start(browser: Browser, origin: string, phone: Phone, options: VisitOptions): Promise<Visit> {
    const context = await browser.newContext({
      viewport: { width: phone.width, height: phone.height },
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      serviceWorkers: options.worker ? 'allow' : 'block',
      storageState: { cookies: [], origins: [{ origin, localStorage: storageOf(phone, options) }] },
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(shiftClock, options.now ?? `${TODAY}T09:00:00+08:00`);
    const visit = new Visit(await context.newPage(), context, origin, options.expected);
    visit.listen();
    await visit.page.goto(`${origin}${options.address ?? '/'}`);
    return visit;
  }

  private listen(): void {
    const complain = (text: string) => {
      if (this.expected?.test(text)) return;
      if (this.offline && NO_NETWORK.test(text)) return;
      this.complaints.push(text);
    };
    this.page.on('pageerror', (error) => complain(`page error: ${error.stack ?? error.message}`));
    this.page.on('console', (message) => {
      if (message.type() === 'error') complain(`console: ${message.text()} ${message.location().url}`);
    });
    this.context.on('request', (request) => {
      this.requests.push(request);
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== this.origin) {
        complain(`asks elsewhere: ${request.url()}`);
      }
    });
  }

  /** Waits for words on the shown page; the pages behind it are not displayed. */
  async sees(...words: readonly (string | RegExp)[]): Promise<void> {
    for (const text of words) await this.wait(this.text(text).first(), `does not see ${text}`);
  }

  async seesNot(text: string | RegExp): Promise<void> {
    const shown = this.text(text).first();
    await shown.waitFor({ state: 'detached' }).catch(async () => this.fail(`still sees ${text}`));
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true });
  }

  /** The title of the page that is open. */
  async isOn(title: string): Promise<void> {
    await this.wait(
      this.page.getByRole('heading', { level: 1, name: title, exact: true }),
      `is not on ${title}`,
    );
  }

  /** A link, a button or an answer. */
  control(name: string | RegExp): Locator {
    const { page } = this;
    const exact = typeof name === 'string' ? { name } : { name };
    return page
      .getByRole('link', exact)
      .or(page.getByRole('button', exact))
      .or(page.locator('label.ui-choice', { hasText: name }))
      .filter({ visible: true })
      .first();
  }

  /**
   * Taro's components move what they hold into place right after they are drawn; what is moved under a finger takes
   * neither the tap nor the letters. No hand is as fast as that.
   */
  private still(): Promise<void> {
    return this.page.evaluate(
      ([quiet, longest]) =>
        new Promise<void>((resolve) => {
          const done = () => {
            moved.disconnect();
            clearTimeout(timer);
            resolve();
          };
          let timer = setTimeout(done, quiet);
          const moved = new MutationObserver(() => {
            clearTimeout(timer);
            timer = setTimeout(done, quiet);
          });
          moved.observe(document.body, { childList: true, subtree: true });
          setTimeout(done, longest);
        }),
      [40, 800] as const,
    );
  }

  async tap(name: string | RegExp): Promise<void> {
    await this.control(name)
      .waitFor()
      .catch(() => this.fail(`cannot tap ${name}`));
    await this.still();
    await this.control(name)
      .tap()
      .catch(() => this.fail(`cannot tap ${name}`));
  }

  /** Whether an answer is marked. */
  chosen(answer: string): Promise<boolean> {
    return this.page.locator('label.ui-choice', { hasText: answer }).locator('input').isChecked();
  }

  async fills(label: string, value: string): Promise<void> {
    const field = this.page.getByLabel(label).filter({ visible: true });
    const before = await field.inputValue();
    // Taro's components move what they hold into place right after they are drawn, and a field that is moved takes
    // nothing: no hand is as fast as that
    for (let tries = 1; ; tries += 1) {
      await field.fill(value);
      const after = await field.inputValue();
      if (after !== before || after === value) return;
      if (tries === 5) await this.fail(`${label} takes nothing`);
      await this.page.waitForTimeout(50);
    }
  }

  back(): Promise<void> {
    return this.tap('返回');
  }

  async cutNetwork(): Promise<void> {
    this.offline = true;
    await this.context.setOffline(true);
  }

  async restoreNetwork(): Promise<void> {
    await this.context.setOffline(false);
    this.offline = false;
  }

  /** Every screen, in every state it is met in. */
  async looksRight(): Promise<void> {
    const [axe, fit] = [await axeFindings(this.page), await misfits(this.page)];
    if (axe.length + fit.length > 0) await this.fail([...axe, ...fit].join('\n'));
  }

  /** Asks again and again until it is so. */
  async until(holds: () => Promise<boolean>, otherwise: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (Date.now() > end) await this.fail(otherwise);
      await this.page.waitForTimeout(50);
    }
  }

  private async wait(locator: Locator, otherwise: string): Promise<void> {
    await locator.waitFor().catch(() => this.fail(otherwise));
  }

  /** @throws with what is on the screen instead */
  private async fail(what: string): Promise<never> {
    const shown = await this.page.locator('body').innerText();
    throw new Error(`${what}\n\n--- ${this.page.url()}\n${shown.slice(0, 1200)}`);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
