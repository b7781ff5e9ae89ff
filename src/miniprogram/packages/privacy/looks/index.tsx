import { View } from '@tarojs/components';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import { Card, Empty, ErrorState, Page, PersonGate, ReadAloud, Row, Skeleton } from '@/ui';
import { LookList, spokenLooks } from '../parts/look-list';
import { copy } from './copy';
import './index.scss';

/** 谁看过我的信息. */
export default function Looks() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <List />}
      </PersonGate>
    </Page>
  );
}

function List() {
  const { data, error, reload } = useCall('privacy.looks', {});
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />;
  return (
    <>
      <View className="looks-head">
        <View className="looks-head__line">{copy.line}</View>
        <ReadAloud kind="round" what={copy.title} text={[copy.line, ...spokenLooks(data)]} />
      </View>
      {data.length === 0 ? (
        <Empty icon="shield" title={copy.none} line={copy.noneLine} />
      ) : (
        <LookList looks={data} />
      )}
      <Card>
        <Row icon="flag" title={copy.strange} to={routes.complain()} dense />
      </Card>
    </>
  );
}
