/** The sheet for a notice board, made by the command and looked at by others: pdf.js draws it, jsQR reads it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import jsQR from 'jsqr';
import qrcode from 'qrcode';
import { posterPdf } from '@/cloud/adapters/documents/poster';
import { loopback, sendJson } from '../loopback';
import { type Rendered, renderPdf } from './pdf';

jest.setTimeout(60_000);

const ROOT = path.join(__dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'poster-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as an operator runs it. */
function poster(args: readonly string[], env: Record<string, string> = {}) {
  const { WECHAT_APPID: _a, WECHAT_SECRET: _s, PUBLIC_URL: _u, DEMO: _d, ...clean } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/poster.ts', ...args], {
    cwd: ROOT,
    env: { ...clean, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
}

async function made(args: readonly string[], env?: Record<string, string>): Promise<Buffer> {
  const out = path.join(folder, 'poster.pdf');
  const { code, said } = await poster(['--region', '500242', '--out', out, ...args], env);
  if (code !== 0) throw new Error(said);
  return readFileSync(out);
}

const read = ({ pixels, width, height }: Rendered) => jsQR(pixels, width, height)?.data;

describe('海报', () => {
  test('一页 A4，码读得回来，该有的话都在', async () => {
    const pdf = await made(['--point', '板溪镇便民服务站', '--url', 'https://bangfu.example.gov.cn/']);
    const sheet = await renderPdf(pdf);
    expect(read(sheet)).toBe('https://bangfu.example.gov.cn/?scene=cq7Bx2Vd');
    expect(sheet.pages).toBe(1);
    expect([sheet.width, sheet.height]).toEqual([1191, 1684]);
    expect(sheet.complaints).toEqual([]);
    for (const words of [
      '酉阳 · 板溪镇便民服务站',
      '重庆市人力资源和社会保障局',
      '12333',
      '扫一扫',
      '答几道题',
      '看结果，问得到',
      '样例：演示用，请勿张贴',
    ])
      expect(sheet.text).toContain(words);
    // a character nobody has would be drawn as this
    expect(sheet.text).not.toContain('〓');
    expect(pdf.length).toBeLessThan(200_000);
  });

  test('缩到 A5、远看也扫得出来', async () => {
    const sheet = await renderPdf(
      await made(['--point', '样例镇便民服务站'], { PUBLIC_URL: 'http://192.168.1.5:8080' }),
      0.7,
    );
    expect(read(sheet)).toBe('http://192.168.1.5:8080/?scene=cq9Xw4Rt');
  });

  test('配了微信，就用微信给的码', async () => {
    const image = await qrcode.toBuffer('the code that the platform drew', { width: 600, margin: 2 });
    const platform = await loopback(({ path: asked }, response) => {
      if (asked === '/cgi-bin/stable_token')
        return sendJson(response, { access_token: 'T', expires_in: 7200 });
      response.writeHead(200, { 'content-type': 'image/png' }).end(image);
    });
    try {
      const sheet = await renderPdf(
        await made(['--point', '板溪镇便民服务站'], {
          WECHAT_APPID: 'wx1',
          WECHAT_SECRET: 's',
          WECHAT_API_BASE: platform.url,
        }),
      );
      expect(platform.asked.at(-1)?.body).toMatchObject({ scene: 'cq7Bx2Vd', page: 'pages/home/index' });
      expect(read(sheet)).toBe('the code that the platform drew');
      expect(sheet.text).not.toContain('浏览器');
    } finally {
      await platform.close();
    }
  });

  test('名字很长、码很密，也不出纸边', async () => {
    const pdf = await posterPdf({
      place: `酉阳 · ${'很长的名字'.repeat(12)}便民服务站`,
      owner: '样例省样例市样例土家族苗族自治县人力资源和社会保障局'.repeat(2),
      office: {
        name: '样例县人力资源和社会保障局办事大厅二楼',
        phone: '023-75550000',
        hours: '工作日9:00–17:00',
      },
      hotline: { number: '12333', name: '人社服务热线' },
      code: {
        kind: 'web',
        address: `https://a-long-name.example.gov.cn/${'path/'.repeat(20)}?scene=cq9Xw4Rt`,
      },
      sample: false,
    });
    const sheet = await renderPdf(pdf);
    expect(read(sheet)).toContain('scene=cq9Xw4Rt');
    const edge = Math.round(sheet.width * 0.03);
    for (let y = 0; y < sheet.height; y++)
      for (let x = 0; x < sheet.width; x++) {
        if (x > edge && x < sheet.width - edge && y > edge && y < sheet.height - edge) continue;
        if ((sheet.pixels[(y * sheet.width + x) * 4] as number) < 250)
          throw new Error(`有东西在纸边：${x}, ${y}`);
      }
    expect(sheet.text).not.toContain('样例：演示用');
  });

  test.each([
    [[], '用法'],
    [['--region', '500242', '--point', '板溪镇便民服务站'], 'PUBLIC_URL'],
    [['--region', '500242', '--point', '板溪镇便民服务站', '--url', 'bangfu'], '不是网址'],
    [['--region', '500242', '--point', '没有的站', '--url', 'https://a.example'], '样例镇便民服务站'],
    [['--region', '500242', '--colour', 'red'], '用法'],
  ])('给得不对：%j', async (args, words) => {
    const { code, said } = await poster(args);
    expect(code).toBe(64);
    expect(said).toContain(words);
    expect(said).not.toContain('    at ');
  });

  test('微信不认，说出它的错误码，不说密钥', async () => {
    const platform = await loopback((_, response) =>
      sendJson(response, { errcode: 40125, errmsg: 'invalid appsecret' }),
    );
    const { code, said } = await poster(['--region', '500238'], {
      WECHAT_APPID: 'wx1',
      WECHAT_SECRET: 'never-said',
      WECHAT_API_BASE: platform.url,
    });
    await platform.close();
    expect(code).toBe(1);
    expect(said).toContain('40125');
    expect(said).not.toContain('never-said');
  });
});
