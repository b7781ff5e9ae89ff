import type { PolicyBook, RegionBook } from '@/cloud/policy-book/book';
import type { Benefit } from '@/domain/eligibility';
import type { Problem } from './files';

/** Everything that names something else must name something that exists. */
export function checkLinks(book: PolicyBook): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const tokens = new Set<string>();
  for (const regionBook of book.regions) {
    for (const why of regionLinks(book, regionBook))
      problems.push({ file: `${regionBook.folder}/region.yaml`, why });
    for (const { token } of regionBook.region.points) {
      if (tokens.has(token))
        problems.push({ file: `${regionBook.folder}/region.yaml`, why: `token ${token} is used twice` });
      tokens.add(token);
    }
    for (const benefit of regionBook.benefits) {
      const file = `${regionBook.folder}/${benefit.id}.yaml`;
      if (ids.has(benefit.id)) problems.push({ file, why: 'another region has a benefit of this id' });
      ids.add(benefit.id);
      for (const why of benefitLinks(book, regionBook, benefit)) problems.push({ file, why });
    }
  }
  return problems;
}

function regionLinks(book: PolicyBook, { region }: RegionBook): string[] {
  const units = new Set(region.units.map(({ id }) => id));
  const documents = new Set(book.documents.map(({ id }) => id));
  return [
    ...region.documents.filter((id) => !documents.has(id)).map((id) => `there is no document ${id}`),
    ...region.points
      .filter(({ unit }) => !units.has(unit))
      .map(({ token, unit }) => `point ${token}: there is no unit ${unit}`),
    ...region.units.flatMap(({ id, now }) =>
      now !== undefined && !units.has(now) ? [`unit ${id}: there is no unit ${now}`] : [],
    ),
    ...(units.size < region.units.length ? ['two units share an id'] : []),
  ];
}

function benefitLinks(book: PolicyBook, { region }: RegionBook, benefit: Benefit): string[] {
  const document = book.documents.find(({ id }) => id === benefit.document);
  if (!document || !region.documents.includes(benefit.document))
    return [`${benefit.document} is no document of this region`];
  const keys = new Set(document.items.map(({ key }) => key));
  const all = new Set(book.rules.benefits.map(({ id }) => id));
  const offices = new Set(region.offices.map(({ id }) => id));
  const named = [...(benefit.interactions ?? []).flatMap(({ with: others = [] }) => others)];
  if (benefit.superseded_by !== undefined) named.push(benefit.superseded_by);
  return [
    ...benefit.items
      .filter((item) => !keys.has(item))
      .map((item) => `${document.number} has no item ${item}`),
    ...named.filter((id) => !all.has(id)).map((id) => `there is no benefit ${id}`),
    ...benefit.evidence.filter((id) => !(id in book.evidence)).map((id) => `evidence.yaml has no ${id}`),
    ...(offices.has(benefit.handler.office) ? [] : [`region.yaml has no office ${benefit.handler.office}`]),
    ...(benefit.amount && benefit.top !== 'eligible'
      ? ['an amount stands only with a benefit that can be eligible']
      : []),
    ...(benefit.amount && !(benefit.amount.param in book.rules.parameters)
      ? [`no parameter ${benefit.amount.param}`]
      : []),
  ];
}
