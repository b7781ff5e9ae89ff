import { routes } from '@/client/routes';
import { kept } from '@/client/storage';
import { type Answers, type LookPage, type Service, truthOf } from '@/domain/cases';

const PAGES: Readonly<Record<LookPage, (form: string) => string>> = {
  wage_safety: routes.wageSafety,
  wage_ways: routes.wageWays,
};

const isSeen = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
/** Which pages were shown to which forms, the newest first: none is pressed on anybody twice. */
const keptSeen = kept('form-looks', 1, isSeen);
const REMEMBERED = 40;

/** The page that stands after one of these questions, once for each form; null when there is none now. */
export function lookAfter(
  service: Service,
  steps: readonly { readonly id: string }[],
  answers: Answers,
  form: string,
): string | null {
  const look = service.looks?.find(
    ({ after, when }) =>
      steps.some(({ id }) => id === after) && (!when || truthOf(when, { answers, facts: {} }) === true),
  );
  if (!look) return null;
  const seen = keptSeen.read() ?? [];
  const mark = `${look.page} ${form}`;
  if (seen.includes(mark)) return null;
  keptSeen.write([mark, ...seen].slice(0, REMEMBERED));
  return PAGES[look.page](form);
}
