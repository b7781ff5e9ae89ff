// The API in this process is Node's; jsdom leaves out what it asks for. The package itself sees none of it: logic.ts hides it.
import { ReadableStream, TransformStream } from 'node:stream/web';

Object.assign(globalThis, { ReadableStream, TransformStream });
