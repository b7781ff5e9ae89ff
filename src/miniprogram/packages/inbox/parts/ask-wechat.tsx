import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { MessageSettings } from '@/contract/messages';
import { Button, Card, Section } from '@/ui';
import { copy } from './copy';
import { type Answered, askWechat, gist, tellAnswers } from './subscribe';
import './ask-wechat.scss';

interface AskWechatProps {
  settings: MessageSettings;
  onAnswered: (settings: MessageSettings) => void;
  /** asked once here: after an answer the question goes */
  once?: boolean;
}

/** Asks whether WeChat may send, and says in plain words what the answer means and how to change it. */
export function AskWechat({ settings, onAnswered, once }: AskWechatProps) {
  const { templates } = settings;
  const [state, setState] = useState<'idle' | 'asking' | 'failed' | 'unkept'>('idle');
  const [said, setSaid] = useState<ReturnType<typeof gist>>(null);
  const [unsent, setUnsent] = useState<Answered[] | null>(null);
  if (templates.length === 0) return null;
  if (process.env.TARO_ENV === 'h5') {
    if (once) return null;
    return (
      <Section title={copy.title}>
        <Card pad>{copy.elsewhere}</Card>
      </Section>
    );
  }
  const tell = (answers: Answered[]) =>
    tellAnswers(answers).then(
      (now) => {
        setUnsent(null);
        setState('idle');
        onAnswered(now);
      },
      () => {
        setUnsent(answers);
        setState('unkept');
      },
    );
  const ask = () => {
    if (state === 'asking') return;
    if (unsent) return void tell(unsent);
    setState('asking');
    void askWechat(templates).then((answers) => {
      if (!answers || answers.length === 0) return setState('failed');
      setSaid(gist(answers));
      void tell(answers);
    });
  };
  const left = templates.reduce((sum, one) => sum + one.left, 0);
  const blocked = said === 'off' || said === 'reject';
  const words =
    state === 'failed' ? copy.failed : state === 'unkept' ? copy.kept : said && copy.answers[said];
  const done = once && said === 'accept' && state === 'idle';
  return (
    <Section title={copy.title}>
      <Card pad>
        {!said && <View>{copy.line}</View>}
        {!once && <View className="ask-wechat__left">{copy.left(left)}</View>}
        <View className="ask-wechat__said" aria-live="polite">
          {words ?? ''}
        </View>
        {!done && (
          <Button block kind={said ? 'secondary' : 'primary'} onPress={ask}>
            {state === 'asking' ? copy.asking : said || (left > 0 && !once) ? copy.again : copy.ask}
          </Button>
        )}
        {blocked && (
          <View className="ask-wechat__more">
            <Button
              block
              kind="secondary"
              onPress={() => void Taro.openSetting({ withSubscriptions: true }).catch(() => undefined)}
            >
              {copy.settings}
            </Button>
          </View>
        )}
      </Card>
    </Section>
  );
}
