/**
 * npm run -s policy -- check   validate every policy file, quotation, link and case
 * Exit code 1 when something is wrong; parameters nobody verified for a year are listed but are no error.
 */
import { loadPolicyBook, type PolicyBook, PolicyError } from '@/cloud/policy-book/book';
import { checkCases } from './policy-check/cases';
import { checkFiles, type Problem } from './policy-check/files';
import { checkLinks } from './policy-check/links';
import { checkQuotes } from './policy-check/quotes';
import { policyRoot } from './policy-root';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Figures whose last check lies more than a year back. */
export function stale(book: PolicyBook, today: string): string[] {
  const limit = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const parameters = book.regions.flatMap(({ folder, parameters }) =>
    Object.entries(parameters)
      .filter(([, { last_verified_on }]) => last_verified_on < limit)
      .map(
        ([name, { last_verified_on }]) =>
          `${folder}/terms.yaml: ${name} was last verified on ${last_verified_on}`,
      ),
  );
  const wages = book.law.pay.minimum_wages
    .filter(({ as_of }) => as_of < limit)
    .map(
      ({ region, tier, as_of }) =>
        `law/pay.yaml: minimum wage of ${region}${tier === null ? '' : `, tier ${tier}`} as of ${as_of}`,
    );
  return [...parameters, ...wages];
}

function check(root: string): number {
  const broken = checkFiles(root);
  if (broken.length > 0) return report(broken);
  const book = loaded(root);
  if (book instanceof PolicyError) return report([{ file: at(book), why: book.why }]);
  const links = checkLinks(book);
  if (links.length > 0) return report(links);
  const { problems, count } = checkCases(book);
  const wrong = [...checkQuotes(book), ...problems];
  for (const line of stale(book, new Date().toISOString().slice(0, 10)))
    say(`unverified for a year: ${line}`);
  if (wrong.length > 0) return report(wrong);
  say(
    `${book.documents.length} documents, ${book.rules.benefits.length} benefits, ${count} cases, ${book.services.length} services, ${book.law.deadlines.length} time limits: all in order`,
  );
  return 0;
}

const at = ({ file, line }: PolicyError) => (line === null ? file : `${file}:${line}`);

/** What the files say together: terms, parameters, names. */
function loaded(root: string): PolicyBook | PolicyError {
  try {
    return loadPolicyBook(root);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
}

function report(problems: readonly Problem[]): number {
  for (const { file, why } of problems) say(`${file}: ${why}`);
  say(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  return 1;
}

if (process.argv[2] === 'check') {
  process.exitCode = check(policyRoot());
} else {
  process.stderr.write('usage: npm run -s policy -- check\n');
  process.exitCode = 64;
}
