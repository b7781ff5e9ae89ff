import type { CallError } from '@/client/call';
import { errorCopy } from '@/client/error-copy';
import { Notice } from './notice';

export interface ProblemProps {
  error: Pick<CallError, 'name' | 'retryAfter'> | null | undefined;
  /** own words instead of the way on */
  line?: string;
}

/** Why something pressed did not work, beside what was pressed; nothing typed is lost. */
export function Problem({ error, line }: ProblemProps) {
  if (!error || error.name === 'PersonChanged') return null;
  const copy = errorCopy(error);
  const wait = error.retryAfter ? `${waitText(error.retryAfter)}后可以再试。` : '';
  return (
    <Notice tone="no" icon="status-no" title={copy.title} inset live>
      {`${wait}${line ?? copy.wayOn}`}
    </Notice>
  );
}

/** 90 → 2 分钟, 5400 → 2 小时: rounded up: nobody is sent back too early. */
export function waitText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} 秒`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} 分钟` : `${Math.ceil(minutes / 60)} 小时`;
}
