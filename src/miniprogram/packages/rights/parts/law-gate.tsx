import type { ReactNode } from 'react';
import { useLaw } from '@/client/law';
import type { LawBook } from '@/domain/wages/law';
import { ErrorState, Skeleton } from '@/ui';
import { copy } from './copy';

/** The law, or why it is not there yet. */
export function LawGate({ children }: { children: (law: LawBook) => ReactNode }) {
  const { law, state, error, refresh } = useLaw();
  if (law) return <>{children(law)}</>;
  if (state === 'error') return <ErrorState error={error} onRetry={() => void refresh()} keepsAnswers />;
  return <Skeleton lines={6} label={copy.loading} />;
}
