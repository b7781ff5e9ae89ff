/** A template filled with what was answered: pure, the same on the phone and on the server. */
import { type Answers, truthOf } from '../cases';
import type { Paper, PaperBlock } from './paper';
import type { EachOf, PaperTemplate, TemplateBlock, TemplateText } from './paper-template';
import { EACH } from './paper-template';
import { BLANK, type PaperExtra, type Values, valuesOf } from './paper-values';

export { BLANK, type PaperClaim, type PaperExtra, type PaperProof, respondentsOf } from './paper-values';

/** Something the law wants in the paper, and nobody has said yet. */
export interface Missing {
  /** block of the paper where it can be written */
  readonly id: string;
  readonly label: string;
  /** the question that asks for it; null: it is written into the paper itself */
  readonly question: string | null;
}

export interface FilledPaper {
  readonly paper: Paper;
  readonly missing: readonly Missing[];
  /** blocks a person has rewritten, and what would stand there */
  readonly original: Readonly<Record<string, string>>;
}

const PLACE = /\{\{([a-z_]+(?:\.[a-z]+)?)\}\}/g;
/** Placeholders of a text, in order. */
export const placesOf = (text: string): string[] =>
  [...text.matchAll(PLACE)].map(([, name]) => name as string);

/** @param answers of the form or the case; what is not known becomes a line to write on by hand, never a guess */
export const paperOf = (template: PaperTemplate, answers: Answers, extra: PaperExtra): Paper =>
  filledPaper(template, answers, extra).paper;

export function filledPaper(template: PaperTemplate, answers: Answers, extra: PaperExtra): FilledPaper {
  const values = valuesOf(answers, extra);
  const filling = new Filling(answers, extra);
  const blocks = filling.all(template.blocks, values, '');
  const who = typeof answers.name === 'string' && answers.name !== '' ? `-${answers.name}` : '';
  return {
    paper: {
      name: `${template.title}${who}`.slice(0, 60),
      blocks,
      foot: [template.title, extra.number && `编号 ${extra.number}`, '内容由本人填写，签名前请逐字看过']
        .filter(Boolean)
        .join('　'),
    },
    missing: filling.missing,
    original: filling.original,
  };
}

class Filling {
  readonly missing: Missing[] = [];
  readonly original: Record<string, string> = {};
  constructor(
    private readonly answers: Answers,
    private readonly extra: PaperExtra,
  ) {}

  all(blocks: readonly TemplateBlock[], values: Values, under: string): PaperBlock[] {
    return blocks.flatMap((block) => (this.holds(block) ? this.one(block, values, under) : []));
  }

  private holds({ when }: { readonly when?: TemplateBlock['when'] }): boolean {
    return when === undefined || truthOf(when, { answers: this.answers, facts: {} }) === true;
  }

  private one(block: TemplateBlock, values: Values, under: string): PaperBlock[] {
    switch (block.kind) {
      case 'title':
      case 'heading':
        return [{ kind: block.kind, text: filled(block.text, values).slice(0, 60) }];
      case 'warning':
        return [{ kind: 'warning', text: filled(block.text, values) }];
      case 'text': {
        const id = under + block.id;
        const made = this.textOf(block.text, values);
        // what the law wants keeps its place, to be written in
        const text = this.written(id, made === '' && block.need !== undefined ? BLANK : made).slice(0, 5000);
        if (block.need !== undefined) this.look(id, block.need, text, block.text, values);
        return text === '' ? [] : [{ kind: 'text', text, id }];
      }
      case 'field': {
        const id = under + block.id;
        const text = this.written(id, this.textOf(block.text, values)).slice(0, 1000);
        if (block.need) this.look(id, block.label, text, block.text, values);
        return [{ kind: 'field', label: block.label, text, id }];
      }
      case 'list': {
        const id = under + block.id;
        const made = block.items
          .filter((item) => this.stands(item, values))
          .map(({ text }) => filled(text, values));
        const items = this.written(id, made.join('\n')).split('\n').slice(0, 100);
        return [{ kind: 'list', items: items.map((item) => item.slice(0, 1000)), id }];
      }
      case 'each':
        return this.rows(block.of, values).flatMap(({ key, row }) =>
          this.all(block.blocks, row, `${under}${block.of}.${key}.`),
        );
      case 'table': {
        const rows = this.rows(block.of, values).map(({ row }) =>
          block.cells.map((cell) => filled(cell, row).slice(0, 500)),
        );
        const spare = Array.from({ length: block.spare ?? 0 }, () => block.cells.map(() => ''));
        const { head, widths } = block;
        return [{ kind: 'table', head, rows: [...rows, ...spare], ...(widths && { widths }) }];
      }
      case 'signature':
        return [this.signature(block)];
      case 'break':
        return [{ kind: 'break' }];
    }
  }

  private signature({ label, hand }: TemplateBlock & { kind: 'signature' }): PaperBlock {
    const { signature, today } = this.extra;
    const signed = !hand && signature ? signature : null;
    const day = hand ? null : (signed?.on ?? today);
    const [year, month, date] = day?.split('-').map(Number) ?? [];
    return {
      kind: 'signature',
      label,
      png: signed?.png ?? null,
      date: day === null ? '　　　　年　　月　　日' : `${year}年${month}月${date}日`,
    };
  }

  /** What the person wrote instead, else what the template says. */
  private written(id: string, text: string): string {
    const own = this.extra.edits?.[id];
    if (own === undefined) return text;
    this.original[id] = text;
    return own;
  }

  private stands(
    piece: { when?: TemplateBlock['when']; known?: readonly string[] },
    values: Values,
  ): boolean {
    return this.holds(piece) && (piece.known ?? []).every((name) => (values[name] ?? null) !== null);
  }

  private textOf(text: TemplateText, values: Values): string {
    if (typeof text === 'string') return filled(text, values);
    return text
      .filter((piece) => this.stands(piece, values))
      .map((piece) => filled(piece.text, values))
      .join('');
  }

  private look(id: string, label: string, text: string, template: TemplateText, values: Values): void {
    if (text.trim() !== '' && !text.includes(BLANK)) return;
    const pieces = typeof template === 'string' ? [{ text: template }] : template;
    const unknown = pieces
      .filter((piece) => this.stands(piece, values))
      .flatMap((piece) => placesOf(piece.text))
      .find((name) => (values[name] ?? null) === null);
    const from = unknown !== undefined && FROM_NUMBER.includes(unknown) ? 'id_number' : unknown;
    const asked = this.extra.questions.some((question) => question.id === from);
    this.missing.push({ id, label: where(id, values) + label, question: asked ? (from as string) : null });
  }

  private rows(of: EachOf, values: Values): { key: string; row: Values }[] {
    const { one, has } = EACH[of];
    return (values.rows?.[of] ?? []).map(({ key, ...row }) => ({
      key,
      row: {
        ...values,
        ...Object.fromEntries(has.map((name) => [`${one}.${name}`, row[name] ?? null])),
      } as Values,
    }));
  }
}

/** The number of the identity document says these. */
const FROM_NUMBER: readonly string[] = ['sex', 'birth', 'age'];

/** 被申请人：地址, where it is one of several. */
const where = (id: string, values: Values): string =>
  id.startsWith('respondents.') ? `${values['respondent.role'] ?? ''}的` : '';

const filled = (text: string, values: Values): string =>
  text.replace(PLACE, (_, name: string) => (values[name] as string | null | undefined) ?? BLANK);
