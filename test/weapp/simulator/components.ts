import { readFileSync } from 'node:fs';
import path from 'node:path';
import jComponent from 'j-component';
import compiler from 'miniprogram-compiler';
import { Element } from 'miniprogram-exparser';
import type { Definition, LogicLayer } from './logic';
import 'miniprogram-simulate'; // registers WeChat's own tags

interface Tree {
  attr?: Record<string, unknown>;
  children?: (Tree | string)[];
}
type Template = (data: unknown) => Tree;
type Templates = (file: string) => Template | undefined;

const text = { type: String, value: '' };
const anything = { type: null, value: null };
const ARIA = {
  ...{ ariaRole: text, ariaLabel: text, ariaHidden: text, ariaChecked: text, ariaSelected: text },
  ...{ ariaExpanded: text, ariaDisabled: text, ariaLive: text },
};
// WeChat's tags with the properties these tests look at; as they come they keep none.
const TAGS = {
  view: ARIA,
  text: ARIA,
  input: { ...ARIA, value: text, placeholder: text, type: text },
  textarea: { ...ARIA, value: text, placeholder: text },
  picker: { ...ARIA, mode: text, value: anything, start: text, end: text },
  'page-meta': { pageStyle: text },
  map: { ...ARIA, latitude: anything, longitude: anything, markers: anything },
};
for (const [name, properties] of Object.entries(TAGS)) {
  jComponent.register({ id: name, tagName: `wx-${name}`, template: '<slot/>', properties });
}

const compiled = new Map<string, Templates>();

/** All WXML of a package, by the official compiler; once a test file. */
function templatesOf(root: string): Templates {
  const known = compiled.get(root);
  if (known) return known;
  Object.assign(window, { __webview_engine_version__: 0.02 });
  const made = new Function(compiler.wxmlToJs(root, { maxBuffer: 64 << 20 }))() as Templates;
  compiled.set(root, made);
  return made;
}

/**
 * j-component sets every object attribute of a child anew at each render of the parent, WeChat only where the data
 * changed: equal objects keep their identity here, so that a part that renders itself is not put back.
 */
function stable(template: Template): Template {
  const seen = new Map<string, unknown>();
  const visit = (node: Tree | string) => {
    if (typeof node === 'string' || !node) return;
    for (const [name, value] of Object.entries(node.attr ?? {})) {
      if (typeof value !== 'object' || value === null) continue;
      const key = JSON.stringify(value);
      if (!seen.has(key)) seen.set(key, JSON.parse(key));
      if (node.attr) node.attr[name] = seen.get(key);
    }
    node.children?.forEach(visit);
  };
  return (data) => {
    const tree = template(data);
    visit(tree);
    return tree;
  };
}

export interface PackageJson {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

let count = 0;

/** Registers pages and components of a package with the engine, each when it is first needed. */
export class Components {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly root: string,
    private readonly logic: LogicLayer,
  ) {}

  /** @returns the engine's id of a page or component file, named without its ending */
  idOf(name: string, page = false): string {
    const known = this.ids.get(name);
    if (known) return known;
    const id = `weapp-${++count}`;
    this.ids.set(name, id);
    const { usingComponents = {} } = this.json(name);
    const used = Object.entries(usingComponents).map(([tag, file]) => {
      const target = file.startsWith('/') ? file.slice(1) : path.posix.join(path.posix.dirname(name), file);
      return [tag, this.idOf(target)] as const;
    });
    const template = templatesOf(this.root)(`${name}.wxml`);
    if (!template) throw new Error(`no WXML for ${name}`);
    const definition = this.logic.definitionOf(name);
    jComponent.register({
      ...(page && !('methods' in definition) ? asComponent(name, definition) : definition),
      ...{ id, path: `/${name}`, tagName: page ? 'page' : 'comp', template: stable(template) },
      usingComponents: Object.fromEntries(used),
      options: { classPrefix: '', ...(definition.options as object | undefined) },
    });
    return id;
  }

  private json(name: string): PackageJson {
    return JSON.parse(readFileSync(path.join(this.root, `${name}.json`), 'utf8')) as PackageJson;
  }
}

/** Page({data, onLoad, …}) → Component({data, methods, …}), which is what the engine knows. */
function asComponent(route: string, definition: Definition): Definition {
  const methods: Definition = {};
  const rest: Definition = {};
  for (const [name, value] of Object.entries(definition)) {
    if (typeof value === 'function') methods[name] = value;
    else if (!['data', 'behaviors', 'options'].includes(name)) rest[name] = value;
  }
  return {
    data: definition.data ?? {},
    behaviors: ((definition.behaviors ?? []) as unknown[]).filter(Boolean),
    methods,
    created(this: { _exparserNode?: object }) {
      Object.assign(Element.getMethodCaller(this._exparserNode ?? this), rest, { route, __route__: route });
    },
  };
}
