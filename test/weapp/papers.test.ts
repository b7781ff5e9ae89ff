/** @jest-environment-options {"customExportConditions": ["node"]} */
import { randomUUID } from 'node:crypto';
import { photo } from '../sample-files';
import { phoneOf, withPeople } from './people';
import { closeAll, keep, type Network, openApp } from './phone';
import type { Call, Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(closeAll);

const SERVICE = 'cq-transport-claim';
const FORM = `/packages/apply/form/index?id=${SERVICE}`;
const BIG = photo({ pad: 300_000 });

/** What WeChat has of a phone's files, and its album with one photo. */
class Files {
  readonly all = new Map<string, Buffer>([['wxfile://tmp/1.jpg', BIG]]);

  readonly handlers: Record<string, Call> = {
    chooseMedia: (given) => {
      const tempFiles = [{ tempFilePath: 'wxfile://tmp/1.jpg', size: BIG.length }];
      answer('chooseMedia', given as WxOptions, true, { tempFiles });
    },
    chooseMessageFile: (given) =>
      answer('chooseMessageFile', given as WxOptions, false, { errMsg: 'chooseMessageFile:fail cancel' }),
    getFileSystemManager: () => ({
      copyFile: (given: WxOptions & { srcPath: string; destPath: string }) => {
        this.all.set(given.destPath, this.all.get(given.srcPath) as Buffer);
        answer('copyFile', given, true);
      },
      readFile: (given: WxOptions & { filePath: string; position: number; length: number }) => {
        const bytes = this.all.get(given.filePath);
        const part = bytes?.subarray(given.position, given.position + given.length);
        const data = part && Uint8Array.from(part).buffer;
        answer('readFile', given, data !== undefined, { data });
      },
      unlink: (given: WxOptions & { filePath: string }) => {
        answer('unlink', given, this.all.delete(given.filePath));
      },
    }),
  };
}

/** A phone on which the form is filled in but for the paper; nobody was signed in then. */
async function phone(): Promise<Map<string, string>> {
  const session = await people.signIn('exited');
  // of another test
  for (const draft of await people.call('cases.drafts', {}, session))
    await people.call('cases.drop_draft', { id: draft.id }, session);
  const storage = phoneOf(session);
  const id = randomUUID();
  keep(storage, `form:${id}`, {
    ...{ id, service: SERVICE, about: null, version: 1, papers: [], rev: 0, gone: [] },
    ...{ account: null, acting: null, savedAt: Date.now(), unsent: true, phoneOnly: false },
    answers: { work_county: '500242', since: '2026-03', account: '6217000010001234567' },
  });
  return storage;
}

async function atPaper(storage: Map<string, string>, network: Network, files: Files): Promise<Simulator> {
  const app = await openApp({ storage, network, url: FORM, handlers: files.handlers });
  await app.see('交之前，再看一遍', '重庆 · 酉阳');
  await app.tap('上一题');
  await app.see('在外干活的证明', '第 4 题 / 共 4 题');
  return app;
}

const cases = async () =>
  (await people.call('cases.mine', {}, await people.signIn('exited'))).cases.filter(
    ({ state }) => state !== 'withdrawn',
  );

test('拍一张：分段传上去，看得见传好了；不选了就什么也没有', async () => {
  const network = people.network();
  const files = new Files();
  const app = await atPaper(await phone(), network, files);
  await app.tap('在外干活的证明，从聊天里选PDF');
  await app.tap('在外干活的证明，拍照');
  await app.see('第1份：照片1.jpg', '已传好', '已选1份，1份已传好，最多5份');
  expect(app.callsOf('chooseMedia')).toMatchObject([
    [{ sourceType: ['camera'], mediaType: ['image'], count: 5 }],
  ]);
  const sizes = network.sent
    .filter(({ path }) => path === 'files.put')
    .map(({ input }) => Buffer.from((input as { base64: string }).base64, 'base64').length);
  expect(sizes.slice(0, -1)).toEqual([192 * 1024]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(BIG.length);
  await app.tap('删掉第1份');
  await app.tap('删掉', '.ui-sheet');
  await app.unsee('照片1.jpg');
  expect([...files.all.keys()]).toEqual(['wxfile://tmp/1.jpg']);
});

test('没信号：照片和表都留在手机上，微信关了再开也在；有信号自己送到，只有一件', async () => {
  const network = people.network();
  const files = new Files();
  const storage = await phone();
  const app = await atPaper(storage, network, files);
  await app.until(
    () => network.sent.some(({ path }) => path === 'cases.save_draft'),
    'the form on the server',
  );
  await network.settled();
  network.up = false;
  await app.tap('在外干活的证明，拍照');
  await app.see('没有信号，有了信号自己会传');
  await app.tap('看一遍');
  await app.tap('提交');
  await app.see('还没有送出去');
  app.close();
  expect(await cases()).toEqual([]);
  files.all.delete('wxfile://tmp/1.jpg');

  network.up = true;
  const again = await openApp({
    storage,
    network,
    url: '/packages/cases/list/index',
    handlers: files.handlers,
  });
  await again.see('办过的事', '跨区域交通补助', '已送达');
  const [filed, ...others] = await cases();
  expect(others).toEqual([]);
  const { papers } = await people.call('cases.show', { id: filed?.id ?? '' }, await people.signIn('exited'));
  expect(papers).toMatchObject([{ evidence: 'work_proof', name: '照片1.jpg', type: 'image/jpeg' }]);
  await again.until(
    () => ![...storage.keys()].some((key) => /:(form|upload):/.test(key)),
    'nothing left of it',
  );
  expect([...files.all.keys()]).toEqual([]);
});
