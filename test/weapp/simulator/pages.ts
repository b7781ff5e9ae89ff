import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import jComponent from 'j-component';
import type { Components } from './components';
import type { WxOptions } from './wx';

interface TabItem {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath: string;
  readonly selectedIconPath: string;
}

export interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly preloadRule?: Readonly<Record<string, { readonly packages: readonly string[] }>>;
  readonly tabBar?: { readonly list: readonly TabItem[] };
  readonly [name: string]: unknown;
}

export const readAppJson = (root: string): AppJson =>
  JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as AppJson;

/** Every page app.json names, subpackages too. */
export const routesOf = ({ pages, subPackages = [] }: AppJson): readonly string[] => [
  ...pages,
  ...subPackages.flatMap((sub) => sub.pages.map((page) => path.posix.join(sub.root, page))),
];

/** What a page of the package consists of; all of it must be there. */
export const filesOf = (route: string): readonly string[] =>
  ['js', 'json', 'wxml'].map((end) => `${route}.${end}`);

/** One page on the stack. */
export interface OpenPage {
  readonly route: string;
  /** the page object the package made: its life cycle and share functions */
  readonly instance: Record<string, unknown>;
  readonly container: HTMLElement;
  readonly detach: () => void;
}

/** WeChat refuses to open an eleventh page. */
const DEEPEST = 10;
const tick = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The page stack with WeChat's rules for tabs, depth and life cycle. */
export class PageStack {
  readonly open: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();
  private readonly routes: readonly string[];
  private readonly tabRoutes: readonly string[];

  constructor(
    private readonly root: string,
    private readonly components: () => Components,
  ) {
    const app = readAppJson(root);
    this.routes = routesOf(app);
    this.tabRoutes = (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath);
  }

  get top(): OpenPage {
    const page = this.open[this.open.length - 1];
    if (!page) throw new Error('no page is open');
    return page;
  }

  async push(url: string): Promise<OpenPage> {
    const { route, query } = parse(url);
    if (!this.routes.includes(route)) throw new Error(`page "${route}" is not found`);
    for (const file of filesOf(route)) {
      if (!existsSync(path.join(this.root, file))) throw new Error(`${file} is not in the package`);
    }
    const made = jComponent.create(this.components().idOf(route, true), {});
    const container = document.body.appendChild(document.createElement('div'));
    const instance = Object.assign(made.instance, { route, __route__: route, options: query });
    const page: OpenPage = { route, instance, container, detach: () => made.detach() };
    this.open.push(page);
    made.attach(container);
    tell(page, 'onLoad', query);
    tell(page, 'onShow');
    await tick();
    tell(page, 'onReady');
    return page;
  }

  /** wx.navigateTo and its relatives. */
  async navigate(name: string, { url, delta }: WxOptions): Promise<void> {
    await tick();
    if (name === 'navigateBack') return this.back(typeof delta === 'number' ? delta : 1);
    const address = String(url);
    const isTab = this.tabRoutes.includes(parse(address).route);
    if (name === 'switchTab') {
      if (!isTab) throw new Error('can not switch to no-tabBar page');
      return this.switchTab(address);
    }
    if (isTab && name !== 'reLaunch') throw new Error(`can not ${name} a tabbar page`);
    if (name === 'navigateTo') {
      if (this.open.length >= DEEPEST) throw new Error('webview count limit exceed');
      tell(this.top, 'onHide');
    }
    if (name === 'redirectTo') this.unload();
    if (name === 'reLaunch') this.close();
    await this.push(address);
  }

  close(): void {
    while (this.open.length > 0) this.unload();
    for (const page of this.tabs.values()) end(page);
    this.tabs.clear();
  }

  private async back(delta: number): Promise<void> {
    for (let left = delta; left > 0 && this.open.length > 1; left--) this.unload();
    tell(this.top, 'onShow');
    await tick();
  }

  private async switchTab(url: string): Promise<void> {
    while (this.open.length > 0) {
      const page = this.open.pop() as OpenPage;
      if (!this.tabRoutes.includes(page.route)) end(page);
      else {
        this.tabs.set(page.route, page);
        tell(page, 'onHide');
      }
    }
    const { route } = parse(url);
    const before = this.tabs.get(route);
    if (!before) return void (await this.push(url));
    this.tabs.delete(route);
    this.open.push(before);
    tell(before, 'onShow');
  }

  private unload(): void {
    const page = this.open.pop();
    if (page) end(page);
  }
}

/** Calls a life cycle or other function of a page, if it has it. */
export function tell(page: OpenPage, name: string, ...args: unknown[]): unknown {
  const handler = page.instance[name];
  return typeof handler === 'function' ? handler.apply(page.instance, args) : undefined;
}

function end(page: OpenPage): void {
  tell(page, 'onUnload');
  page.detach();
  page.container.remove();
}

/** The query is handed over as written, not decoded: WeChat does the same. */
function parse(url: string): { route: string; query: Record<string, string> } {
  const [file = '', rest = ''] = url.split('?');
  const pairs = rest.split('&').filter(Boolean);
  const query = pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')] as const);
  return { route: file.replace(/^\//, ''), query: Object.fromEntries(query) };
}
