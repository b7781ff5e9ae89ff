/**
 * XLSX (ECMA-376, SpreadsheetML) as sheets, streamed: only the shared strings are held in memory. Formulas are not
 * worth their last result here: such a cell is a fault.
 */
import type { Cell } from '@/domain/register';
import { Refused } from '../refused';
import type { Range, Sheet } from '../table';
import { mergedRanges } from './merged-ranges';
import { sharedStrings } from './shared-strings';
import { sheetRows } from './sheet-rows';
import { readWhole } from './xml';
import { openZip, type Zip } from './zip';

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
}

interface Workbook {
  /** hidden ones left out, unless there is no other */
  readonly sheets: readonly SheetEntry[];
  /** days count from 1904, as on old Macs */
  readonly from1904: boolean;
}

async function workbook(zip: Zip): Promise<Workbook> {
  const sheets: (SheetEntry & { hidden: boolean })[] = [];
  let from1904 = false;
  await readWhole(await zip.read('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', relation, hidden: /hidden/i.test(attributes.state ?? '') });
    },
  });
  const shown = sheets.filter(({ hidden }) => !hidden);
  return { sheets: shown.length > 0 ? shown : sheets, from1904 };
}

/** Relation id → file in the archive; `strings` for the shared strings. */
async function relations(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readWhole(await zip.read('xl/_rels/workbook.xml.rels'), {
    open(name, { Id = '', Target = '', Type = '' }) {
      if (name !== 'Relationship') return;
      const file = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      targets.set(Type.endsWith('/sharedStrings') ? 'strings' : Id, file);
    },
  });
  return targets;
}

/** @throws Refused when the archive holds no workbook */
export async function xlsxSheets(file: string): Promise<Sheet[]> {
  const zip = await openZip(file);
  if (!zip.has('xl/workbook.xml') || !zip.has('xl/_rels/workbook.xml.rels'))
    throw new Refused('这个文件不是 CSV，也不是 XLSX（是别的压缩文件）');
  const { sheets, from1904 } = await workbook(zip);
  const targets = await relations(zip);
  let strings: Promise<readonly Cell[]> | null = null;
  const texts = (): Promise<readonly Cell[]> => {
    const entry = targets.get('strings');
    strings ??= entry && zip.has(entry) ? zip.read(entry).then(sharedStrings) : Promise.resolve([]);
    return strings;
  };
  return sheets.flatMap(({ name, relation }): Sheet[] => {
    const entry = targets.get(relation);
    if (!entry || !zip.has(entry)) return [];
    let ranges: Promise<readonly Range[]> | null = null;
    return [
      {
        name,
        from1904,
        async *rows() {
          yield* sheetRows(await zip.read(entry), await texts());
        },
        merged: () => {
          ranges ??= zip.read(entry).then(mergedRanges);
          return ranges;
        },
      },
    ];
  });
}
