/** A paper as Word and PDF files: whole, well-formed, and what was typed is text and nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text as wholeText } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { fileName, writePaper } from '@/cloud/adapters/documents/paper';
import { signaturePicture } from '@/cloud/adapters/documents/signature';
import { crc32 } from '@/domain/files/png';
import type { Paper } from '@/domain/wages/paper';
import { openZip } from '../src/cli/register/xlsx/zip';

const folder = mkdtempSync(path.join(tmpdir(), 'papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function png(width: number, height: number, data = Buffer.alloc((width * 4 + 1) * height)): string {
  const chunk = (name: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(content.length, 0);
    around.writeUInt32BE(crc32(named, 0, named.length), 4);
    return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const all = [
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat(all).toString('base64');
}

const NASTY = '</w:t><script>alert(1)</script> & "样例" {{name}} \u0007\ufffe\ud800 $& \\u0041';
const paper: Paper = {
  name: '仲裁申请书/样例:张三?',
  foot: '内容由本人填写',
  blocks: [
    { kind: 'title', text: '劳动人事争议仲裁申请书' },
    { kind: 'warning', text: '写的必须是真事。' },
    { kind: 'heading', text: '申请人' },
    { kind: 'field', label: '姓名', text: '样例张三' },
    { kind: 'text', text: `${NASTY}\n第二段` },
    { kind: 'list', items: ['支付工资', '支付经济补偿'] },
    {
      kind: 'table',
      head: ['请求', '金额'],
      rows: [
        ['拖欠的工资', '18,500元'],
        ['', ''],
      ],
      widths: [2, 1],
    },
    { kind: 'break' },
    { kind: 'signature', label: '申请人', png: png(300, 100), date: '2026年11月22日' },
    { kind: 'signature', label: '代理人', png: null, date: '年月日' },
  ],
};

interface Xml {
  readonly names: readonly string[];
  readonly text: string;
  readonly attributes: readonly (readonly [string, string])[];
}

/** @throws Error for anything that is not well-formed */
function read(source: string): Xml {
  const names: string[] = [];
  const attributes: (readonly [string, string])[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes: of }) => {
    names.push(name);
    for (const [key, value] of Object.entries(of)) attributes.push([`${name}/${key}`, String(value)]);
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(source).close();
  return { names, text, attributes };
}

async function unpacked(made: Paper) {
  const { base64, name, type } = await writePaper(made, 'docx');
  const file = path.join(folder, 'paper.docx');
  writeFileSync(file, Buffer.from(base64, 'base64'));
  const zip = await openZip(file);
  return {
    name,
    type,
    part: async (part: string) => read(await wholeText(await zip.read(part))),
    has: zip.has,
  };
}

describe('Word', () => {
  test('每一部分都是完好的XML，关系指着的东西都在', async () => {
    const { part, has, name, type } = await unpacked(paper);
    expect(name).toBe('仲裁申请书 样例 张三.docx');
    expect(type).toContain('wordprocessingml');
    for (const one of [
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/styles.xml',
      'docProps/core.xml',
    ])
      await part(one);
    const { attributes } = await part('word/_rels/document.xml.rels');
    const targets = attributes.filter(([key]) => key.endsWith('/Target')).map(([, value]) => value);
    expect(targets.length).toBeGreaterThan(3);
    for (const target of targets) expect([target, has(`word/${target}`)]).toEqual([target, true]);
    for (const target of targets.filter((one) => one.endsWith('.xml'))) await part(`word/${target}`);
  });

  test('真的标题、真的表格、宋体、A4、页码、签名的图', async () => {
    const { part, has } = await unpacked(paper);
    const document = await part('word/document.xml');
    const values = (key: string) =>
      document.attributes.filter(([name]) => name === key).map(([, value]) => value);
    expect(values('w:pStyle/w:val')).toEqual(expect.arrayContaining(['Title', 'Heading1']));
    expect(document.names.filter((name) => name === 'w:tr').length).toBe(3);
    expect(document.names).toContain('w:tblHeader');
    expect(document.names).toContain('pic:pic');
    expect([...values('w:pgSz/w:w'), ...values('w:pgSz/w:h')].map(Number)).toEqual([11906, 16838]);
    const styles = await part('word/styles.xml');
    expect(styles.attributes).toContainEqual(['w:rFonts/w:eastAsia', '宋体']);
    expect(has('word/footer1.xml')).toBe(true);
    const foot = await part('word/footer1.xml');
    expect(foot.text).toContain('内容由本人填写');
    expect(foot.text).toMatch(/PAGE.*NUMPAGES/s);
  });

  test('像程序的字还是字，XML不能有的字换掉', async () => {
    const { part } = await unpacked(paper);
    const { text, names } = await part('word/document.xml');
    expect(text).toContain('</w:t><script>alert(1)</script> & "样例" {{name}} \ufffd\ufffd\ufffd $& \\u0041');
    expect(names).not.toContain('script');
  });
});

describe('PDF', () => {
  const pages = async (made: Paper) => {
    const { base64 } = await writePaper(made, 'pdf');
    const source = Buffer.from(base64, 'base64').toString('latin1');
    expect(source.startsWith('%PDF-')).toBe(true);
    expect(source).not.toMatch(/\/JavaScript|\/Launch|\/URI/);
    return source.match(/\/Type \/Page\b/g)?.length;
  };

  test('分页，字体在里面', async () => {
    expect(await pages(paper)).toBe(2);
  });

  test('一行比一页还高、一个词比一格还宽，也放得下', async () => {
    const tall = `${'样例'.repeat(240)}\n`.repeat(1);
    const rows = [['样'.repeat(500), tall, 'x'.repeat(500)]];
    const made: Paper = {
      name: '样例',
      foot: '',
      blocks: [{ kind: 'table', head: ['甲', '乙', '丙'], rows, widths: [1, 50, 1] }],
    };
    expect(await pages(made)).toBeGreaterThan(1);
  });

  test('页数多得不像文书，就不做', async () => {
    const text = '一\n'.repeat(190);
    const made: Paper = {
      name: '样例',
      foot: '',
      blocks: Array.from({ length: 150 }, () => ({ kind: 'text', text })),
    };
    await expect(writePaper(made, 'pdf')).rejects.toMatchObject({ name: 'TooManyPages' });
  });
});

describe('签名的图', () => {
  test('好的PNG，知道大小', () => {
    expect(signaturePicture(png(300, 100))).toMatchObject({ width: 300, height: 100 });
  });

  test.each([
    ['不是PNG', Buffer.from('<script>').toString('base64')],
    ['一半', png(300, 100).slice(0, 80)],
    ['空的', ''],
    ['比头上说的多', png(20, 20, Buffer.alloc(1_000_000))],
    ['比头上说的少', png(20, 20, Buffer.alloc(10))],
    ['大得不像签名', png(6000, 10)],
    ['摊开来太大', png(2500, 2000)],
  ])('%s不要', (_, base64) => {
    expect(signaturePicture(base64)).toBeNull();
  });
});

test('文件名：手机和电脑不许的字去掉', () => {
  expect(fileName('../a\\b:c*?"<>|\n.')).toBe('a b c');
  expect(fileName('???')).toBe('文书');
});
