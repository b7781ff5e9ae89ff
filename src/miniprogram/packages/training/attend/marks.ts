/** Marks on their way: one for each person and day, whatever is pressed twice. */
import { newId } from '@/client/new-id';
import { type OutboxItem, send, useOutbox } from '@/client/outbox';
import { isRecord } from '@/client/storage';
import { parseToken } from '@/domain/code';
import { dayAt } from '@/domain/training';

interface Of {
  readonly session: string;
  readonly enrolment?: string;
  readonly code?: string;
}

interface Mark extends Of {
  readonly item: OutboxItem;
  /** of the phone's clock */
  readonly day: string;
}

/** Marks of this session that have not been thrown away, sent or not. */
export function useMarks(session: string): readonly Mark[] {
  return useOutbox().flatMap((item) => {
    const { input } = item;
    if (item.kind !== 'mark' || !isRecord(input) || input.session !== session) return [];
    return [
      {
        item,
        session,
        day: dayAt(item.at),
        ...(typeof input.enrolment === 'string' && { enrolment: input.enrolment }),
        ...(typeof input.code === 'string' && { code: input.code }),
      },
    ];
  });
}

/** Whose code it was: the same person has the same reference all day, however often the code is made anew. */
export function referenceOf(token: string): string {
  const read = parseToken(token);
  return read.ok ? read.payload.r : token;
}

export const isMarked = (marks: readonly Mark[], of: { enrolment: string } | { code: string }, day: string) =>
  marks.some(
    (one) =>
      one.day === day &&
      one.item.state !== 'refused' &&
      ('enrolment' in of
        ? one.enrolment === of.enrolment
        : one.code !== undefined && referenceOf(one.code) === referenceOf(of.code)),
  );

/** Kept on the phone at once, sent when there is a signal, each once. */
export const sendMark = (of: Of, title: string): Promise<OutboxItem> => {
  const id = newId();
  const input = { id, ...of, at: new Date().toISOString() };
  return send({ id, kind: 'mark', path: 'training.mark', input, title });
};
