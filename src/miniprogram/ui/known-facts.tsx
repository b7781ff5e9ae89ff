import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { useCounty } from '@/client/county';
import { knownText } from '@/client/known-text';
import type { Region } from '@/domain/eligibility/pack';
import type { MergedFact } from '@/domain/register/merge';
import { Card } from './card';
import { DisputeSheet } from './dispute-sheet';
import { Notice } from './notice';
import { Press } from './press';
import { StatusTag } from './status-tag';
import './known-facts.scss';

export interface KnownFactsProps {
  known: readonly MergedFact[];
  region?: Region;
  /** nobody asks for a correction in another one's name */
  readOnly?: boolean;
}

/** Facts with source and day, and 这不对 at each that the register says. */
export function KnownFacts({ known, region, readOnly }: KnownFactsProps) {
  const acting = useActing();
  const [wrong, setWrong] = useState<MergedFact | null>(null);
  const [sent, setSent] = useState(false);
  const mayAsk = !readOnly && (acting === null || acting.services?.includes('requests') === true);
  return (
    <>
      {sent && (
        <Notice tone="ok" icon="status-ok" inset live>
          已经请办事部门更正。答复在“我的 · 我提的事”里看。
        </Notice>
      )}
      <Card>
        {known.map((one) => (
          <KnownFact
            key={one.fact}
            known={one}
            region={region}
            onWrong={
              mayAsk && one.register && !one.open
                ? () => {
                    setSent(false);
                    setWrong(one);
                  }
                : undefined
            }
          />
        ))}
      </Card>
      <DisputeSheet
        known={wrong}
        region={region}
        onClose={() => setWrong(null)}
        onSent={() => {
          setWrong(null);
          setSent(true);
        }}
      />
    </>
  );
}

interface KnownFactProps {
  known: MergedFact;
  region: Region | undefined;
  onWrong: (() => void) | undefined;
}

function KnownFact({ known, region, onWrong }: KnownFactProps) {
  const county = useCounty();
  const { title, value, source, other, open } = knownText(known, region, county);
  return (
    <View className="ui-known">
      <View className="ui-known__words">
        <View className="ui-known__title">{title}</View>
        <View className="ui-known__value">{value ?? '还不知道'}</View>
        <View className="ui-known__source">{source}</View>
        {other && <View className="ui-known__other">{other}</View>}
        {open && (
          <View className="ui-known__tag">
            <StatusTag status="doing" word={open} />
          </View>
        )}
      </View>
      {onWrong && (
        <Press className="ui-known__wrong" onPress={onWrong} label={`这不对：${title}`} spoken="这不对">
          这不对
        </Press>
      )}
    </View>
  );
}
