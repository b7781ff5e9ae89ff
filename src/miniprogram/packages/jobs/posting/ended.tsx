import { View } from '@tarojs/components';
import type { Where } from '@/client/look-from';
import { routes } from '@/client/routes';
import { unsavePosting } from '@/client/saved-jobs';
import type { PostingLine, PostingView } from '@/contract/jobs';
import { Button, Card, Empty, Notice, Section } from '@/ui';
import { PostingCard } from '../parts/posting-card';
import { copy } from './copy';

interface AlikeProps {
  title: string;
  alike: readonly PostingLine[];
  where: Where | null;
}

interface EndedProps {
  posting: PostingView;
  where: Where | null;
  /** as it was heard before the network was gone */
  over: string | undefined;
  /** the server was there: without it nobody knows what is like it */
  asked: boolean;
}

/** It is over: why, and what is like it. */
export function Ended({ posting, where, over, asked }: EndedProps) {
  const { state, reason, alike } = posting;
  const known = state === 'closed' || state === 'withdrawn' ? state : 'expired';
  return (
    <>
      <Notice icon="status-none" title={copy.gone} inset>
        {over ?? reason ?? copy.goneWhy[known]}
      </Notice>
      {asked && <Alike title={copy.alike} alike={alike} where={where} />}
    </>
  );
}

type CheckingProps = Omit<AlikeProps, 'title'> & { id: string; onPhone: boolean };

/** Nobody may see it now: nothing of it is told, only what else there is. */
export function Checking({ id, alike, where, onPhone }: CheckingProps) {
  return (
    <>
      <Notice icon="clock" title={copy.checking} inset>
        {copy.checkingLine}
      </Notice>
      {alike.length > 0 && <Alike title={copy.around} alike={alike} where={where} />}
      <Button block to={routes.jobs()}>
        {copy.others}
      </Button>
      {onPhone && (
        <Button kind="secondary" block onPress={() => unsavePosting(id)}>
          {copy.unsave}
        </Button>
      )}
    </>
  );
}

function Alike({ title, alike, where }: AlikeProps) {
  return (
    <Section title={title}>
      {alike.length > 0 ? (
        <Card>
          {alike.map((one) => (
            <View key={one.id} className="jobs-row">
              <PostingCard posting={one} where={where} />
            </View>
          ))}
        </Card>
      ) : (
        <Empty icon="gangwei" title={copy.noAlike}>
          <Button to={routes.service('find-work')} block>
            {copy.applyInstead}
          </Button>
        </Empty>
      )}
    </Section>
  );
}
