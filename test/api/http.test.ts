import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHttpServer } from '@/cloud/entry/http';
import { contract } from '@/contract/api';
import { POLICY_ROOT } from '../book';
import { post } from './entries';

describe('HTTP 入口', () => {
  const webRoot = mkdtempSync(path.join(tmpdir(), 'web-'));
  const server = createHttpServer({ policyRoot: POLICY_ROOT, webRoot: prepare(webRoot) });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(webRoot, { recursive: true });
  });

  test('健康检查', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
  });

  test('给别的系统的 REST 和它的说明', async () => {
    const description = (await (await fetch(`${url}/openapi.json`)).json()) as {
      paths: Record<
        string,
        Record<string, { responses: Record<string, { content?: Record<string, { schema?: object }> }> }>
      >;
    };
    const routes = Object.values(contract).flatMap((area) => Object.values(area));
    expect(Object.keys(description.paths).sort()).toEqual(
      routes.map((one) => one['~orpc'].route.path ?? '').sort(),
    );
    const answer =
      description.paths['/benefits/check']?.post?.responses['200']?.content?.['application/json']?.schema;
    expect(JSON.stringify(answer)).toContain('next_question');

    const pack = await fetch(`${url}/api/policy/packs/500242`);
    expect(pack.status).toBe(200);
    expect(await pack.json()).toMatchObject({ region: { name: '重庆市' } });
    const checked = await post(`${url}/api/benefits/check`, {
      region: '500242',
      facts: { home_county: '500242' },
    });
    expect(await checked.json()).toMatchObject({ next_question: 'fpzp' });
  });

  test.each([
    ['/api/policy/packs/360121', 404, 'RegionWithoutPack'],
    ['/api/policy/scenes/nobody', 404, 'UnknownScene'],
    ['/api/nothing', 404, 'UnknownProcedure'],
    ['/nothing.js', 404, 'UnknownProcedure'],
    ['/../package.json', 404, 'UnknownProcedure'],
  ])('GET %s → %d %s', async (where, status, name) => {
    const response = await fetch(url + where);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, error: { name } });
  });

  test.each([['/api/call'], ['/api/benefits/check']])('%s：不是 JSON、太大，都说得清楚', async (where) => {
    const broken = await post(url + where, '{');
    expect([broken.status, (await broken.json()).error.name]).toEqual([400, 'InvalidInput']);
    const large = await post(url + where, JSON.stringify({ text: 'x'.repeat(70_000) }));
    expect([large.status, (await large.json()).error.name]).toEqual([413, 'BodyTooLarge']);
  });

  test('页面：安全头、压缩、缓存', async () => {
    const page = await fetch(`${url}/`);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-powered-by')).toBeNull();
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await fetch(`${url}/js/app.0123abcd.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    const data = await fetch(`${url}/api/policy/regions`, { headers: { 'accept-encoding': 'gzip' } });
    expect(data.headers.get('content-encoding')).toBe('gzip');
  });
});

/** What the browser build looks like from outside, small. */
function prepare(root: string): string {
  mkdirSync(path.join(root, 'js'));
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>就业帮扶码</title>');
  writeFileSync(path.join(root, 'js/app.0123abcd.js'), `/* ${'x'.repeat(5000)} */`);
  return root;
}
