import type { Network } from './phone';

/** A network on which some answers are slow: they come when the gate is opened. */
export class Gate {
  /** how many questions wait for their answer */
  held = 0;
  /** how many of those answers are here */
  answered = 0;
  private slow: readonly string[] = [];
  private waiting: (() => void)[] = [];

  constructor(private readonly network: Network) {}

  hold(...paths: readonly string[]): void {
    this.slow = paths;
  }

  /** The last answer first: what was asked for earlier comes latest. */
  open(): void {
    this.slow = [];
    for (const answer of this.waiting.splice(0).reverse()) answer();
  }

  readonly request = (given: unknown): object => {
    const options = given as {
      data: { path: string };
      success?: (result: object) => void;
      fail?: (result: object) => void;
      complete?: (result: object) => void;
    };
    if (!this.slow.includes(options.data.path)) return this.network.request(given);
    this.held++;
    const later =
      (tell: ((result: object) => void) | undefined) =>
      (result: object): void => {
        if (this.slow.length > 0) this.waiting.push(() => tell?.(result));
        else tell?.(result);
      };
    return this.network.request({
      ...options,
      success: (result: object) => {
        this.answered++;
        later(options.success)(result);
      },
      fail: later(options.fail),
      complete: later(options.complete),
    });
  };
}
