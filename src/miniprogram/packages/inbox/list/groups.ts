import type { MessageView } from '@/contract/messages';

export interface Group {
  readonly key: string;
  readonly messages: readonly MessageView[];
}

/** Groups in the order in which their newest message comes. */
function grouped(messages: readonly MessageView[], keyOf: (message: MessageView) => string): Group[] {
  const groups = new Map<string, MessageView[]>();
  for (const one of messages) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return Array.from(groups, ([key, list]) => ({ key, messages: list }));
}

export const byDay = (messages: readonly MessageView[]): Group[] => grouped(messages, ({ day }) => day);

/** What belongs to no case comes under one heading. */
export const byCase = (messages: readonly MessageView[]): Group[] =>
  grouped(messages, ({ case: id }) => id ?? '');
