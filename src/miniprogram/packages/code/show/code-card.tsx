import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { momentText } from '@/client/clock';
import { useCounty } from '@/client/county';
import type { MyCode } from '@/client/my-code';
import { Heading, QrImage, StatusTag } from '@/ui';
import { clockText, copy } from './copy';

interface CodeCardProps {
  mine: MyCode;
  /** the masked name, and of a child what it is to the guardian: the family has one surname */
  name: string;
  renewAt: number;
  /** the server cannot be reached: this is the last one of the day */
  offline: boolean;
}

/** Who, where, target or not, the code, and a clock that runs: a picture of it stands still. */
export function CodeCard({ mine, name, renewAt, offline }: CodeCardProps) {
  const { code, ahead } = mine;
  const county = useCounty();
  return (
    <View className="code-card">
      <View className="code-card__head">
        <View className="code-card__who">
          <Heading className="code-card__name">{name}</Heading>
          <View className="code-card__county">{county(code.county)}</View>
        </View>
        {code.target ? (
          <StatusTag status="eligible" word={copy.target} />
        ) : (
          <StatusTag status="none" word={copy.notTarget} />
        )}
      </View>
      <View className="code-card__qr">
        <QrImage text={code.text} label={copy.label} />
      </View>
      <Ticking renewAt={renewAt} ahead={ahead} made={Date.parse(code.issued_at)} offline={offline} />
    </View>
  );
}

interface TickingProps {
  renewAt: number;
  ahead: number;
  made: number;
  offline: boolean;
}

const SEGMENTS = Array.from({ length: 12 }, (_, index) => index);

/** The clock and how long until the next; apart, so that a second redraws only this. */
function Ticking({ renewAt, ahead, made, offline }: TickingProps) {
  const now = useNow();
  const left = Math.max(0, Math.min(60, Math.ceil((renewAt - now) / 1000)));
  const lit = offline ? 0 : Math.ceil(left / 5);
  const madeAt = momentText(made, new Date(now + ahead));
  const line = left > 0 ? copy.left(left) : copy.renewing;
  return (
    <>
      <View className="code-card__time">
        <View className="code-card__clock" aria-hidden="true">
          {clockText(new Date(now + ahead))}
        </View>
        <View className="code-card__left">{offline ? copy.offline(madeAt) : line}</View>
      </View>
      <View className="code-card__segments" aria-hidden="true">
        {SEGMENTS.map((index) => (
          <View
            key={index}
            className={`code-card__segment ${index < lit ? 'code-card__segment--lit' : ''}`}
          />
        ))}
      </View>
    </>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
