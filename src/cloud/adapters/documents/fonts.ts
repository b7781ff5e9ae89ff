/**
 * Chinese text on PDF pages: Noto Sans SC (SIL Open Font License) is embedded, only the characters used. Most of it
 * comes from one file of 8,000 characters; rare characters of names from the small files beside it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sfntOf } from './woff';

export type Weight = 400 | 700;

export interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
}

export interface Lettering {
  /** Width of a line in points. */
  width(text: string, style: Style): number;
  /** One line; `x` is its left end, middle or right end by `align`, `y` its top. A line is 1.45 sizes high. */
  line(text: string, x: number, y: number, style: Style, align?: 'left' | 'center' | 'right'): void;
  /**
   * A text in lines no wider than `width`: numbers and Latin words stay whole, no line begins with a closing mark.
   * @param first less room on the first line, in points
   */
  wrapped(text: string, width: number, style: Style, first?: number): string[];
  /** Characters no font here has; `line` draws 〓 for them, as printers of type do. */
  missing(text: string): string[];
}

/** What of pdfkit's open document is needed; its own types leave out the font it has open. */
type Doc = PDFKit.PDFDocument & {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
};

const MISSING = '〓';
/** Where the baseline stands and how high a line is, in sizes, the same for every file of the family. */
const LINE_HEIGHT = 1.448;

interface Range {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Which small file has which characters, by the package's own table. */
function smallFiles(folder: string): Range[] {
  const table = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(table).flatMap(([name, ranges]) =>
    ranges.split(',').map((range) => {
      const [from, to] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return { file: name.replace(/[[\]]/g, ''), from: from as number, to: to ?? (from as number) };
    }),
  );
}

/** @throws Error when the font package is not installed */
export function lettering(document: PDFKit.PDFDocument): Lettering {
  const doc = document as Doc;
  const folder = fontFolder();
  const registered = new Set<string>();
  /** Name under which the document knows a file. */
  function file(name: string, weight: Weight): string {
    const known = `${name}-${weight}`;
    if (!registered.has(known)) {
      doc.registerFont(known, fontData(path.join(folder, 'files', `noto-sans-sc-${known}-normal.woff`)));
      registered.add(known);
    }
    return known;
  }
  const small = smallFiles(folder);
  const chosen = new Map<string, string | null>();

  const has = (name: string, codePoint: number) => {
    doc.font(file(name, 400));
    return doc._font.font.hasGlyphForCodePoint(codePoint);
  };
  /** Name of the file that has a character, or null. */
  function fileOf(character: string): string | null {
    const known = chosen.get(character);
    if (known !== undefined) return known;
    const code = character.codePointAt(0) as number;
    const others = small.filter(({ from, to }) => code >= from && code <= to).map((range) => range.file);
    const found = ['chinese-simplified', ...others].find((name) => has(name, code)) ?? null;
    chosen.set(character, found);
    return found;
  }

  /** Stretches of one file each. */
  function runs(text: string): { name: string; text: string }[] {
    const out: { name: string; text: string }[] = [];
    for (const character of text) {
      const found = fileOf(character);
      const name = found ?? 'chinese-simplified';
      const shown = found === null ? MISSING : character;
      const last = out.at(-1);
      if (last?.name === name) last.text += shown;
      else out.push({ name, text: shown });
    }
    return out;
  }

  const use = (name: string, { size, weight = 400 }: Style) => doc.font(file(name, weight)).fontSize(size);
  const width = (text: string, style: Style) =>
    runs(text).reduce((sum, run) => sum + use(run.name, style).widthOfString(run.text), 0);

  /** In sizes, by weight: a thousand rows are made of the same few hundred characters. */
  const widths = new Map<string, number>();
  const unitWidth = (unit: string, { size, weight = 400 }: Style): number => {
    const key = `${weight}${unit}`;
    let known = widths.get(key);
    if (known === undefined) {
      known = width(unit, { size: 100, weight }) / 100;
      widths.set(key, known);
    }
    return known * size;
  };

  return {
    width,
    line(text, x, y, style, align = 'left') {
      const share = align === 'left' ? 0 : align === 'center' ? 0.5 : 1;
      let at = x - width(text, style) * share;
      for (const run of runs(text)) {
        use(run.name, style)
          .fillColor(style.color ?? '#000')
          .text(run.text, at, y, { lineBreak: false });
        at += doc.widthOfString(run.text);
      }
    },
    wrapped(text, limit, style, first = 0) {
      const lines: string[] = [];
      for (const paragraph of text.split('\n')) {
        let line = '';
        let taken = first;
        for (const unit of units(paragraph)) {
          if (line !== '' && taken + unitWidth(unit.trimEnd(), style) > limit) {
            lines.push(line.trimEnd());
            line = '';
            taken = 0;
          }
          line += unit;
          taken += unitWidth(unit, style);
        }
        lines.push(line.trimEnd());
      }
      return lines;
    },
    missing: (text) =>
      [...new Set(text)].filter((character) => fileOf(character) === null && character !== '\n'),
  };
}

export const lineHeight = (size: number): number => size * LINE_HEIGHT;

/** What may not be torn apart: a word or number, or a character with the closing marks after it and opening before. */
const units = (text: string): string[] =>
  text.match(/[（《“〈「]*(?:[\w.,:/?=&%+#@~-]+ ?|[\s\S])[，。、：；？！）》”〉」…％]*/gu) ?? [];

const unpacked = new Map<string, Buffer>();

/** Unpacked once a process: three megabytes for each weight. */
function fontData(file: string): Buffer {
  const known = unpacked.get(file) ?? sfntOf(readFileSync(file));
  unpacked.set(file, known);
  return known;
}

/** Beside the cloud function's one file; the server runs in the project's folder. */
function fontFolder(): string {
  const shipped = path.join(__dirname, 'fonts');
  if (existsSync(path.join(shipped, 'unicode.json'))) return shipped;
  const find = createRequire(path.join(process.cwd(), 'package.json'));
  return path.dirname(find.resolve('@fontsource/noto-sans-sc/package.json'));
}
