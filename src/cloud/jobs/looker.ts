/** What counts of whoever looks: skills, the register, and what the rules engine says for them. */
import { type Decision, derive, encode, explainRow, type Facts, type Pack } from '@/domain/eligibility';
import {
  FAR_REGIONS,
  type Looker,
  type SaidOfAway,
  type SaidOfKind,
  saidPlain,
  saidText,
} from '@/domain/jobs';
import type { Context } from '../context';
import { programFor } from '../policy-book/program';
import { skillsOf } from '../work/card';
import { knownFacts } from '../work/known-facts';

export interface Person {
  readonly looker: Looker;
  /** township of the register, to say 家 */
  readonly town: string | null;
}

/** Also for a stranger, of whom nothing is known. */
export async function personOf(context: Context): Promise<Person> {
  const { asker } = context;
  if (!asker) return { looker: lookerOf(context, null, []), town: null };
  const [{ member, facts }, skills] = await Promise.all([
    knownFacts(context, asker.subject),
    skillsOf(context),
  ]);
  const town = member?.row.town;
  return { looker: lookerOf(context, facts, skills), town: typeof town === 'string' ? town : null };
}

function lookerOf(context: Context, facts: Facts | null, skills: Looker['skills']): Looker {
  const packs = [...context.packs.values()].filter(({ region }) => region.jobs);
  return {
    skills,
    light: facts?.labour_grade === 'half' || facts?.labour_grade === 'weak',
    home: typeof facts?.home_county === 'string' ? facts.home_county : null,
    kinds: packs.flatMap((pack) => kindsOf(context, pack, facts)),
    away: facts ? packs.flatMap((pack) => awayOf(context, pack, facts)) : [],
  };
}

const decide = ({ today }: Context, pack: Pack, facts: Facts): Decision[] =>
  explainRow(programFor(pack, today), encode(derive(facts, today)));

/** Where a benefit, or an item of the region's own document, stands, and since when it is over. */
function groundOf(pack: Pack, of: { benefit?: string; item?: string }, today: string) {
  const benefit = pack.benefits.find((one) => one.id === of.benefit);
  const id = benefit?.document ?? pack.region.documents[0];
  const document = pack.documents.find((one) => one.id === id);
  const item = of.item ?? benefit?.items[0] ?? '';
  const { from, to } = document?.effective ?? { from: '9999-12-31', to: null };
  const expired = to !== null && to < today ? to : null;
  return {
    prefix: document?.jurisdiction.prefix ?? pack.region.id,
    item,
    cite: `${document?.number ?? ''}${item}`,
    begun: from <= today,
    expired,
    passage: (text: string) => ({
      ...{ said: saidPlain(text, expired), document: document?.id ?? '', item, benefit: of.benefit ?? null },
    }),
  };
}

const fails = ({ clauses }: Decision) => clauses.some(({ state }) => state === 'failed');

function stateOf(decision: Decision | undefined, expired: boolean): SaidOfKind['state'] | null {
  if (decision?.reason === 'jurisdiction' || (decision && fails(decision))) return null;
  if (expired) return 'expired';
  // nobody is known: what the document says, it says
  if (!decision || decision.status === 'needs_info') return 'said';
  return decision.status === 'not_eligible' ? null : 'mine';
}

function kindsOf(context: Context, pack: Pack, facts: Facts | null): SaidOfKind[] {
  const decisions = facts ? decide(context, pack, facts) : null;
  return (pack.region.jobs?.reasons ?? []).flatMap((rule) => {
    const { prefix, item, cite, begun, expired, passage } = groundOf(pack, rule, context.today);
    const decision = decisions?.find((one) => one.benefit === rule.benefit);
    // what gives nobody anything by name is nobody's own
    const said = rule.benefit === undefined ? (expired === null ? 'said' : 'expired') : null;
    const state = begun ? (said ?? stateOf(decision, expired !== null)) : null;
    if (state === null || (decisions && !decision && said === null)) return [];
    const text = (kind: SaidOfKind['kind']) =>
      saidText(rule.text, kind, item, state === 'expired' ? expired : null);
    return rule.kinds.map((kind) => ({
      ...{ kind, prefix, state, cite, text: text(kind) },
      ...{ passage: passage(rule.text), region: rule.region ?? null },
    }));
  });
}

/** What somebody who went there would be told. */
function awayOf(context: Context, pack: Pack, facts: Facts): SaidOfAway[] {
  const rules = pack.region.jobs?.transport ?? [];
  if (rules.length === 0) return [];
  return FAR_REGIONS.flatMap((region) => {
    const there = { ...facts, employed: true, work_region: region, work_county: null };
    const decisions = decide(context, pack, { ...there, stable_since: null, stable_months: null });
    return rules.flatMap(({ benefit, text, later = [] }): SaidOfAway[] => {
      const { item, cite, expired, passage } = groundOf(pack, { benefit }, context.today);
      const decision = decisions.find((one) => one.benefit === benefit);
      if (!decision) return [];
      const state = stateOf(decision, expired !== null);
      const waits = state === 'said' && decision.missing.every((fact) => later.includes(fact));
      if (state !== 'mine' && state !== 'expired' && !waits) return [];
      const over = state === 'expired' ? expired : null;
      return [
        {
          ...{ region, cite, text: saidText(text, null, item, over), passage: passage(text) },
          state: over ? 'expired' : 'mine',
        } as const,
      ];
    });
  });
}
