import type { IncomingMessage } from 'node:http';

/** A body over the limit. Nothing a person types on this floor comes near it. */
export class BodyTooLarge extends Error {
  static readonly LIMIT = 64 * 1024;
}

/**
 * The JSON body of a request.
 * @throws BodyTooLarge over 64 KiB, SyntaxError when it is not JSON
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BodyTooLarge.LIMIT) throw new BodyTooLarge();
    chunks.push(chunk as Buffer);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
