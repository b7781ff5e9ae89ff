import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { useMe } from '@/client/me';
import { issueCode, lastCode, SELF, useCodes } from '@/client/my-code';
import { routes } from '@/client/routes';
import { useSize } from '@/client/size';
import { Box, Icon, Press, QrImage } from '@/ui';
import { codeWords } from './copy';

/** The personal code: one press shows it large. Before one has it, the way there; the home page works without. */
export function CodeCard({ countyName }: { countyName: (code: string) => string }) {
  const { signed, me } = useMe();
  const { elder } = useSize();
  const last = lastCode(useCodes(), SELF);
  const mine = signed && (me === null || me.bound) ? last : null;
  const wanted = me?.bound === true && !last;
  // there before it is asked for, and when there is no network later on
  useEffect(() => {
    if (wanted) issueCode(SELF).catch(() => undefined);
  }, [wanted]);

  const state = mine || me?.bound ? 'ready' : !signed ? 'out' : me ? 'unbound' : null;
  if (state === null) return null;
  const name = mine?.code.name ?? me?.name ?? '';
  const county = mine?.code.county ?? me?.county;
  const words = codeWords(state, name, county ? countyName(county) : '', elder);
  const to = state === 'ready' ? routes.code() : state === 'out' ? routes.signIn() : routes.bind();
  return (
    <Press className="home-code" to={to} label={words.join('，')}>
      <View className="home-code__band home-code__band--far" aria-hidden="true" />
      <View className="home-code__band home-code__band--near" aria-hidden="true" />
      <View className="home-code__words">
        {words.map((line, index) => (
          <Text key={line} className={index === 0 ? 'home-code__title' : 'home-code__line'}>
            {line}
          </Text>
        ))}
      </View>
      <Box className={`home-code__picture ${mine ? '' : 'home-code__picture--none'}`} hidden>
        {mine ? <QrImage text={mine.code.text} label="" /> : <Icon name="qr" size={38} />}
      </Box>
    </Press>
  );
}
