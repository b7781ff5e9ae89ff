import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a phone's logic layer does not have. jsdom and Node do, so the names are shadowed:
 * a package that needs one of them fails here as it would there.
 */
const HIDDEN = [
  'window document self parent top frames navigator location history screen localStorage',
  'sessionStorage indexedDB XMLHttpRequest fetch Request Response Headers HTMLElement Element Node',
  'Event CustomEvent MutationObserver DOMParser Image Blob requestAnimationFrame',
  'cancelAnimationFrame getComputedStyle matchMedia alert performance process Buffer setImmediate',
  'MessageChannel queueMicrotask structuredClone crypto URL URLSearchParams TextEncoder',
  'TextDecoder AbortController WebSocket Worker jest',
].flatMap((line) => line.split(' '));

export type Definition = Record<string, unknown>;
export type Call = (...args: unknown[]) => unknown;

export interface LogicOptions {
  readonly root: string;
  readonly wx: object;
  readonly Date: DateConstructor;
  readonly behavior: (definition: unknown) => unknown;
  readonly pages: () => readonly object[];
}

/** Runs the files of a built package as CommonJS modules that know the mini-program's globals only. */
export class LogicLayer {
  app: Definition = {};
  /** what a page or component file handed to Page() or Component() */
  readonly definitions = new Map<string, Definition>();
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly globals: Record<string, unknown>;
  private readonly options: LogicOptions;
  private running: string | null = null;
  private readonly timers: NodeJS.Timeout[] = [];
  private ended = false;

  constructor(options: LogicOptions) {
    this.options = options;
    const define = (definition: Definition) => {
      if (this.running === null) throw new Error('Page() or Component() outside a page or component file');
      this.definitions.set(this.running, definition);
    };
    const shared: Record<string, unknown> = {};
    this.globals = Object.assign(shared, {
      wx: options.wx,
      Date: options.Date,
      console,
      App: (definition: Definition) => {
        this.app = definition;
      },
      Page: define,
      Component: define,
      Behavior: options.behavior,
      getApp: () => this.app,
      getCurrentPages: () => [...options.pages()],
      setTimeout: (...args: Parameters<typeof setTimeout>) => this.timed(() => setTimeout(...args)),
      clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
      setInterval: (...args: Parameters<typeof setInterval>) => this.timed(() => setInterval(...args)),
      clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
      global: shared,
      globalThis: shared,
      ...LANGUAGE,
    });
  }

  /** @param file inside the package, with .js */
  run(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const near = (name: string) =>
      path.posix.join(name.startsWith('/') ? '' : path.posix.dirname(file), name);
    const require = (name: string) => this.run(name.endsWith('.js') ? near(name) : `${near(name)}.js`);
    const source = readFileSync(path.join(this.options.root, file), 'utf8');
    const names = Object.keys(this.globals).filter((name) => !(name in LANGUAGE));
    // a function in sloppy mode, as WeChat's define() makes it; hidden names are parameters nobody fills
    const code = `${source}\n//# sourceURL=weapp:///${file}`;
    const body = new Function('require', 'module', 'exports', ...names, ...HIDDEN, code);
    body.call(undefined, require, module, module.exports, ...names.map((name) => this.globals[name]));
    return module.exports;
  }

  /** Runs a page or component file and returns what it defined. */
  definitionOf(name: string): Definition {
    const before = this.running;
    this.running = name;
    try {
      this.run(`${name}.js`);
    } finally {
      this.running = before;
    }
    const definition = this.definitions.get(name);
    if (!definition) throw new Error(`${name}.js called neither Page() nor Component()`);
    return definition;
  }

  launch(options: object): void {
    this.tell('onLaunch', options);
    this.show(options);
  }

  show(options: object): void {
    this.tell('onShow', options);
  }

  private timed(start: () => NodeJS.Timeout): NodeJS.Timeout | undefined {
    if (this.ended) return undefined;
    const timer = start();
    this.timers.push(timer);
    return timer;
  }

  /** The phone needs the memory: nothing of the app runs on. */
  end(): void {
    this.ended = true;
    // a timeout is cleared like an interval
    for (const timer of this.timers.splice(0)) clearTimeout(timer);
  }

  private tell(name: string, options: object): void {
    const handler = this.app[name];
    if (typeof handler === 'function') handler.call(this.app, options);
  }
}

/** The language itself, reachable through the package's own `global`. */
const LANGUAGE = {
  ...{
    Object,
    Array,
    String,
    Number,
    Boolean,
    Function,
    Symbol,
    Promise,
    Map,
    Set,
    WeakMap,
    WeakSet,
    Math,
    JSON,
  },
  ...{ RegExp, Error, TypeError, RangeError, Reflect, Proxy, parseInt, parseFloat, isNaN, isFinite },
};
