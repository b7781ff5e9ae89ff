import { z } from 'zod';
import type { Paper, PaperBlock } from '@/domain/wages/paper';
import { errors, post, procedure, typed, words } from './base';

/** Rows of all tables together: three years of a diary, day by day. */
export const MAX_PAPER_ROWS = 1500;
/** Characters of a paper as it is sent; a longer one is sent in parts (`partsOf` in domain/wages/paper-parts.ts). */
export const MAX_PAPER_CHARS = 300_000;
const MAX_BLOCKS = 150;
const MAX_LINES = 200;
/** A signature of 200 KB, in base64. */
const MAX_SIGNATURE = Math.ceil((200 * 1024) / 3) * 4;

const fewLines = (text: string) => text.split('\n').length <= MAX_LINES;
const prose = typed(5000).refine(fewLines, '一段文字的行数太多，请分成几段');
const cell = typed(500).refine((text) => text.split('\n').length <= 20, '一格里的行数太多');
const label = typed(40);
const blockId = z
  .string()
  .max(60)
  .regex(/^[\w.:-]+$/)
  .optional();

const block: z.ZodType<PaperBlock, PaperBlock> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), text: words(60) }),
  z.strictObject({ kind: z.literal('heading'), text: words(60) }),
  z.strictObject({ kind: z.literal('text'), text: prose, id: blockId }),
  z.strictObject({ kind: z.literal('field'), label, text: typed(1000).refine(fewLines), id: blockId }),
  z.strictObject({ kind: z.literal('list'), items: z.array(typed(1000)).max(100), id: blockId }),
  z
    .strictObject({
      kind: z.literal('table'),
      head: z.array(label).min(1).max(10),
      rows: z.array(z.array(cell).max(10)).max(MAX_PAPER_ROWS),
      widths: z.array(z.number().positive().max(100)).max(10).optional(),
    })
    .refine(({ head, rows }) => rows.every((row) => row.length === head.length), '表格的每一行要和表头一样多')
    .refine(
      ({ head, widths }) => widths === undefined || widths.length === head.length,
      '表格的宽度和表头对不上',
    ),
  z.strictObject({
    kind: z.literal('signature'),
    label: words(40),
    png: z
      .string()
      .max(MAX_SIGNATURE, '签名的图片太大，请重新签一次')
      .regex(/^[A-Za-z0-9+/]+={0,2}$/)
      .nullable(),
    date: typed(40),
  }),
  z.strictObject({ kind: z.literal('warning'), text: words(500) }),
  z.strictObject({ kind: z.literal('break') }),
]);

const rowsOf = (blocks: readonly PaperBlock[]) =>
  blocks.reduce((sum, one) => sum + (one.kind === 'table' ? one.rows.length : 0), 0);

export const paper: z.ZodType<Paper, Paper> = z.strictObject({
  name: words(60),
  blocks: z
    .array(block)
    .min(1)
    .max(MAX_BLOCKS)
    .refine((all) => rowsOf(all) <= MAX_PAPER_ROWS, `表格太长，一份最多${MAX_PAPER_ROWS}行，请分成几份`)
    .refine((all) => all.filter(({ kind }) => kind === 'signature').length <= 5, '一份文书最多五处签名')
    .refine((all) => all.filter(({ kind }) => kind === 'break').length <= 20, '分页太多'),
  foot: typed(120),
});

export const PAPER_FORMATS = ['pdf', 'docx'] as const;
export const paperFormat = z.enum(PAPER_FORMATS);
export type PaperFormat = z.infer<typeof paperFormat>;

export const PAPER_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<PaperFormat, string>;

/** A paper as a file to keep. */
export const paperFile = z.object({
  name: z.string(),
  type: z.enum(Object.values(PAPER_TYPES)),
  base64: z.string(),
});
export type PaperFile = z.infer<typeof paperFile>;

/** Which paper: a file of policy/law/papers. */
export const paperId = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);

export const papersContract = {
  /** Nothing of it is kept, and nothing of it stands in a log. */
  render: procedure
    .meta({ who: 'public' })
    .route(post('/papers/render', 'A paper as a PDF or Word file'))
    .input(z.strictObject({ paper, format: paperFormat }))
    .output(paperFile)
    .errors(errors('InvalidInput', 'BodyTooLarge', 'TooManyTries', 'NotReady')),
};
