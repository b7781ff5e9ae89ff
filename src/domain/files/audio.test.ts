import fc from 'fast-check';
import { aac, box, mp3, mp4, ogg, wav, webm } from '../../../test/sample-sound';
import { checkFile, HEAD_BYTES, typeOfHead } from './index';

const said = (bytes: Uint8Array) => {
  const checked = checkFile(bytes, () => null);
  return checked.ok ? checked.type : checked.problem;
};

test.each([
  ['MP3', mp3(), 'audio/mpeg'],
  ['MP3，前面有标签', mp3({ tag: true }), 'audio/mpeg'],
  ['AAC', aac(), 'audio/aac'],
  ['WAV', wav(), 'audio/wav'],
  ['Ogg 里的 Opus', ogg(), 'audio/ogg'],
  ['Ogg 里的 Vorbis', ogg('\x01vorbis'), 'audio/ogg'],
  ['WebM 里的 Opus', webm(), 'audio/webm'],
  ['M4A', mp4(), 'audio/mp4'],
  ['手机录的 MP4，里面只有声音', mp4(['soun'], 'isom'), 'audio/mp4'],
])('%s：收，一个字节不动', (_, bytes, type) => {
  const checked = checkFile(bytes, () => null);
  expect(checked).toMatchObject({ ok: true, type });
  expect(checked.ok && Buffer.from(checked.bytes).equals(bytes)).toBe(true);
  expect(typeOfHead(bytes.subarray(0, HEAD_BYTES))).toBe(type);
});

test.each([
  ['录像', mp4(['soun', 'vide']), 'WrongFileType'],
  ['录像，没有声音', mp4(['vide']), 'WrongFileType'],
  ['MP4 里什么都没有', box('ftyp', Buffer.from('M4A \0\0\0\0')), 'FileBroken'],
  ['MP4 断了', mp4().subarray(0, -9), 'FileBroken'],
  ['WebM 录像', webm('V_VP8 A_OPUS'), 'WrongFileType'],
  ['WebM 没有声音', webm('A_OPUS', false), 'FileBroken'],
  ['Ogg 录像', ogg('\x80theora'), 'WrongFileType'],
  ['WAV 只有头', wav().subarray(0, 44), 'FileBroken'],
  ['MP3 只有一帧', mp3({ frames: 1 }), 'FileBroken'],
  ['MP3 只有标签', mp3({ tag: true }).subarray(0, 60), 'FileBroken'],
  ['AAC 断了', aac(2), 'FileBroken'],
  ['别的 RIFF', Buffer.from('RIFF\0\0\0\0AVI LIST'), 'WrongFileType'],
])('%s：不收', (_, bytes, problem) => {
  expect(said(bytes)).toBe(problem);
});

test('随便改，要么收，要么说得出为什么，都有完', () => {
  const sample = fc.constantFrom(mp3({ tag: true }), aac(), wav(), ogg(), webm(), mp4());
  const changes = fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 8 });
  fc.assert(
    fc.property(sample, changes, fc.nat(600), (bytes, all, cut) => {
      const changed = Buffer.from(bytes);
      for (const [at, value] of all) changed[at % changed.length] = value;
      expect(typeof said(cut % 2 ? changed.subarray(0, cut) : changed)).toBe('string');
    }),
    { numRuns: 3_000 },
  );
});
