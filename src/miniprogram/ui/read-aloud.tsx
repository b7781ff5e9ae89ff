import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Icon } from './icon';
import { Press } from './press';
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

/** Reads a text aloud where the browser can speak Chinese; draws nothing elsewhere. Pressed again it stops. */
export function ReadAloud({ text, kind = 'word', what = '' }: ReadAloudProps) {
  const can = useCanSpeak();
  const [speaking, setSpeaking] = useState(false);
  const words = spoken(typeof text === 'string' ? text : text.join('。'));
  // another text or another page: silence
  useEffect(() => {
    if (!can) return;
    return () => {
      window.speechSynthesis.cancel();
      setSpeaking(false);
    };
  }, [can, words]);
  if (!can) return null;
  const toggle = () => {
    window.speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const said = new SpeechSynthesisUtterance(words);
    said.lang = 'zh-CN';
    said.rate = 0.9;
    said.onend = () => setSpeaking(false);
    said.onerror = () => setSpeaking(false);
    window.speechSynthesis.speak(said);
    setSpeaking(true);
  };
  const word = speaking ? '停' : '朗读';
  return (
    <Press
      className={`ui-read ui-read--${kind}`}
      onPress={toggle}
      label={`${speaking ? '停止朗读' : '朗读'}${what}`}
    >
      <Icon name="speak" size={kind === 'tool' ? 22 : 24} />
      {kind !== 'round' && <Text className="ui-read__word">{word}</Text>}
    </Press>
  );
}

/** Whether a Chinese voice is there; browsers load their voices late. */
export function useCanSpeak(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !('speechSynthesis' in window)) return;
    const synth = window.speechSynthesis;
    const look = () => setCan(synth.getVoices().some((voice) => /^(zh|cmn)/i.test(voice.lang)));
    look();
    synth.onvoiceschanged = look;
    return () => {
      synth.onvoiceschanged = null;
    };
  }, []);
  return can;
}
