import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { type Asked, type Loopback, loopback, sendJson } from '../../../../test/loopback';
import { createEspeak, findProgram } from './espeak';
import { pieces, VoiceError } from './speaker';
import { createTencentVoice, joinMp3 } from './tencent';

const nameOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof VoiceError ? error.name : String(error)),
  );

describe('分段', () => {
  test('拼起来还是原文，每段不超长，段数不多余', () => {
    const text = fc.string({ unit: fc.constantFrom(...'补贴一二三。，！ \n吧𠮷a1'), maxLength: 400 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (given, max) => {
        const parts = pieces(given, max);
        expect(parts.join('').replace(/\s/g, '')).toBe(given.replace(/\s/g, ''));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(max);
        for (const part of parts) expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }),
    );
  });

  test('先在句末断，没有句末在逗号断，都没有才硬断', () => {
    expect(pieces('你可以领补贴。每年一次。带身份证', 14)).toEqual(['你可以领补贴。每年一次。', '带身份证']);
    expect(pieces('带身份证，带户口本，带银行卡', 11)).toEqual(['带身份证，带户口本，', '带银行卡']);
    expect(pieces('一二三四五六七八', 3)).toEqual(['一二三', '四五六', '七八']);
  });
});

describe('腾讯云语音', () => {
  let provider: Loopback | undefined;
  afterEach(async () => {
    await provider?.close();
    provider = undefined;
  });
  async function speaker(answer: (response: ServerResponse, asked: Asked) => void) {
    provider = await loopback((asked, response) => answer(response, asked));
    return createTencentVoice({
      secretId: 'AKIDexample',
      secretKey: 'a-key-nobody-may-see',
      region: 'ap-guangzhou',
      baseUrl: provider.url,
      timeoutMs: 300,
      voice: 101_001,
    });
  }
  const refusal = (code: string) => (response: ServerResponse) =>
    sendJson(response, { Response: { Error: { Code: code, Message: 'no' }, RequestId: 'r' } });

  test('长文分段念，按次序接起来', async () => {
    const voice = await speaker((response, { body }) =>
      sendJson(response, {
        Response: { Audio: Buffer.from(`<${String(body?.Text)}>`).toString('base64'), RequestId: 'r' },
      }),
    );
    const text = Array.from({ length: 30 }, (_, n) => `第${n}句话，说的是补贴怎么领。`).join('');
    const { type, bytes } = await voice.speak(text);
    expect(type).toBe('audio/mpeg');
    expect(bytes.toString().replace(/[<>]/g, '')).toBe(text);
    const { asked } = provider as Loopback;
    expect(asked.length).toBe(Math.ceil(text.length / 150));
    expect(asked[0]?.headers['x-tc-action']).toBe('TextToVoice');
    expect(asked[0]?.body).toMatchObject({ Codec: 'mp3', PrimaryLanguage: 1, VoiceType: 101_001 });
    for (const { body } of asked) expect(String(body?.Text).length).toBeLessThanOrEqual(150);
    expect(new Set(asked.map(({ body }) => body?.SessionId)).size).toBe(asked.length);
  });

  test.each([
    ['LimitExceeded.AccessLimit', 'Busy'],
    ['UnsupportedOperation.TextTooLong', 'TextTooLong'],
    ['InternalError.ErrorGetRoute', 'VoiceDown'],
    ['UnsupportedOperation.NoBanlance', 'Misconfigured'],
    ['AuthFailure.SignatureFailure', 'Misconfigured'],
  ])('%s 是 %s', async (code, name) => {
    expect(await nameOf((await speaker(refusal(code))).speak('你好'))).toBe(name);
  });

  test('不回答、没有声音、太长、没有话', async () => {
    expect(await nameOf((await speaker(() => undefined)).speak('你好'))).toBe('VoiceDown');
    await provider?.close();
    const mute = await speaker((response) => sendJson(response, { Response: { RequestId: 'r' } }));
    expect(await nameOf(mute.speak('你好'))).toBe('VoiceDown');
    const asked = () => (provider as Loopback).asked.length;
    const before = asked();
    expect(await nameOf(mute.speak('好'.repeat(2001)))).toBe('TextTooLong');
    expect(await nameOf(mute.speak(' 。\n'))).toBe('NothingToSay');
    expect(asked()).toBe(before);
  });

  test('第二段起去掉前面的标签', () => {
    const tag = Buffer.concat([
      Buffer.from('ID3\u0003\0\0'),
      Buffer.from([0, 0, 0, 5]),
      Buffer.from('hello'),
    ]);
    const [a, b] = [Buffer.from([0xff, 0xfb, 1]), Buffer.from([0xff, 0xfb, 2])];
    expect(joinMp3([Buffer.concat([tag, a]), Buffer.concat([tag, b]), b])).toEqual(
      Buffer.concat([tag, a, b, b]),
    );
  });
});

describe('espeak-ng', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'voice-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A program of that name which does what the script says; lengths in its header are wrong, as in a pipe. */
  function program(script: string): string {
    const file = path.join(folder, 'espeak-ng');
    const header = `const header = Buffer.alloc(44, 0xff); header.write('RIFF'); header.write('WAVEfmt ', 8); header.write('data', 36);`;
    writeFileSync(file, `#!${process.execPath}\n${header}\n${script}`);
    chmodSync(file, 0o755);
    return file;
  }
  const SPEAKS = `
    let text = ''; process.stdin.on('data', (part) => { text += part; });
    process.stdin.on('end', () => { process.stdout.write(Buffer.concat([header, Buffer.from(process.argv.slice(2).join(' ') + '|' + text)])); });`;

  test('文字从输入进去，声音的长度改对', async () => {
    const { type, bytes } = await createEspeak({ program: program(SPEAKS) }).speak('你好-v en');
    expect(type).toBe('audio/wav');
    const said = bytes.subarray(44).toString();
    expect(said).toBe('-v cmn -s 150 -b 1 --stdin --stdout|你好-v en');
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes.readUInt32LE(40)).toBe(bytes.length - 44);
  });

  test('同时只有两个在念，等的人太多就说忙', async () => {
    const log = path.join(folder, 'log');
    const file = program(`
      const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(log)}, '+');
      setTimeout(() => { fs.appendFileSync(${JSON.stringify(log)}, '-'); process.stdout.write(Buffer.concat([header, Buffer.from('x')])); }, 150);`);
    const voice = createEspeak({ program: file, waiting: 3 });
    const names = await Promise.all(Array.from({ length: 7 }, () => nameOf(voice.speak('你好'))));
    expect(names).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'Busy', 'Busy']);
    let now = 0;
    let most = 0;
    for (const mark of readFileSync(log, 'utf8')) {
      now += mark === '+' ? 1 : -1;
      most = Math.max(most, now);
    }
    expect(most).toBe(2);
    expect(await nameOf(voice.speak('你好'))).toBe('ok');
  });

  test.each([
    ['念太久', 'setInterval(() => {}, 1000);'],
    ['出错', 'process.exit(3);'],
    ['没有声音', ''],
    ['只有头', 'process.stdout.write(header);'],
  ])('%s', async (_, script) => {
    const voice = createEspeak({ program: program(script), timeoutMs: 700 });
    expect(await nameOf(voice.speak('你好'))).toBe('VoiceDown');
  });

  test('程序没了', async () => {
    expect(await nameOf(createEspeak({ program: path.join(folder, 'none') }).speak('你好'))).toBe(
      'VoiceDown',
    );
  });

  test('找程序', () => {
    const file = program('');
    expect(findProgram('espeak-ng', `/nowhere${path.delimiter}${folder}`)).toBe(file);
    chmodSync(file, 0o644);
    if (process.getuid?.() !== 0) expect(findProgram('espeak-ng', folder)).toBeNull();
    expect(findProgram('espeak-ng', '')).toBeNull();
  });
});
