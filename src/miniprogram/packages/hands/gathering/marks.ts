/** Check-ins on their way: kept on the phone at once, sent when there is a signal, each once. */
import { newId } from '@/client/new-id';
import { type OutboxItem, send, useOutbox } from '@/client/outbox';
import { isRecord } from '@/client/storage';
import { parseToken } from '@/domain/code';

interface Of {
  readonly gathering: string;
  readonly member?: string;
  readonly code?: string;
}
interface Mark extends Of {
  readonly item: OutboxItem;
}

export function useMarks(gathering: string): readonly Mark[] {
  return useOutbox().flatMap((item) => {
    const { input } = item;
    if (item.path !== 'hands.mark' || !isRecord(input) || input.gathering !== gathering) return [];
    return [
      {
        item,
        gathering,
        ...(typeof input.member === 'string' && { member: input.member }),
        ...(typeof input.code === 'string' && { code: input.code }),
      },
    ];
  });
}

/** Whose code it was: the same person has the same reference all day, however often the code is made anew. */
function referenceOf(token: string): string {
  const read = parseToken(token);
  return read.ok ? read.payload.r : token;
}

export const isMarked = (marks: readonly Mark[], of: { member: string } | { code: string }): boolean =>
  marks.some(
    (one) =>
      one.item.state !== 'refused' &&
      ('member' in of
        ? one.member === of.member
        : one.code !== undefined && referenceOf(one.code) === referenceOf(of.code)),
  );

export const sendMark = (of: Of, title: string): Promise<OutboxItem> => {
  const id = newId();
  const input = { id, ...of, at: new Date().toISOString() };
  return send({ id, kind: 'mark', path: 'hands.mark', input, title });
};
