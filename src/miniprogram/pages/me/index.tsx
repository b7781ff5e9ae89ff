import { View } from '@tarojs/components';
import { useActing } from '@/client/acting';
import { momentText } from '@/client/clock';
import { usePack } from '@/client/pack';
import { usePlace } from '@/client/place';
import { routes } from '@/client/routes';
import { useSaved } from '@/client/saved';
import { useShare } from '@/client/share';
import { SCALES, useSize } from '@/client/size';
import { Card, Page, Row, Tabs } from '@/ui';
import { MyAccount } from './account';
import { MyAnswers } from './answers';
import { copy, SIZES } from './copy';
import { ActingFor, MyFamily } from './family';
import './index.scss';

export default function Me() {
  const { choice, phone, choose } = useSize();
  const { pack, fetchedAt } = usePack();
  const { place } = usePlace();
  const acting = useActing();
  const { on: saved } = useSaved();
  useShare();
  const unit = pack?.region.units.find(({ id }) => id === place?.unit);
  return (
    <Page tab="me" title={copy.title}>
      {acting ? (
        <ActingFor />
      ) : (
        <>
          <MyAccount />
          <MyFamily />
        </>
      )}
      <Card title={copy.size}>
        <View className="me__sizes">
          <Tabs
            label={copy.size}
            items={SIZES}
            value={`${choice}`}
            onChange={(key) => choose(SCALES.find((scale) => `${scale}` === key) ?? 1)}
          />
        </View>
        <View className="me__text">{phone > choice ? copy.sizePhone : copy.sizeSample}</View>
      </Card>
      <MyAnswers region={pack?.region} />
      <Card>
        <Row
          icon="location"
          title={copy.place}
          line={[unit?.name, place?.pointName].filter(Boolean).join(' · ') || copy.noPlace}
          to={routes.choosePlace()}
        />
      </Card>
      {!acting && (
        <Card title={copy.privacy}>
          {(saved ? copy.privacySaved : copy.privacyLines).map((line) => (
            <View key={line} className="me__text">
              {line}
            </View>
          ))}
        </Card>
      )}
      <Card title={copy.about}>
        <View className="me__text">{copy.aboutLine}</View>
        {pack && fetchedAt !== null && (
          <View className="me__quiet">{`${copy.version(pack.hash)} · ${copy.fetched(momentText(fetchedAt))}`}</View>
        )}
        <Row icon="document" title={copy.library} to={routes.library()} dense />
      </Card>
    </Page>
  );
}
