/** A small HTTP server on this machine that answers as a provider's documentation says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** parsed JSON; null without a body */
  readonly body: Record<string, unknown> | null;
}

export interface Loopback {
  readonly url: string;
  /** every request so far, oldest first */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** @param answer gets each request and how many came to that path before it */
export async function loopback(
  answer: (asked: Asked, response: ServerResponse, before: number) => void,
): Promise<Loopback> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const text = Buffer.concat(chunks).toString('utf8');
      const one: Asked = {
        method: request.method ?? '',
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>),
      };
      const before = asked.filter(({ path }) => path === pathname).length;
      asked.push(one);
      answer(one, response, before);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function sendJson(response: ServerResponse, body: unknown, type = 'application/json'): void {
  response.writeHead(200, { 'content-type': type });
  response.end(JSON.stringify(body));
}
