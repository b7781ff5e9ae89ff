import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useAsOf } from '@/client/as-of';
import { usePack } from '@/client/pack';
import { usePlace } from '@/client/place';
import { go, routes } from '@/client/routes';
import { useShare } from '@/client/share';
import { useSize } from '@/client/size';
import { useSummary } from '@/client/summary';
import { Busy, Button, Card, Empty, ErrorState, Notice, Page, Skeleton } from '@/ui';
import { AnswerCard } from './answer-card';
import { CodeCard, NoCodeYet } from './code-card';
import { copy } from './copy';
import { documentLine } from './document-line';
import { HomeHeader, WhoSpeaks } from './header';
import { Tiles } from './tiles';
import { Todo } from './todo';
import { Tools } from './tools';
import './index.scss';

let chooserShown = false;

export default function Home() {
  const { place, finding, note } = usePlace();
  const { pack, state, error, refresh } = usePack();
  const { asOf } = useAsOf();
  const summary = useSummary();
  const { elder } = useSize();
  useShare();
  // without a place nothing can be said: the chooser comes first, once; whoever goes back finds its button
  useDidShow(() => {
    if (place || finding || chooserShown) return;
    chooserShown = true;
    go(routes.choosePlace());
  });

  const line = pack && documentLine(pack.documents, asOf);
  return (
    <Page
      tab="home"
      title={copy.brand}
      className="home"
      header={<HomeHeader />}
      top={
        <View className="home__top">
          {pack && !elder && <WhoSpeaks region={pack.region} place={place} />}
          <Tools summary={summary} regionName={pack?.region.name} documentLine={line} />
        </View>
      }
    >
      {note && (
        <Notice tone="ask" icon="qr" inset live>
          {note}
        </Notice>
      )}
      {finding && <Busy>{copy.finding}</Busy>}
      {!finding && state === 'noplace' && (
        <Empty icon="location" title={copy.choosePlace.title} line={copy.choosePlace.line}>
          <Button to={routes.choosePlace()} block>
            {copy.choosePlace.button}
          </Button>
        </Empty>
      )}
      {state === 'loading' && <Skeleton lines={6} />}
      {state === 'error' && <ErrorState error={error} onRetry={() => void refresh()} keepsAnswers />}
      {pack && (
        <>
          {line && (
            <Notice icon="status-none" inset action={{ text: copy.seeDocument, to: routes.library() }}>
              {line}
            </Notice>
          )}
          <CodeCard countyName={(code) => pack.region.units.find((unit) => unit.code === code)?.name ?? ''} />
          <AnswerCard summary={summary} over={line !== null} />
          <Todo />
          <NoCodeYet />
          <Tiles summary={summary} />
          {elder && (
            <Card>
              <WhoSpeaks region={pack.region} place={place} />
            </Card>
          )}
        </>
      )}
    </Page>
  );
}
