import type { IncomingMessage } from 'node:http';
import { BodyTooLarge, NotJson } from '../request-errors';

/**
 * The JSON body of a request.
 * @param limit in bytes
 * @throws BodyTooLarge, NotJson
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new BodyTooLarge();
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new NotJson();
  }
}
