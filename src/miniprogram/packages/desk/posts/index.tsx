import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import { Button, Card, Empty, ErrorState, Notice, Page, PersonGate, Press, Section, Skeleton } from '@/ui';
import { Select } from '@/ui/select';
import { DeskHead } from '../parts/head';
import { copy } from './copy';
import { Flags } from './flags';
import { Post } from './post';
import { PostForm } from './post-form';
import './index.scss';

/** Public-welfare posts of one's place: entering them and their holders, ending contracts, what to look at. */
export default function DeskPosts() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />}>
      <PersonGate need="staff" why={copy.why}>
        {() => <Posts />}
      </PersonGate>
    </Page>
  );
}

function Posts() {
  const [town, setTown] = useState('');
  const [adding, setAdding] = useState(false);
  const { data, error, reload } = useCall('posts.desk', town === '' ? {} : { town });
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />;
  const again = () => void reload();
  const villages = [...new Set(data.posts.map((one) => `${one.town} ${one.village}`))];
  return (
    <View className="desk-sheet">
      <View className="desk-quiet">{copy.line}</View>
      {data.towns.length > 1 && (
        <Select
          label={copy.town}
          options={[
            { value: '', label: copy.allTowns },
            ...data.towns.map((value) => ({ value, label: value })),
          ]}
          value={town}
          onChange={setTown}
        />
      )}
      <Button block onPress={() => setAdding(true)}>
        {copy.anew}
      </Button>
      {data.more && <Notice inset>{copy.more(town !== '')}</Notice>}
      <Applying of={data.applying} />
      {data.posts.length === 0 && <Empty icon="village" title={copy.none} />}
      {villages.map((village) => (
        <Section key={village} title={village}>
          {data.posts
            .filter((one) => `${one.town} ${one.village}` === village)
            .map((one) => (
              <Post key={`${one.id} ${one.version}`} of={one} longest={data.longest} onDone={again} />
            ))}
        </Section>
      ))}
      {adding && (
        <PostForm
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            again();
          }}
        />
      )}
    </View>
  );
}

/** Applications with something to look at: no names here, the case itself says whether one may open it. */
function Applying({ of }: { of: OutputOf<'posts.desk'>['applying'] }) {
  if (of.length === 0) return null;
  return (
    <Section title={copy.applying}>
      <Card>
        {of.map(({ case: id, number, flags }) => (
          <View key={id} className="desk-post">
            <Press to={routes.deskCase(id)}>{number}</Press>
            <Flags flags={flags} />
          </View>
        ))}
      </Card>
    </Section>
  );
}
