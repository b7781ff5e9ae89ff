import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CallError } from '@/client/call';
import { allowSending, mayBeSent, speakByServer, stopSpeaking } from '@/client/speech';
import { Icon } from './icon';
import { Press } from './press';
import { AskToSend, CannotRead } from './read-aloud-sheets';
import { spoken } from './spoken';
import './read-aloud.scss';

export interface ReadAloudProps {
  /** what is read, in order; amounts and dates are put into words here */
  text: string | readonly string[];
  /** `round` = the icon alone, `tool` = a cell of the tools row */
  kind?: 'word' | 'round' | 'tool';
  /** what is read, for screen readers: 这一题 */
  what?: string;
}

type State = 'silent' | 'speaking' | 'asking' | CallError;

/**
 * Reads a text aloud: by the phone's own Chinese voice, else by the server's, else it says that it cannot and offers
 * larger text. Pressed again it stops.
 */
export function ReadAloud({ text, kind = 'word', what = '' }: ReadAloudProps) {
  const own = useOwnVoice();
  const [state, setState] = useState<State>('silent');
  const words = spoken(typeof text === 'string' ? text : text.join('。'));
  const speaking = state === 'speaking';
  // another text or another page: silence
  useEffect(() => {
    if (speaking) return silence;
  }, [speaking, words]);
  useEffect(() => setState('silent'), [words]);

  const byServer = () => {
    setState('speaking');
    speakByServer(words).then(
      () => setState('silent'),
      (thrown: CallError) => setState(thrown.name === 'PersonChanged' ? 'silent' : thrown),
    );
  };
  const press = () => {
    silence();
    if (speaking) return setState('silent');
    if (!own) return mayBeSent() ? byServer() : setState('asking');
    setState('speaking');
    speakHere(words, () => setState('silent'));
  };
  const close = () => setState('silent');
  return (
    <>
      <Press
        className={`ui-read ui-read--${kind}`}
        onPress={press}
        label={`${speaking ? '停止朗读' : '朗读'}${what}`}
      >
        <Icon name="speak" size={kind === 'tool' ? 22 : 24} />
        {kind !== 'round' && <Text className="ui-read__word">{speaking ? '停' : '朗读'}</Text>}
      </Press>
      <AskToSend
        open={state === 'asking'}
        onYes={() => {
          allowSending();
          byServer();
        }}
        onClose={close}
      />
      <CannotRead error={typeof state === 'object' ? state : null} onRetry={byServer} onClose={close} />
    </>
  );
}

const h5 = process.env.TARO_ENV === 'h5';

function silence(): void {
  if (h5 && 'speechSynthesis' in window) window.speechSynthesis.cancel();
  stopSpeaking();
}

function speakHere(words: string, onEnd: () => void): void {
  const said = new SpeechSynthesisUtterance(words);
  said.lang = 'zh-CN';
  said.rate = 0.9;
  said.onend = onEnd;
  said.onerror = onEnd;
  window.speechSynthesis.speak(said);
}

/** Whether the browser has a Chinese voice; browsers load their voices late. */
function useOwnVoice(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => {
    if (!h5 || !('speechSynthesis' in window)) return;
    const synth = window.speechSynthesis;
    const look = () => setCan(synth.getVoices().some((voice) => /^(zh|cmn)/i.test(voice.lang)));
    look();
    // several buttons listen: `onvoiceschanged` would be the last one's only
    synth.addEventListener?.('voiceschanged', look);
    return () => synth.removeEventListener?.('voiceschanged', look);
  }, []);
  return can;
}
