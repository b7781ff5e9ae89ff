import { useState } from 'react';
import { useActing } from '@/client/acting';
import { useMe } from '@/client/me';
import { isRecord, kept } from '@/client/storage';
import { useCall } from '@/client/use-call';
import type { MessageSettings } from '@/contract/messages';
import { AskWechat } from './ask-wechat';

const KEPT = 20;
const isAsked = (value: unknown): value is { ids: string[] } => isRecord(value) && Array.isArray(value.ids);
const asked = kept('asked-wechat', 1, isAsked);

/** Right after filing, once a filing: while it is plain what the message would be about. */
export function AskAfterFiling({ id }: { id: string }) {
  const { signed } = useMe();
  const acting = useActing() !== null;
  const here = process.env.TARO_ENV === 'weapp' && signed && !acting;
  const { data } = useCall('messages.settings', {}, here);
  const [answered, setAnswered] = useState<MessageSettings | null>(null);
  const [before] = useState(() => asked.read()?.ids.includes(id) ?? false);
  const settings = answered ?? data;
  if (!here || before || !settings) return null;
  const keep = (now: MessageSettings) => {
    asked.write({ ids: [id, ...(asked.read()?.ids ?? [])].slice(0, KEPT) });
    setAnswered(now);
  };
  return <AskWechat settings={settings} onAnswered={keep} once />;
}
