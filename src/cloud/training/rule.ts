/** Whom the region's document puts first in training, decided by its benefit like everything else. */
import type { SessionView } from '@/contract/training';
import { derive, encode, explainRow, type Facts, type Pack } from '@/domain/eligibility';
import { firstFor, type TrainingKind } from '@/domain/training';
import { type Context, packFor } from '../context';
import { programFor } from '../policy-book/program';

/**
 * The benefit that puts this person first; null: none does, or it is not known. Unknown is no no, it is no reason either.
 * @param factsOf asked where the document puts anybody first
 */
export async function firstBy(
  context: Context,
  county: string,
  kind: TrainingKind,
  factsOf: () => Promise<Facts>,
): Promise<string | null> {
  const pack = packFor(context, county);
  const names = firstFor(pack?.region.training, kind);
  if (!pack || names.length === 0) return null;
  const { today } = context;
  const decisions = explainRow(programFor(pack, today), encode(derive(await factsOf(), today)));
  return (
    names.find((name) => decisions.some((one) => one.benefit === name && one.status === 'eligible')) ?? null
  );
}

type Named = SessionView['first'];

/** Whom the document puts first in a session of this kind, and whom it names for it. */
export function rulesFor(
  context: Context,
  county: string,
  kind: TrainingKind,
): { first: Named; named: Named } {
  const pack = packFor(context, county);
  const rule = pack?.region.training;
  if (!pack || !rule) return { first: [], named: [] };
  const of = (list: typeof rule.first): Named =>
    list
      .filter(({ kinds }) => kinds.includes(kind))
      .flatMap(({ benefit }) => said(pack, benefit, context.today) ?? []);
  return { first: of(rule.first), named: of(rule.named) };
}

/** A benefit as it is quoted: its own clause, not the group's. */
function said(pack: Pack, id: string, today: string): Named[number] | null {
  const benefit = pack.benefits.find((one) => one.id === id);
  const document = benefit && pack.documents.find((one) => one.id === benefit.document);
  if (!benefit || !document) return null;
  const quoted = benefit.clauses.find((clause) => 'quote' in clause && clause.quote !== undefined);
  const { to } = document.effective;
  return {
    benefit: id,
    title: benefit.title,
    document: document.id,
    number: document.number,
    item: benefit.items[0] ?? '',
    quote: quoted && 'quote' in quoted ? (quoted.quote ?? '') : '',
    expired: to !== null && today > to,
  };
}

/** The service to claim the allowance with; null: the region's document says nothing of one. */
export const claimFor = (context: Context, county: string): string | null =>
  packFor(context, county)?.region.training?.allowance.service ?? null;
