/**
 * Opens a built WeChat package as a whole on miniprogram-simulate's engine: pages, stack, tabs, subpackages, taps,
 * typing, recorded `wx` calls. It runs in a simulator; it is not WeChat's own base library.
 */
import jComponent from 'j-component';
import { Event } from 'miniprogram-exparser';
import { clockAt } from './clock';
import { Components } from './components';
import { controlsOf, dataOf, nodeOf } from './controls';
import { type Call, LogicLayer } from './logic';
import { type OpenPage, PageStack, readAppJson, tell } from './pages';
import { createWx, type WxStub } from './wx';

export { type Call, dataOf };

export interface OpenOptions {
  readonly root: string;
  /** what the phone has kept; the same map again is the same phone */
  readonly storage?: Map<string, string>;
  readonly query?: Readonly<Record<string, string>>;
  /** the phone's clock when the app opens, local time */
  readonly now: string;
  readonly handlers?: Record<string, Call>;
}

/** generous: a busy machine is no failure */
const PATIENCE_MS = 6000;

export class Simulator {
  readonly storage: Map<string, string>;
  readonly stub: WxStub;
  private readonly stack: PageStack;
  private readonly logic: LogicLayer;
  /** what the package is told about how it was opened */
  private readonly opened: { query: Readonly<Record<string, string>> };

  constructor({ root, storage = new Map(), query = {}, now, handlers = {} }: OpenOptions) {
    this.storage = storage;
    this.stack = new PageStack(root, () => components);
    const navigate = (name: string, options: object) => this.stack.navigate(name, { ...options });
    this.opened = { query };
    this.stub = createWx({ storage, opened: this.opened, handlers, navigate });
    this.logic = new LogicLayer({
      root,
      wx: this.stub.wx,
      Date: clockAt(now),
      behavior: jComponent.behavior,
      pages: () => this.stack.open.map(({ instance }) => instance),
    });
    const components = new Components(root, this.logic);
    this.logic.run('app.js');
    const [first = ''] = readAppJson(root).pages;
    this.logic.launch({ path: first, query, scene: 1047, referrerInfo: {} });
  }

  /** Opens the first page, or the one a share card or a test names. */
  async start(url = '/pages/home/index'): Promise<this> {
    await this.stack.push(url);
    return this;
  }

  get page(): OpenPage {
    return this.stack.top;
  }

  /** the pages on the stack, the last one shown */
  get routes(): readonly string[] {
    return this.stack.open.map(({ route }) => route);
  }

  /** everything the page shows, as one line */
  get text(): string {
    return (this.page.container.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Polls, because rendering is asynchronous: never sleep for a fixed time. */
  async until<T>(look: () => T, what = 'a condition', patience = PATIENCE_MS): Promise<NonNullable<T>> {
    for (const end = Date.now() + patience; ; ) {
      const found = look();
      if (found) return found;
      if (Date.now() > end) {
        const shown = this.stack.open.length > 0 ? `${this.page.route}: ${this.text}` : 'no page';
        throw new Error(`waited in vain for ${what} on ${shown}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
  }

  /** Waits until the page shows all of these texts; spaces between numbers and words do not count. */
  async see(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.until(() => this.shows(text), `“${text}”`);
  }

  async unsee(text: string): Promise<void> {
    await this.until(() => !this.shows(text), `“${text}” to go`);
  }

  private shows(text: string): boolean {
    return unspaced(this.text).includes(unspaced(text));
  }

  /** Waits until a page is the one shown. */
  async at(route: string): Promise<void> {
    await this.until(() => this.page.route.includes(route) && this.text !== '', `page ${route}`);
  }

  /** Elements by class name or tag, for what has no text. */
  all(selector: string): readonly Element[] {
    return Array.from(this.page.container.querySelectorAll(selector));
  }

  /** What can be pressed, by the name a screen reader says: all of it, or its first part. */
  controls(name?: string): readonly Element[] {
    return controlsOf(this.page.container, name);
  }

  isOn(name: string): boolean {
    const data = dataOf(this.controls(name)[0] ?? this.page.container);
    return data.ariaChecked === 'true' || data.ariaSelected === 'true';
  }

  /**
   * Presses the one control of that name.
   * @param inside a part of the page, when the page behind has one of the same name
   */
  async tap(name: string, inside = '*'): Promise<void> {
    const [control, ...others] = await this.until(() => {
      const found = this.controls(name).filter((one) => one.closest(inside) !== null);
      return found.length > 0 ? found : null;
    }, `a control “${name}”`);
    if (others.length > 0) throw new Error(`${others.length + 1} controls are called “${name}”`);
    this.fire(control, 'tap', { x: 1, y: 1 });
  }

  /** Types into the field of that label. */
  async type(label: string, value: string): Promise<void> {
    const find = () =>
      this.all('wx-input, wx-textarea').find((element) => dataOf(element).ariaLabel === label);
    this.fire(await this.until(find, `a field “${label}”`), 'input', { value, cursor: value.length });
  }

  /** Turns the only date wheel of the page to a day. */
  async pickDay(value: string): Promise<void> {
    const find = () => this.all('wx-picker')[0];
    this.fire(await this.until(find, 'a date picker'), 'change', { value });
  }

  /** The phone's own back gesture. */
  async back(): Promise<void> {
    const depth = this.routes.length;
    await this.stack.navigate('navigateBack', {});
    await this.until(() => this.routes.length === depth - 1, 'the page before');
  }

  /** Opens a page the way the package itself would. */
  async visit(url: string): Promise<void> {
    await this.stack.navigate(url.startsWith('/pages/') ? 'switchTab' : 'navigateTo', { url });
  }

  /** The app was in the background and comes back, perhaps through another code. */
  resume(query: Readonly<Record<string, string>> = {}): void {
    this.opened.query = query;
    this.logic.show({ path: this.page.route, query, scene: 1047, referrerInfo: {} });
  }

  /** Calls what WeChat itself calls on a page: onPullDownRefresh, onShareAppMessage … */
  tell(name: string, ...args: readonly unknown[]): unknown {
    return tell(this.page, name, ...args);
  }

  callsOf(name: string): readonly (readonly unknown[])[] {
    return this.stub.calls.filter((call) => call.name === name).map(({ args }) => args);
  }

  /** Ends the app as the phone does when it needs the memory. */
  close(): void {
    this.logic.end();
    this.stack.close();
  }

  private fire(element: Element | undefined, type: string, detail: object): void {
    const node = element && nodeOf(element);
    if (!node) throw new Error(`nothing to send “${type}” to`);
    const options = {
      bubbles: true,
      composed: true,
      capturePhase: true,
      extraFields: { touches: [], changedTouches: [] },
    };
    Event.dispatchEvent(node, Event.create(type, detail, options));
  }
}

const unspaced = (text: string): string => text.replace(/\s+/g, '');
