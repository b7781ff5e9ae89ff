import type { OutputOf } from '@/contract/api';
import { dayOfMonth, type VisitsRule } from '@/domain/visits';
import type { Context } from '../../context';
import { documentOf, regionOf } from '../../policy-book/book';

type RuleView = OutputOf<'visits.residents'>['rule'];

/** What the county's document says of visits; null when it says nothing. */
export function visitsRuleOf({ book }: Pick<Context, 'book'>, county: string): VisitsRule | null {
  const id = regionOf(book, county);
  return book.regions.find(({ region }) => region.id === id)?.visits ?? null;
}

/** The days of one month, and whether the document still held then. */
export function ruleIn(context: Pick<Context, 'book'>, county: string, month: string): RuleView {
  const rule = visitsRuleOf(context, county);
  const document = rule && documentOf(context.book, rule.document);
  if (!rule || !document) return null;
  const village_by = dayOfMonth(month, rule.village_by_day);
  const { from, to } = document.effective;
  return {
    village_by,
    town_by: dayOfMonth(month, rule.town_by_day),
    document: document.id,
    number: document.number,
    item: rule.item,
    quote: rule.quote,
    workshops_quote: rule.workshops_quote,
    expired: village_by < from || (to !== null && village_by > to),
  };
}
