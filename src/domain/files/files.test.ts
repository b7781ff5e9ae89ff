import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import {
  EXE,
  HEIC,
  objectStream,
  PNG_SIGNATURE,
  pdf,
  photo,
  plainPhoto,
  png,
  SECRET_PLACE,
} from '../../../test/sample-files';
import { checkFile } from './index';

const inflate = (bytes: Uint8Array) => {
  try {
    return inflateSync(bytes, { maxOutputLength: 1_000_000 });
  } catch {
    return null;
  }
};
const check = (bytes: Uint8Array) => checkFile(bytes, inflate);

function kept(bytes: Uint8Array): Buffer {
  const checked = check(bytes);
  if (!checked.ok) throw new Error(checked.problem);
  return Buffer.from(checked.bytes);
}
const problem = (bytes: Uint8Array) => {
  const checked = check(bytes);
  return checked.ok ? checked.type : checked.problem;
};

describe('JPG', () => {
  test('地点、相机、备注、内嵌的小图、后面跟着的东西都去掉，画面一个字节不动', () => {
    expect(photo().includes(SECRET_PLACE)).toBe(true);
    expect(kept(photo())).toEqual(plainPhoto());
    expect(kept(plainPhoto())).toEqual(plainPhoto());
  });

  test.each([2, 3, 6, 8])('方向 %i 留着，别的 EXIF 不留', (orientation) => {
    const bytes = kept(photo({ orientation }));
    expect(bytes.includes(SECRET_PLACE)).toBe(false);
    const at = bytes.indexOf('Exif\0\0');
    // JFIF in front of it
    expect(at).toBe(20 + 4);
    const entry = bytes.subarray(at + 6 + 10, at + 6 + 22);
    expect([entry.readUInt16BE(0), entry.readUInt16BE(2), entry.readUInt16BE(8)]).toEqual([
      0x112,
      3,
      orientation,
    ]);
    expect(kept(bytes)).toEqual(bytes);
  });

  test('EXIF 写坏了：当作正的，不出错', () => {
    for (const orientation of [0, 9, 65_535]) expect(kept(photo({ orientation }))).toEqual(plainPhoto());
  });

  test('断在哪里都看得出来', () => {
    const whole = plainPhoto();
    for (let length = 3; length < whole.length; length++)
      expect([length, problem(whole.subarray(0, length))]).toEqual([length, 'FileBroken']);
  });

  test('声称的尺寸太大', () => {
    expect(problem(photo({ size: [8000, 6000] }))).toBe('image/jpeg');
    expect(problem(photo({ size: [10_000, 5_001] }))).toBe('PictureTooLarge');
    expect(problem(photo({ size: [0, 8] }))).toBe('FileBroken');
  });
});

describe('PNG', () => {
  test('文字、时间、EXIF、后面跟着的东西都去掉', () => {
    const bytes = kept(png());
    expect(bytes.includes(SECRET_PLACE)).toBe(false);
    const names = [...bytes.toString('latin1').matchAll(/IHDR|tEXt|eXIf|tIME|IDAT|IEND/g)].map(
      ([name]) => name,
    );
    expect(names).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(bytes.subarray(-4).toString('hex')).toBe('ae426082');
    expect(kept(bytes)).toEqual(bytes);
  });

  test('断在哪里都看得出来；改一个字节也看得出来', () => {
    const whole = kept(png());
    for (let length = PNG_SIGNATURE.length; length < whole.length; length++)
      expect([length, problem(whole.subarray(0, length))]).toEqual([length, 'FileBroken']);
    for (let at = PNG_SIGNATURE.length + 8; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 1;
      expect([at, problem(changed)]).not.toEqual([at, 'image/png']);
    }
  });

  test('声称的尺寸太大', () => {
    expect(problem(png(50_000, 1_000))).toBe('image/png');
    expect(problem(png(50_000, 1_001))).toBe('PictureTooLarge');
    expect(problem(png(0x7fffffff, 0x7fffffff))).toBe('PictureTooLarge');
  });
});

describe('PDF', () => {
  test('普通的收，后面跟着的东西去掉', () => {
    expect(kept(pdf()).toString()).toBe(pdf().toString().trimEnd());
    expect(kept(Buffer.concat([pdf(), Buffer.from('PK\x03\x04 another file')])).includes('PK')).toBe(false);
    expect(
      kept(pdf(objectStream('<</Type/Outlines/First 9 0 R>>'), '<</Type/Outlines/First 9 0 R>>')),
    ).toBeTruthy();
    // a picture in it, and a word that only begins like one of those
    expect(
      problem(pdf('<</Filter/DCTDecode/Length 3>>\nstream\nabc\nendstream', '<</EncryptMetadata true>>')),
    ).toBe('application/pdf');
  });

  test.each([
    ['程序', '<</S/JavaScript/JS(app.alert)>>'],
    ['名字换个写法', '<</S/J#61vaScr#69pt/JS(app.alert)>>'],
    ['打开别的程序', '<</S /Launch/F(calc.exe)>>'],
    ['密码', '<</Encrypt 9 0 R>>'],
    ['藏在压缩的对象里', objectStream('<</S/JavaScript/JS(app.alert)>>')],
    ['藏在压缩的对象里，不写种类', objectStream('<</S/JavaScript>>', '/N 1/First 4/Filter/FlateDecode')],
    ['藏着，中间有句备注', objectStream('<</S/JavaScript>>', '/First 4 %endobj\n/N 1/Filter/FlateDecode')],
    ['压缩的办法看不懂', objectStream('<<>>', '/Type/ObjStm/First 4/Filter[/ASCIIHexDecode/FlateDecode]')],
    ['压缩的办法换个写法', objectStream('<</S/JavaScript>>', '/Type/ObjStm/First 4/F#69lter/FlateDecode')],
    ['藏得太远', objectStream('<<>>', `/Type/ObjStm/First 4${' '.repeat(5_000)}/Filter/FlateDecode`)],
    ['解压没有尽头', objectStream(' '.repeat(2_000_000))],
    ['没完没了的对象', '/First\nstream\n'.repeat(200_000)],
    ['没完没了的目录', '/First endobj\n'.repeat(200_000)],
  ])('%s：不收', (_, object) => {
    expect(problem(pdf(object))).toBe('UnsafePdf');
  });

  test('没有结尾', () => {
    expect(problem(pdf().subarray(0, 100))).toBe('FileBroken');
    expect(problem(Buffer.from('%PDF-'))).toBe('FileBroken');
  });
});

test.each([
  ['空的', Buffer.alloc(0), 'FileBroken'],
  ['程序改名叫 .jpg', EXE, 'WrongFileType'],
  ['HEIC', HEIC, 'HeicPhoto'],
  ['GIF', Buffer.from('GIF89a…'), 'WrongFileType'],
  ['网页', Buffer.from('<html><script>alert(1)</script>'), 'WrongFileType'],
  ['只有开头', Buffer.from('ffd8ff', 'hex'), 'FileBroken'],
  ['只有开头', PNG_SIGNATURE, 'FileBroken'],
])('%s', (_, bytes, expected) => {
  expect(problem(bytes)).toBe(expected);
});

test('又是照片又是网页：网页的部分不留', () => {
  const html = Buffer.from('<script>alert(1)</script>');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, html.length + 2]), html]);
  const whole = plainPhoto();
  const both = Buffer.concat([whole.subarray(0, 20), comment, whole.subarray(20), html]);
  expect(kept(both).includes('script')).toBe(false);
});

test('随便改，要么收，要么说得出为什么；收下的再查一遍还是一样', () => {
  const samples = [photo({ orientation: 6 }), png(), pdf(objectStream('<</Type/Catalog>>'))];
  const change = fc.tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 6 }),
    fc.nat(2_000),
  );
  fc.assert(
    fc.property(change, ([sample, changes, cut]) => {
      const bytes = Buffer.from(sample);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      const checked = check(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
      if (!checked.ok) return;
      expect(kept(checked.bytes)).toEqual(Buffer.from(checked.bytes));
      expect(checked.bytes.length).toBeLessThanOrEqual(bytes.length + 36);
    }),
    { numRuns: 2_000 },
  );
});
