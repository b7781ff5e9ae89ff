import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { askForSamples, type Sample, useDemo } from '@/client/demo';
import { Card, Heading, Icon, Notice, Page } from '@/ui';
import { copy } from './copy';
import { Samples } from './samples';
import { WithPhone } from './with-phone';
import { WithWechat } from './with-wechat';
import './index.scss';

/** Signing in: what it gives, that all else works without, and one way to do it. */
export default function SignIn() {
  const demo = useDemo();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [byPhone, setByPhone] = useState(process.env.TARO_ENV === 'h5');
  const [asking, setAsking] = useState<'phone' | 'code'>('phone');
  useEffect(() => {
    // without an answer there are no samples; the way that is pressed says what is wrong
    askForSamples().then(setSamples, () => undefined);
  }, []);
  return (
    <Page title={copy.title}>
      {demo && asking === 'phone' && (
        <Notice tone="ask" icon="flag" title={copy.demoTitle} inset>
          {copy.demoLine}
        </Notice>
      )}
      {asking === 'phone' && <Gains />}
      {byPhone ? <WithPhone onStep={setAsking} /> : <WithWechat onPhone={() => setByPhone(true)} />}
      {asking === 'phone' && samples.length > 0 && <Samples samples={samples} />}
    </Page>
  );
}

function Gains() {
  return (
    <Card pad>
      <Heading className="signin__gain">{copy.gain}</Heading>
      {copy.gains.map((gain) => (
        <View key={gain} className="signin__line">
          <Icon name="status-ok" size={22} className="ui-ink--ok signin__tick" />
          <View className="signin__words">{gain}</View>
        </View>
      ))}
      <View className="signin__quiet">{copy.without}</View>
    </Card>
  );
}
