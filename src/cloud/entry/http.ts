/**
 * The portal over HTTP: the API (`POST /api/call` and REST under `/api`), `/openapi.json`, `/healthz`, and the
 * built browser version with caching, compression and security headers.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import compression from 'compression';
import helmet from 'helmet';
import sirv from 'sirv';
import type { Failure } from '@/contract/errors';
import { ERRORS } from '@/contract/errors';
import { dispatch, failure, failureOf } from '../dispatch';
import { loadPolicyBook, type PolicyBook } from '../policy-book/book';
import { BodyTooLarge } from '../request-errors';
import type { Services } from '../services';
import { createWorld } from '../world';
import { credentialsOf } from './credentials';
import { jsonOf } from './json';
import { type MapTiles, originOf } from './map';
import { readJson } from './read-json';
import { handleRest, openApi, PLAIN_POSTS } from './rest';

type Next = () => void;
type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Scripts and styles are files of our own; Taro sets inline styles and React Native-like `style` attributes. */
const securityWith = (map: MapTiles | null) =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', ...(map ? [originOf(map)] : [])],
        // read aloud by the server, played from memory
        mediaSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        // plain http on the village network is a supported way to run: nothing is forced to https
        upgradeInsecureRequests: null,
      },
    },
    // tiles of a map are asked for with where they are shown: the origin, never the page
    referrerPolicy: { policy: map ? 'strict-origin-when-cross-origin' : 'no-referrer' },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });

export interface HttpOptions {
  readonly policyRoot: string;
  /** what lies there, where it has been read already */
  readonly book?: PolicyBook;
  /** folder of the built browser version; without it only the API is served */
  readonly webRoot?: string;
  /** the signed-in floor; without it everything public is served and signing in answers `NotReady` */
  readonly services?: Services | null;
  /** the ground of the browser's map; without it a plain one */
  readonly map?: MapTiles | null;
  /** for tests that need another day */
  readonly clock?: () => Date;
}

/** @throws PolicyError when a pack does not validate: the server does not start */
export function createHttpServer({
  policyRoot,
  book = loadPolicyBook(policyRoot),
  webRoot,
  services = null,
  map = null,
  clock,
}: HttpOptions): Server {
  const contextFor = createWorld(book, services, clock);
  const description = openApi();
  const web =
    webRoot !== undefined && existsSync(webRoot)
      ? sirv(webRoot, { etag: true, setHeaders: cacheRules })
      : null;

  const send = (response: ServerResponse, status: number, body: string) => {
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(body);
  };
  const json = (response: ServerResponse, status: number, body: unknown) =>
    send(response, status, JSON.stringify(body));
  const fail = (response: ServerResponse, body: Failure) => {
    const { name, retryAfter } = body.error;
    if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
    json(response, ERRORS[name].status, body);
  };

  /** `/api/call` takes `{path, input}` and answers with the envelope; a plain POST takes and gives the bare data. */
  const callProcedure = async (
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    path?: string,
  ) => {
    const credentials = credentialsOf(request);
    const body = await readJson(request, BodyTooLarge.limitFor(credentials));
    if (typeof body !== 'object' || body === null) return fail(response, failure('InvalidInput', requestId));
    const context = contextFor(credentials, requestId);
    const envelope = await dispatch(path === undefined ? body : { path, input: body }, context);
    if (!envelope.ok) return fail(response, envelope);
    const data = jsonOf(envelope.data);
    return send(response, 200, path === undefined ? `{"ok":true,"data":${data}}` : data);
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> => {
    // only the path is wanted: a request line like `//` is no address
    const pathname = (request.url ?? '/').replace(/[?#].*$/, '');
    if (pathname === '/healthz') return json(response, 200, { ok: true });
    if (pathname === '/map.json') return json(response, 200, { tiles: map });
    if (pathname === '/openapi.json') return json(response, 200, await description);
    if (pathname === '/api/call' && request.method === 'POST')
      return callProcedure(request, response, requestId);
    const plain = request.method === 'POST' ? PLAIN_POSTS.get(pathname) : undefined;
    if (plain !== undefined) return callProcedure(request, response, requestId, plain);
    const api = pathname.startsWith('/api/');
    if (api && (await handleRest(request, response, contextFor(credentialsOf(request), requestId)))) return;
    const notFound = () => fail(response, failure('UnknownProcedure', requestId));
    if (web && !api && (request.method === 'GET' || request.method === 'HEAD')) {
      // the files are small and whole; a malformed range would end the answer half-way
      delete request.headers.range;
      return web(request, response, notFound);
    }
    notFound();
  };

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    try {
      await answer(request, response, requestId);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      // the rest of an oversized body is not read: the connection ends with the answer
      if (error instanceof BodyTooLarge) response.setHeader('connection', 'close');
      fail(response, failureOf(error, requestId));
    }
  };

  return serverBehindFront(route, map);
}

/** A server whose every answer goes through the security headers and compression first. */
export function serverBehindFront(
  route: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  map: MapTiles | null = null,
): Server {
  const layers: Middleware[] = [securityWith(map), compression() as unknown as Middleware];
  return createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    const run = (index: number): void => {
      const layer = layers[index];
      if (layer) layer(request, response, () => run(index + 1));
      else void route(request, response);
    };
    run(0);
  });
}

/** Names with a content hash never change; the page, the worker and the manifest must be asked for again. */
function cacheRules(response: ServerResponse, file: string): void {
  const hashed = /\.[0-9a-f]{8}\.(js|css)$/.test(file) || file.startsWith('/static/');
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
