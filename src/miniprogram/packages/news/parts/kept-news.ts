/** What was read last, for when there is no signal. News is public: it is no one person's. */
import { useCallback, useEffect, useState } from 'react';
import { CallError, call } from '@/client/call';
import { isRecord, kept } from '@/client/storage';
import type { OutputOf } from '@/contract/api';
import type { NewsView } from '@/contract/news';

type Page = OutputOf<'news.list'>;

interface KeptPage {
  readonly page: Page;
  readonly at: number;
}

const isKeptPage = (value: unknown): value is KeptPage =>
  isRecord(value) && typeof value.at === 'number' && isRecord(value.page) && Array.isArray(value.page.news);
const keptPage = (place: string) => kept(`news:${place}`, 1, isKeptPage);

export interface UseNews {
  readonly page: Page | null;
  /** when it was read, if it lay on the phone and is not heard anew */
  readonly from: number | null;
  readonly error: CallError | null;
  readonly reload: () => Promise<void>;
}

/** The newest of a place: what is kept at once, then what the server says. */
export function useNews(place: string): UseNews {
  const [known, setKnown] = useState<KeptPage | null>(() => keptPage(place).read());
  const [fresh, setFresh] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const reload = useCallback(async () => {
    try {
      const next = { page: await call('news.list', { place }), at: Date.now() };
      keptPage(place).write(next);
      setKnown(next);
      setFresh(true);
      setError(null);
    } catch (thrown) {
      setFresh(false);
      setError(thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown)));
    }
  }, [place]);
  useEffect(() => void reload(), [reload]);
  const old = known !== null && !fresh && error !== null;
  return { page: known?.page ?? null, from: old ? known.at : null, error, reload };
}

const MOST = 10;
const isViews = (value: unknown): value is readonly NewsView[] =>
  Array.isArray(value) && value.every((one) => isRecord(one) && typeof one.id === 'string');
const keptViews = kept('news-read', 1, isViews);

export const viewOnPhone = (id: string): NewsView | null =>
  keptViews.read()?.find((one) => one.id === id) ?? null;

/** The last few that were opened; one that was withdrawn does not stay. */
export function keepView(view: NewsView): void {
  const others = (keptViews.read() ?? []).filter(({ id }) => id !== view.id);
  keptViews.write(view.withdrawn_at === null ? [view, ...others].slice(0, MOST) : others);
}
