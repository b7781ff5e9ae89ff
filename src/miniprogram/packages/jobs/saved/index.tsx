import { View } from '@tarojs/components';
import { momentText, today } from '@/client/clock';
import { routes } from '@/client/routes';
import { useSavedPostings } from '@/client/saved-jobs';
import type { PostingView } from '@/contract/jobs';
import { Box, Button, Card, Empty, monthDayText, Notice, Page, ReadAloud, Section } from '@/ui';
import { copy as words } from '../parts/copy';
import { PostingCard, spokenPosting } from '../parts/posting-card';
import { copy } from './copy';
import { type Now, useStates } from './use-states';

/** Postings kept on this phone, as they were on the day they were saved. */
export default function SavedJobs() {
  const saved = useSavedPostings();
  const states = useStates(saved.map(({ posting }) => posting.id));
  const over = (posting: PostingView) => overText(posting, states.of(posting.id));
  if (saved.length === 0) {
    return (
      <Page title={copy.title}>
        <Empty icon="flag" title={copy.none} line={copy.noneLine}>
          <Button to={routes.jobs()} block>
            {copy.look}
          </Button>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={copy.title}>
      <Section
        title={copy.found(saved.length)}
        aside={
          <ReadAloud
            what={copy.read}
            text={saved.map(({ posting }) =>
              [over(posting), spokenPosting(posting, null)].filter(Boolean).join('，'),
            )}
          />
        }
      >
        <View className="jobs-quiet">{copy.here}</View>
        <Box role="status" live="polite">
          {states.known === false && (
            <Notice tone="ask" icon="clock" inset>
              {copy.offline}
            </Notice>
          )}
        </Box>
        <Card>
          {saved.map(({ posting, at }) => (
            <View key={posting.id} className="jobs-row">
              <PostingCard
                // how far it was then is not how far it is now
                posting={{ ...posting, metres: null }}
                where={null}
                over={over(posting)}
                note={words.savedOn(momentText(at))}
              />
            </View>
          ))}
        </Card>
      </Section>
    </Page>
  );
}

/** It has ended since, or nobody may see it now; what it said of its last day is known without a network. */
function overText({ open_until }: PostingView, now: Now | undefined): string | undefined {
  if (now?.state === 'ended') return copy.over(now.reason ?? '');
  if (now?.state === 'checking') return copy.checking;
  if (now?.state === 'gone') return copy.gone;
  return open_until < today() ? copy.ended(monthDayText(open_until)) : undefined;
}
