// The API in this process is Node's; jsdom leaves out what it asks for. The package itself sees none of it: logic.ts hides it.
import { webcrypto } from 'node:crypto';
import { ReadableStream, TransformStream } from 'node:stream/web';
import * as timers from 'node:timers';
import { TextDecoder, TextEncoder } from 'node:util';

const { clearImmediate, clearInterval, clearTimeout, setImmediate, setInterval, setTimeout } = timers;
Object.assign(globalThis, { ReadableStream, TransformStream, TextDecoder, TextEncoder });
// jsdom's are numbers, which cannot be told not to hold the process
Object.assign(globalThis, {
  clearImmediate,
  clearInterval,
  clearTimeout,
  setImmediate,
  setInterval,
  setTimeout,
});
// one kind of bytes for Node and for what is compiled here
Object.assign(globalThis, { Uint8Array: Object.getPrototypeOf(Buffer) });
// jsdom's own has random numbers only and cannot be assigned to
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
