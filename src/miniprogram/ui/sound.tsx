import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button';
import './sound.scss';

export interface SoundProps {
  /** a data address in the browser, a file on WeChat */
  address: string;
  /** what it is, for screen readers */
  label: string;
}

const CANNOT = '这部手机放不出这种录音。录音还在，可以用电脑打开听。';

/** A recording to listen to: the browser's own player; on WeChat a button that plays and stops. */
export function Sound({ address, label }: SoundProps) {
  const [broken, setBroken] = useState(false);
  if (process.env.TARO_ENV !== 'h5') return <WechatSound address={address} label={label} />;
  return (
    <View className="ui-sound">
      {/* biome-ignore lint/a11y/useMediaCaption: what somebody said, recorded; there is no text of it */}
      <audio
        className="ui-sound__player"
        controls
        src={address}
        aria-label={label}
        onError={() => setBroken(true)}
      />
      {broken && <View className="ui-sound__broken">{CANNOT}</View>}
    </View>
  );
}

function WechatSound({ address, label }: SoundProps) {
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const player = useRef<Taro.InnerAudioContext | null>(null);
  useEffect(() => () => player.current?.destroy(), []);
  const toggle = () => {
    if (playing) {
      player.current?.stop();
      setPlaying(false);
      return;
    }
    if (!player.current) {
      const made = Taro.createInnerAudioContext();
      made.onEnded(() => setPlaying(false));
      made.onError(() => {
        setPlaying(false);
        setBroken(true);
      });
      player.current = made;
    }
    player.current.src = address;
    player.current.play();
    setPlaying(true);
  };
  return (
    <View className="ui-sound">
      <Button
        kind="secondary"
        small
        icon="speak"
        label={`${playing ? '停下' : '放'}${label}`}
        onPress={toggle}
      >
        {playing ? '停下' : '放录音'}
      </Button>
      {broken && <View className="ui-sound__broken">{CANNOT}</View>}
    </View>
  );
}
