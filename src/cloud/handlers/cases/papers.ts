/** The papers of a wage matter from what was filed: the same words as on the phone, with number, office and day. */
import type { InputOf } from '@/contract/api';
import type { PaperFile } from '@/contract/papers';
import { MAX_PIECE } from '@/domain/files';
import { type PaperExtra, type PaperProof, paperOf } from '@/domain/wages/papers';
import { writePaper } from '../../adapters/documents/paper';
import { signaturePicture } from '../../adapters/documents/signature';
import { mineOr404 } from '../../cases/access';
import { countyName } from '../../cases/names';
import { type CaseRecord, recordOf } from '../../cases/record';
import { askerOf, type Context, servicesOf } from '../../context';
import { keyOf, readWhole } from '../../files/content';
import { fileOf, filesOf } from '../../files/own-file';
import { refuse } from '../../refuse';
import { OWN_KINDS } from './prefill';

export async function paper(context: Context, input: InputOf<'cases.paper'>): Promise<PaperFile> {
  await mineOr404(context, input.id);
  const record = await recordOf(context, input.id);
  return paperOfCase(context, forHelper(context, record), input);
}

/** Numbers that a helper did not type in themselves become lines to fill in by hand, as the case shows only their ends. */
function forHelper(context: Context, record: CaseRecord): CaseRecord {
  const { mandate, account } = askerOf(context);
  const { at, events, ground } = record;
  if (mandate === null || events[0]?.actor.id === account.id) return record;
  const own = ground.service.questions.filter(({ kind }) => OWN_KINDS.includes(kind)).map(({ id }) => id);
  const answers = Object.fromEntries(Object.entries(at.answers).filter(([id]) => !own.includes(id)));
  return { ...record, at: { ...at, answers } };
}

/** @throws NotFound for a case that is no wage matter, and for a paper there is not */
export async function paperOfCase(
  context: Context,
  record: CaseRecord,
  { paper: id, format }: Omit<InputOf<'cases.paper'>, 'id'>,
): Promise<PaperFile> {
  const template = context.book.law.papers.find((one) => one.id === id);
  if (!template || !isWageMatter(record)) throw refuse('NotFound');
  await servicesOf(context).limits.take('paper_account', askerOf(context).account.id);
  const extra = await extraOf(context, record);
  return writePaper(paperOf(template, record.at.answers, extra), format);
}

const isWageMatter = ({ ground }: CaseRecord): boolean => ground.service.area === 'arrears';

async function extraOf(context: Context, record: CaseRecord): Promise<PaperExtra> {
  const { at, row, ground } = record;
  const { county } = at.answers;
  const png = await signatureOf(context, record);
  return {
    today: context.today,
    questions: [...context.book.law.questions, ...ground.service.questions],
    place: typeof county === 'string' ? countyName(context.book, county) : null,
    number: row.number,
    filed_on: row.filedOn,
    office: ground.office.name,
    evidence: proofsOf(context, record),
    signature: png === null ? null : { png, on: row.filedOn },
  };
}

/** What was handed in, each kind once. */
function proofsOf({ book }: Context, { at, ground }: CaseRecord): PaperProof[] {
  return ground.service.evidence
    .filter(({ id }) => id !== SIGNATURE)
    .flatMap(({ id, title }) => {
      const count = at.files.filter(({ evidence }) => evidence === id).length;
      if (count === 0) return [];
      // said of the person, not to them
      const proves = book.law.proofs.find((one) => one.id === id)?.proves.replace(/您/g, '本人') ?? null;
      return [{ title: `${title}（${count}份）`, source: null, proves }];
    });
}

const SIGNATURE = 'signature';
/** A photo of a signature, made smaller by the phone. */
const MAX_SIGNATURE = 2 * 1024 * 1024;

/** Base64 of the newest one handed in; null where there is none that can be printed: then there is a line to sign on. */
async function signatureOf(context: Context, { at }: CaseRecord): Promise<string | null> {
  const handed = at.files.filter(({ evidence }) => evidence === SIGNATURE).at(-1);
  const file = handed ? await fileOf(context, handed.file) : null;
  if (file?.state !== 'ready' || file.bytes > MAX_SIGNATURE) return null;
  const key = keyOf(servicesOf(context).store.cipher, file);
  const pieces: Buffer[] = [];
  for (let offset = 0; offset < file.bytes; offset += MAX_PIECE) {
    const piece = await readWhole(filesOf(context), key, file, offset);
    if (!piece) return null;
    pieces.push(piece);
  }
  const base64 = Buffer.concat(pieces).toString('base64');
  return signaturePicture(base64) ? base64 : null;
}
