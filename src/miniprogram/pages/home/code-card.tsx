import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { useMe } from '@/client/me';
import { issueCode, lastCode, mayShow, SELF, useCodes } from '@/client/my-code';
import { routes } from '@/client/routes';
import { useSize } from '@/client/size';
import { Box, Card, Icon, Press, QrImage, Row } from '@/ui';
import { codeWords, copy } from './copy';

/** The personal code: one press shows it large. Draws nothing before there is one. */
export function CodeCard({ countyName }: { countyName: (code: string) => string }) {
  const { signed, me } = useMe();
  const { elder } = useSize();
  const last = lastCode(useCodes(), SELF);
  // whom the server has not named yet may still have one on this phone
  const mine = signed && (me === null || mayShow(me)) ? last : null;
  const wanted = mayShow(me) && !last;
  // there before it is asked for, and when there is no network later on
  useEffect(() => {
    if (wanted) issueCode(SELF).catch(() => undefined);
  }, [wanted]);
  if (!mine && !mayShow(me)) return null;

  const county = mine?.code.county ?? me?.county;
  const words = codeWords(mine?.code.name ?? me?.name ?? '', county ? countyName(county) : '', elder);
  return (
    <Press className="home-code" to={routes.code()} label={words.join('，')}>
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

/** Without a code: the way to one, under what works without. */
export function NoCodeYet() {
  const { signed, me } = useMe();
  if (me?.bound || me?.acting || (signed && !me)) return null;
  const { title, line } = signed ? copy.unbound : copy.signedOut;
  return (
    <Card>
      <Row icon="qr" title={title} line={line} to={signed ? routes.bind() : routes.signIn()} dense />
    </Card>
  );
}
