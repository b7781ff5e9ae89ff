import { useEffect, useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { lookFrom, placeless, type Where } from '@/client/look-from';
import { useCall } from '@/client/use-call';
import type { InputOf, OutputOf } from '@/contract/api';
import type { PostingLine } from '@/contract/jobs';
import { isAway } from '../parts/away';
import { filterOf, type Looking, type Scope, sortIn } from './filter';
import { keepFound, lastFound } from './remembered';

export interface Search {
  /** null: not known yet, or not at all (`error`) */
  readonly postings: readonly PostingLine[] | null;
  readonly error: CallError | null;
  /** metres it was looked within, where nobody said how far and little was near */
  readonly widenedTo: number | null;
  /** a distance was asked for, and there is little within it */
  readonly wider: Answer['wider'];
  /** the order they are in, as the answer says */
  readonly sort: Answer['sort'] | null;
  /** a township whose point nobody supplied: measured from the middle of its county */
  readonly fromMiddle: boolean;
  /** shown is what this phone found earlier (ms); `other`: it was looked for something else then */
  readonly offline: { readonly at: number; readonly other: boolean } | null;
  readonly hasMore: boolean;
  readonly busy: boolean;
  /** why the next ones did not come */
  readonly problem: CallError | null;
  readonly more: () => void;
  readonly reload: () => void;
}

type Answer = OutputOf<'jobs.search'>;

interface Later {
  readonly of: string;
  readonly postings: readonly PostingLine[];
  readonly next: string | null;
}

/** What is found, page after page; without a network what was found last. */
export function useSearch(scope: Scope, where: Where, looking: Looking): Search {
  const input: InputOf<'jobs.search'> = {
    scope,
    from: lookFrom(where),
    filter: filterOf(looking, scope, today()),
    sort: sortIn(scope, looking.sort),
  };
  const asked = JSON.stringify(input);
  const here = where.kind === 'here';
  // where the phone is, is kept nowhere
  const keptAs = JSON.stringify({ ...input, from: here ? 'here' : input.from });
  const { data, error, reload } = useCall('jobs.search', input);
  const [later, setLater] = useState<Later | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const mine = later?.of === asked ? later : null;
  const postings = data ? [...data.postings, ...(mine?.postings ?? [])] : null;
  const next = mine ? mine.next : (data?.next ?? null);
  const found = postings?.length ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: kept again when there are more of them
  useEffect(() => {
    if (!postings) return;
    keepFound(scope, {
      asked: keptAs,
      at: Date.now(),
      postings: here ? postings.map(placeless) : postings,
    });
  }, [scope, asked, found]);

  const more = () => {
    if (busy || next === null) return;
    setBusy(true);
    setProblem(null);
    call('jobs.search', { ...input, cursor: next }).then(
      (page) => {
        setBusy(false);
        setLater({ of: asked, postings: [...(mine?.postings ?? []), ...page.postings], next: page.next });
      },
      (thrown: CallError) => {
        setBusy(false);
        if (thrown.name !== 'PersonChanged') setProblem(thrown);
      },
    );
  };
  const last = postings === null && isAway(error) ? lastFound(scope) : null;
  const shown = last && last.postings.length > 0 ? last : null;
  return {
    postings: postings ?? shown?.postings ?? null,
    error: shown ? null : error,
    widenedTo: data?.widened ? data.within : null,
    wider: data?.wider ?? null,
    sort: data?.sort ?? null,
    fromMiddle: data ? data.measured === 'county' : where.kind === 'place' && where.town === null,
    offline: shown && { at: shown.at, other: shown.asked !== keptAs },
    hasMore: next !== null,
    busy,
    problem,
    more,
    reload: () => void reload(),
  };
}
