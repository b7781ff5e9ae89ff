import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type Ref, useState } from 'react';
import { today } from '@/client/clock';
import type { DeskCase } from '@/contract/desk';
import { Box, Icon, type IconName, Press, StatusTag, type Tone } from '@/ui';
import { dueSentence } from '../due-text';
import { stateTag } from '../state-tag';
import { copy } from './copy';

const ICONS: Partial<Record<Tone, IconName>> = { no: 'status-no', ask: 'clock', doing: 'clock' };

/** Whose case it is, its number, and by when what has to be done, on what ground. */
export function CaseHead({ view, headingRef }: { view: DeskCase; headingRef: Ref<HTMLElement> }) {
  const { case: at, person } = view;
  const due = dueSentence(at, today());
  const place = person && [person.town, person.village].filter(Boolean).join(' ');
  const document = `${at.document.number}${at.document.items.join('')}`;
  return (
    <View className="desk-title">
      <View className="desk-title__line">
        <Box tag="h2" className="desk-title__name" focusRef={headingRef}>
          {copy.title(view)}
        </Box>
        <StatusTag {...stateTag(at.state, at.state_word)} />
        {at.escalated && <StatusTag status="warning" word={copy.escalated} />}
      </View>
      <View className="desk-title__facts">
        <CopyNumber number={at.number} />
        <Text className="desk-title__fact">{copy.filed(at.filed_on)}</Text>
        <Text className="desk-title__fact">{`${copy.basis} ${document}`}</Text>
      </View>
      {person && (
        <View className="desk-title__facts">
          {place && <Text className="desk-title__fact">{place}</Text>}
          {person.id_tail && <Text className="desk-title__fact">{copy.tail(person.id_tail)}</Text>}
          {person.unit && <Text className="desk-title__fact">{copy.unit(person.unit)}</Text>}
          {person.phone && <Text className="desk-title__fact">{copy.phone(person.phone)}</Text>}
        </View>
      )}
      {due && (
        <View className={`desk-due ui-tint--${due.tone}`}>
          <Icon name={ICONS[due.tone] ?? 'clock'} className="desk-due__icon" />
          <View className="desk-due__words">
            <View className="desk-due__text">{due.text}</View>
            {at.basis && <View className="desk-due__basis">{`${at.basis}。${copy.dueDays}`}</View>}
          </View>
        </View>
      )}
    </View>
  );
}

function CopyNumber({ number }: { number: string }) {
  const [copied, setCopied] = useState(false);
  const take = () => {
    // refused by the browser or the phone: the number can still be read
    Taro.setClipboardData({ data: number }).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <Press className="desk-title__number" onPress={take} label={`${copy.copyNumber} ${number}`}>
      <Text>{number}</Text>
      <Icon name="copy" size={18} />
      {copied && <Text className="desk-title__copied">{copy.copied}</Text>}
    </Press>
  );
}
