import { today } from '@/client/clock';
import { useCounty } from '@/client/county';
import type { Form } from '@/client/forms';
import { type UsePaper, usePaper } from '@/client/paper-store';
import { useService } from '@/client/services';
import { sha256 } from '@/domain/files/sha256';
import { utf8 } from '@/domain/wages/chain';
import type { LawBook } from '@/domain/wages/law';
import type { Paper } from '@/domain/wages/paper';
import type { PaperTemplate } from '@/domain/wages/paper-template';
import { type FilledPaper, filledPaper, type PaperProof } from '@/domain/wages/papers';

export interface UseFilled extends FilledPaper {
  readonly own: UsePaper;
  /** digest of what is signed */
  readonly digest: string;
  /** signed, and changed since */
  readonly stale: boolean;
}

/** The paper with the form's answers, what the person wrote instead, and their signature. */
export function useFilled(law: LawBook, template: PaperTemplate, form: Form | null): UseFilled {
  const own = usePaper(template.id, form?.id ?? null);
  const { service } = useService(form?.service ?? '');
  const county = useCounty();
  const { county: code } = form?.answers ?? {};
  const fill = (signature: { png: string; on: string } | null) =>
    filledPaper(template, form?.answers ?? {}, {
      today: today(),
      questions: [...law.questions, ...(service?.questions ?? [])],
      place: typeof code === 'string' && code !== '' ? county(code).replace(' · ', '') : null,
      evidence: proofsOf(law, form, service?.evidence ?? []),
      edits: own.edits,
      signature,
    });
  const bare = fill(null);
  const digest = digestOf(bare.paper);
  const signed = own.signed?.of === digest ? own.signed : null;
  return { ...(signed ? fill(signed) : bare), own, digest, stale: own.signed !== null && signed === null };
}

/** The day stands beside the signature, and is no part of what is signed. */
function digestOf({ blocks }: Paper): string {
  const text = JSON.stringify(blocks.filter(({ kind }) => kind !== 'signature'));
  const hash = sha256();
  hash.add(utf8(text));
  return hash.end();
}

/** What was handed in with the form, each kind once. */
function proofsOf(
  { proofs }: LawBook,
  form: Form | null,
  asks: readonly { readonly id: string; readonly title: string }[],
): PaperProof[] {
  const counted = new Map<string, number>();
  for (const { evidence } of form?.files ?? []) counted.set(evidence, (counted.get(evidence) ?? 0) + 1);
  return [...counted]
    .filter(([id]) => id !== 'signature')
    .map(([id, count]) => {
      const title =
        asks.find((ask) => ask.id === id)?.title ?? proofs.find((one) => one.id === id)?.title ?? id;
      // said of the person, not to them
      const proves = proofs.find((one) => one.id === id)?.proves.replace(/您/g, '本人') ?? null;
      return { title: `${title}（${count}份）`, source: null, proves };
    });
}
