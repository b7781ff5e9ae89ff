import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { RequestView } from '@/contract/helping';
import {
  Button,
  Card,
  Empty,
  ErrorState,
  Heading,
  Page,
  PersonGate,
  PhoneLink,
  ReadAloud,
  Skeleton,
  StatusTag,
} from '@/ui';
import { copy, outcomeTag } from './copy';
import './index.scss';

/** What I asked of the office, and the answers. */
export default function Requests() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" acts="requests" why={copy.why}>
        {() => <List />}
      </PersonGate>
    </Page>
  );
}

function List() {
  const { data, error, reload } = useCall('requests.mine', {});
  const { pack } = usePack();
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  if (data.length === 0) {
    return (
      <Empty icon="tasks" title={copy.none} line={copy.noneLine}>
        <Button to={routes.facts()} block>
          {copy.facts}
        </Button>
      </Empty>
    );
  }
  const waiting = data.some(({ outcome }) => outcome === null);
  const number = pack?.region.offices.find(({ phone }) => phone !== null)?.phone ?? '12333';
  return (
    <>
      {data.map((request) => (
        <One key={request.id} request={request} />
      ))}
      {waiting && (
        <PhoneLink number={number} block>
          {`${copy.late} ${number}`}
        </PhoneLink>
      )}
    </>
  );
}

function One({ request }: { request: RequestView }) {
  const { kind, lines, created_at, outcome, answer, answered_at } = request;
  const tag = outcomeTag(outcome);
  const spoken = [copy.kinds[kind], tag.word, ...lines, ...(answer ? [copy.answer, answer] : [])];
  return (
    <Card pad>
      <View className="request-head">
        <Heading className="request-head__kind">{copy.kinds[kind]}</Heading>
        <StatusTag {...tag} />
      </View>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
      <View className="request-when">{copy.since(created_at)}</View>
      {answer && (
        <View className="request-answer">
          <View className="request-when">{copy.answer}</View>
          <View>{answer}</View>
          {answered_at && <View className="request-when">{copy.at(answered_at)}</View>}
        </View>
      )}
      <ReadAloud what={copy.kinds[kind]} text={spoken} />
    </Card>
  );
}
