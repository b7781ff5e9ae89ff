/** Who came: kept on the organiser's phone at once, sent when there is a signal, each once, whatever is pressed twice. */
import type { InputOf } from '@/contract/api';
import { parseToken } from '@/domain/code';
import { dayAt } from '@/domain/training';
import { newId } from './new-id';
import { type OutboxItem, send, useOutbox } from './outbox';
import { isRecord } from './storage';

type MarkPath = 'hands.mark' | 'training.mark';

/** What is marked: ticked from the list, or read from a code; one of the two. */
export interface Marked<P extends MarkPath> {
  readonly path: P;
  readonly of: Omit<InputOf<P>, 'id' | 'at'>;
  /** how it is called while it waits */
  readonly title: string;
}

export interface Mark {
  readonly item: OutboxItem;
  /** of the phone's clock */
  readonly day: string;
  readonly who: string | null;
  readonly code: string | null;
}

/** Of one course or gathering, what has not been thrown away, sent or not. */
export function useMarks(path: MarkPath, of: string): readonly Mark[] {
  const [where, who] = path === 'hands.mark' ? ['gathering', 'member'] : ['session', 'enrolment'];
  return useOutbox().flatMap((item) => {
    const { input } = item;
    if (item.path !== path || !isRecord(input) || input[where] !== of) return [];
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return [{ item, day: dayAt(item.at), who: text(input[who]), code: text(input.code) }];
  });
}

/** Whose code it was: the same person has the same reference all day, however often the code is made anew. */
function referenceOf(token: string): string {
  const read = parseToken(token);
  return read.ok ? read.payload.r : token;
}

/** @param day on which it counts: somebody who comes for several days is marked on each */
export const isMarked = (
  marks: readonly Mark[],
  of: { readonly who: string } | { readonly code: string },
  day: string,
): boolean =>
  marks.some(
    (one) =>
      one.day === day &&
      one.item.state !== 'refused' &&
      ('who' in of
        ? one.who === of.who
        : one.code !== null && referenceOf(one.code) === referenceOf(of.code)),
  );

export function sendMark<P extends MarkPath>({ path, of, title }: Marked<P>): Promise<OutboxItem> {
  const id = newId();
  const input = { id, ...of, at: new Date().toISOString() } as InputOf<P>;
  return send<P>({ id, kind: 'mark', path, input, title });
}
