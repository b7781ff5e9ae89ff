/** @jest-environment-options {"customExportConditions": ["node"]} */
import { mp3 } from '../sample-sound';
import { phoneOf, withPeople } from './people';
import { closeAll, openApp } from './phone';
import type { Call } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(closeAll);

const SOUND = mp3();
const [DIARY, LOCKER] = ['/packages/rights/diary/index', '/packages/rights/locker/index'];

/** WeChat's recorder, which the person may refuse, and the phone's files. */
class Recorder {
  readonly all = new Map<string, Buffer>([['wxfile://tmp/voice.mp3', SOUND]]);
  readonly heard: Record<string, (result: object) => void> = {};
  started: object | null = null;
  refuses = false;

  readonly handlers: Record<string, Call> = {
    getRecorderManager: () => ({
      ...Object.fromEntries(
        ['onStart', 'onStop', 'onError'].map((name) => [
          name,
          (listener: (result: object) => void) => {
            this.heard[name] = listener;
          },
        ]),
      ),
      start: (options: object) => {
        this.started = options;
        if (this.refuses) this.heard.onError?.({ errMsg: 'operateRecorder:fail auth deny' });
        else this.heard.onStart?.({});
      },
      stop: () =>
        this.heard.onStop?.({
          tempFilePath: 'wxfile://tmp/voice.mp3',
          fileSize: SOUND.length,
          duration: 900,
        }),
    }),
    getFileSystemManager: () => ({
      copyFile: (given: WxOptions & { srcPath: string; destPath: string }) => {
        this.all.set(given.destPath, this.all.get(given.srcPath) as Buffer);
        answer('copyFile', given, true);
      },
      readFile: (given: WxOptions & { filePath: string; position: number; length: number }) => {
        const part = this.all.get(given.filePath)?.subarray(given.position, given.position + given.length);
        answer('readFile', given, part !== undefined, { data: part && Uint8Array.from(part).buffer });
      },
      unlink: (given: WxOptions & { filePath: string }) =>
        answer('unlink', given, this.all.delete(given.filePath)),
    }),
  };
}

test('记一份活，点一下记一天；微信关了再开都在，什么都没有发出去', async () => {
  const network = people.network();
  const storage = phoneOf(await people.signIn('exited'));
  const app = await openApp({ storage, network, url: DIARY, handlers: new Recorder().handlers });
  await app.see('还没有记过活');
  await app.tap('记一份活');
  await app.at('rights/job');
  await app.type('这份活叫什么', '样例工地');
  await app.tap('按天');
  await app.type('说好一天多少元', '300');
  await app.tap('存好');
  await app.at('rights/diary');
  await app.see('样例工地', '按天，每天300元');
  await app.tap('记今天');
  await app.at('rights/day');
  await app.tap('干了一天');
  await app.see('记上了：干了1天');
  const again = await openApp({ storage, network, url: DIARY, handlers: new Recorder().handlers });
  await again.see('样例工地', '干了1天', '300元 × 1天 ＝ 300元', '一共还欠');
  await again.tap('看看有没有被改过');
  await again.see('没有被改过：2条都和当时记的一样。');
  expect(network.sent.filter(({ input }) => JSON.stringify(input).includes('样例'))).toEqual([]);
});

test('录一段话：留在手机上，有校验码；不给用话筒就说别的办法', async () => {
  const recorder = new Recorder();
  const app = await openApp({
    ...{ storage: phoneOf(await people.signIn('exited')), network: people.network() },
    ...{ url: LOCKER, handlers: recorder.handlers },
  });
  await app.see('柜子还是空的');
  recorder.refuses = true;
  await app.tap('先收进来，录一段话');
  await app.tap('开始录', '.ui-sheet');
  await app.see('没有得到允许用话筒');
  recorder.refuses = false;
  await app.tap('开始录', '.ui-sheet');
  await app.see('正在录');
  expect(recorder.started).toMatchObject({ format: 'mp3', duration: 60_000 });
  await app.tap('录好了', '.ui-sheet');
  await app.see('还没有分类', '.mp3');
  expect([...recorder.all.values()].filter((bytes) => bytes.equals(SOUND))).toHaveLength(2);
});
