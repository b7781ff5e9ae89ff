/** 朗读 in the browser: its own voice, else the server's, else it says that nobody can. */
import { PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal();
const DETAIL = '/#/packages/benefits/detail/index?id=cq-yulu-plus';

/** A browser with, or without, a Chinese voice; what it is told to say is kept. */
function voices(has: boolean): void {
  const said: string[] = [];
  const synth = {
    getVoices: () => (has ? [{ lang: 'zh-CN' }] : []),
    speak: (one: { text: string }) => said.push(one.text),
    cancel: () => said.push('—'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synth });
  Object.assign(globalThis, { said });
}

/** A tenth of a second of silence. */
function wav(): string {
  const bytes = Buffer.alloc(44 + 800, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + 800, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(800, 40);
  return bytes.toString('base64');
}

async function serverSpeaks(visit: Visit, can: boolean): Promise<string[]> {
  const said: string[] = [];
  await visit.page.route('**/api/call', (route) => {
    const { path, input } = JSON.parse(route.request().postData() ?? '{}');
    if (path === 'speech.available') return route.fulfill({ json: { ok: true, data: { available: can } } });
    if (path !== 'speech.say') return route.continue();
    said.push(input.text);
    return route.fulfill({ json: { ok: true, data: { type: 'audio/wav', base64: wav() } } });
  });
  return said;
}

async function open(phone: typeof PHONE, own: boolean): Promise<Visit> {
  const visit = await portal.open(phone, { place: YOUYANG, answers: { home_county: '500242', fpzp: true } });
  await visit.page.addInitScript(voices, own);
  await visit.page.goto(`${portal.url}/?again${DETAIL.slice(1)}`);
  await visit.isOn('雨露计划+');
  return visit;
}

test('the browser’s own Chinese voice: nothing is asked, nothing is sent', async () => {
  const visit = await open(PHONE, true);
  const sent = await serverSpeaks(visit, true);
  await visit.tap('朗读这一项');
  await visit.until(
    () =>
      visit.page.evaluate(() =>
        (globalThis as unknown as { said: string[] }).said.some((one) => one.includes('雨露计划')),
      ),
    'nothing was said',
  );
  await visit.tap('停止朗读这一项');
  await visit.sees('朗读');
  expect(sent).toEqual([]);
});

test('no voice here: the server’s, after saying once that the words are sent', async () => {
  const visit = await open(PHONE, false);
  const sent = await serverSpeaks(visit, true);
  await visit.tap('朗读这一项');
  await visit.sees('请服务器来读？');
  await visit.looksRight();
  expect(sent).toEqual([]);
  await visit.tap('读给我听');
  await visit.until(async () => sent.length > 0, 'nothing was sent');
  expect(sent.join('')).toContain('雨露计划');
  // it was played to its end, under the page's own content security policy
  await visit.control('朗读这一项').waitFor();
  await visit.seesNot('现在不能朗读');
});

onEveryPhone('nobody can: it says so and offers larger text', async (phone) => {
  const visit = await open(phone, false);
  await serverSpeaks(visit, false);
  await visit.tap('朗读这一项');
  await visit.looksRight();
  await visit.tap('读给我听');
  await visit.sees('现在不能朗读');
  await visit.looksRight();
  if (phone.scale > 1) return;
  await visit.tap('换成大字版');
  await visit.until(
    () => visit.page.evaluate(() => document.documentElement.style.getPropertyValue('--k') === '1.4'),
    'the text is not larger',
  );
});
