import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '@/contract/api';
import type { Context } from '../context';
import { failureOf } from '../dispatch';
import { router } from '../handlers/router';
import { BodyTooLarge } from '../request-errors';

const requests = new AsyncLocalStorage<string>();

/** The procedures as REST, for other systems: plain output, errors in the same envelope as everywhere. */
const handlerWith = (maxBodySize: number) =>
  new OpenAPIHandler(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize })],
    customErrorResponseBodyEncoder: (error) => failureOf(error, requests.getStore() ?? ''),
  });
const forStrangers = handlerWith(BodyTooLarge.LIMIT);
const forSignedIn = handlerWith(BodyTooLarge.SIGNED_IN_LIMIT);

/** `POST` routes without parameters: a JSON body in, JSON out. They need no router and go straight to `dispatch`. */
export const PLAIN_POSTS: ReadonlyMap<string, string> = new Map(
  Object.entries(contract).flatMap(([area, procedures]) =>
    Object.entries(procedures).flatMap(([name, procedure]): [string, string][] => {
      const { method, path } = procedure['~orpc'].route;
      return method === 'POST' && path && !path.includes('{') ? [[`/api${path}`, `${area}.${name}`]] : [];
    }),
  ),
);

/** @returns whether the request was one of the contract's routes (and has been answered) */
export const handleRest = (
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<boolean> =>
  requests.run(context.requestId, async () => {
    const handler = context.credentials.session === undefined ? forStrangers : forSignedIn;
    const { matched } = await handler.handle(request, response, { prefix: '/api', context });
    return matched;
  });

/** The OpenAPI description of those routes. */
export function openApi(): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: {
      title: '就业帮扶码 API',
      version: '1',
      description: 'Errors: {ok:false, error:{name, message, fields?, requestId}}',
    },
    servers: [{ url: '/api' }],
  });
}
