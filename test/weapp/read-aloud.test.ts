/** @jest-environment-options {"customExportConditions": ["node"]} */
/** 朗读 on WeChat: the server's voice, played from a file that does not stay; never a dead button. */
import { closeAll, IN_YOUYANG, Network, openApp, phoneWith } from './phone';
import type { Call, Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

afterEach(closeAll);

const PAGE = '/packages/benefits/detail/index?id=cq-yulu-plus';
const READ = '朗读这一项';

/** A sound that is played until the test says that it has ended. */
class Sound {
  src = '';
  played: string[] = [];
  stopped = 0;
  private end: () => void = () => undefined;
  private readonly self: Record<string, unknown>;
  constructor(private readonly disk: Map<string, string>) {
    const sound = this;
    this.self = {
      get src() {
        return sound.src;
      },
      set src(file: string) {
        sound.src = file;
      },
      play: () => void this.played.push(this.disk.get(this.src) ?? `no file ${this.src}`),
      stop: () => void this.stopped++,
      onEnded: (end: () => void) => {
        this.end = end;
      },
      onError: () => undefined,
    };
  }
  context = () => this.self;
  ends(): void {
    this.end();
  }
}

interface Phone {
  app: Simulator;
  sound: Sound;
  disk: Map<string, string>;
  said: string[];
}

async function open(voice: 'yes' | 'no' | 'busy'): Promise<Phone> {
  const network = new Network();
  const said: string[] = [];
  const disk = new Map<string, string>();
  const sound = new Sound(disk);
  const request: Call = (given) => {
    const options = given as WxOptions & { data: { path: string; input: { text: string } } };
    const { path, input } = options.data;
    const reply = (data: object) => answer('request', options, true, { statusCode: 200, header: {}, data });
    if (path === 'speech.available') return reply({ ok: true, data: { available: voice !== 'no' } });
    if (path !== 'speech.say') return network.request(given);
    said.push(input.text);
    if (voice === 'busy')
      return reply({
        ok: false,
        error: { name: 'TooManyTries', message: '', requestId: 'x', retryAfter: 60 },
      });
    return reply({ ok: true, data: { type: 'audio/mpeg', base64: `sound ${said.length}` } });
  };
  const files = {
    writeFile: ({ filePath, data, success }: { filePath: string; data: string; success: () => void }) => {
      disk.set(filePath, data);
      void Promise.resolve().then(success);
    },
    unlink: ({ filePath }: { filePath: string }) => void disk.delete(filePath),
  };
  const app = await openApp({
    network,
    storage: phoneWith({ home_county: '500242', fpzp: true }, IN_YOUYANG),
    url: PAGE,
    handlers: {
      request,
      createInnerAudioContext: () => sound.context(),
      getFileSystemManager: () => files,
    },
  });
  await app.see('雨露计划+', '原文怎么写');
  return { app, sound, disk, said };
}

test('第一次先说明文字要发出去；读到完，文件不留；再读不再问', async () => {
  const { app, sound, disk, said } = await open('yes');
  await app.tap(READ);
  await app.see('请服务器来读？', '读完不留');
  expect(said).toEqual([]);
  await app.tap('读给我听');
  await app.until(() => sound.played.length === 1, 'the sound');
  expect(sound.played).toEqual(['sound 1']);
  expect(sound.src).toMatch(/^wxfile:\/\/usr\/.*\.mp3$/);
  expect(said.join('')).toContain('雨露计划');
  expect(app.controls('停止朗读这一项')).toHaveLength(1);
  sound.ends();
  await app.until(() => app.controls(READ).length === 1, 'silence');
  expect(disk.size).toBe(0);
  await app.tap(READ);
  await app.until(() => sound.played.length === 2, 'the sound again');
  await app.tap('停止朗读这一项');
  await app.until(() => app.controls(READ).length === 1, 'silence');
  expect(sound.stopped).toBeGreaterThan(0);
  expect(disk.size).toBe(0);
});

test('不愿意发：什么也不发，按钮还在', async () => {
  const { app, said } = await open('yes');
  await app.tap(READ);
  await app.tap('不用了');
  await app.unsee('请服务器来读？');
  expect(said).toEqual([]);
  await app.tap(READ);
  await app.see('请服务器来读？');
});

test('换一页就不读了，文件也不留', async () => {
  const { app, sound, disk } = await open('yes');
  await app.tap(READ);
  await app.tap('读给我听');
  await app.until(() => sound.played.length === 1, 'the sound');
  await app.visit('/pages/home/index');
  await app.see('补贴');
  await app.until(() => sound.stopped > 0 && disk.size === 0, 'silence');
});

test('谁也不会读：按钮说清楚，换成大字版', async () => {
  const { app, said } = await open('no');
  await app.tap(READ);
  await app.tap('读给我听');
  await app.see('现在不能朗读', '可以把字放大来看');
  expect(said).toEqual([]);
  await app.tap('换成大字版');
  await app.unsee('现在不能朗读');
  expect(app.storage.get('bangfu:size:1')).toContain('1.4');
});

test('读得太多：说歇一会儿，可以再试', async () => {
  const { app } = await open('busy');
  await app.tap(READ);
  await app.tap('读给我听');
  await app.see('读得太多了，歇几分钟再试');
  await app.tap('知道了');
  await app.unsee('现在不能朗读');
  expect(app.controls(READ)).toHaveLength(1);
});

test('每一页有答案的，都有朗读', async () => {
  const { app } = await open('yes');
  for (const url of [
    '/pages/home/index',
    '/packages/benefits/list/index',
    '/packages/benefits/check/index?fact=fpzp',
    '/packages/policy/document/index?id=chongqing-2026-6&item=%EF%BC%88%E4%BA%94%EF%BC%89',
    '/packages/areas/area/index?area=jobs',
  ]) {
    await app.visit(url);
    await app.until(() => app.text.length > 20, 'the page');
    const read = await app.until(
      () => app.controls().filter((one) => /朗读/.test(nameOf(one)))[0],
      `朗读 on ${url}`,
    );
    expect(read).toBeDefined();
  }
});

const nameOf = (element: Element) =>
  `${(element as Element & { __wxElement?: { data?: { ariaLabel?: string } } }).__wxElement?.data?.ariaLabel ?? ''}${element.textContent}`;
