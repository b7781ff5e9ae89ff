// The parts used here of four CommonJS packages that come without (usable) types.

declare module 'j-component' {
  interface Root {
    readonly instance: Record<string, unknown>;
    attach(parent: Node): void;
    detach(): void;
  }
  const jComponent: {
    register(definition: Record<string, unknown>): string;
    create(id: string, properties?: Record<string, unknown>): Root;
    behavior(definition: unknown): unknown;
  };
  export = jComponent;
}

declare module 'miniprogram-compiler' {
  const compiler: { wxmlToJs(root: string, options: { maxBuffer: number }): string };
  export = compiler;
}

declare module 'miniprogram-exparser' {
  /** A node of the simulated page: what a mini-program calls a component. */
  export interface ExparserNode {
    readonly data: Readonly<Record<string, unknown>>;
    readonly __domElement?: Element;
  }
  export const Event: {
    create(type: string, detail: unknown, options: Record<string, unknown>): unknown;
    dispatchEvent(node: ExparserNode, event: unknown): void;
  };
  export const Element: { getMethodCaller(node: unknown): object };
}
