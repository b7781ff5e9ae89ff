import { View } from '@tarojs/components';
import { momentText, today } from '@/client/clock';
import { routes } from '@/client/routes';
import { type Saved, useSavedPostings } from '@/client/saved-jobs';
import { Box, Button, Card, Empty, monthDayText, Notice, Page, ReadAloud, Section } from '@/ui';
import { copy as words } from '../parts/copy';
import { PostingCard, spokenPosting } from '../parts/posting-card';
import { copy } from './copy';
import { useStates } from './use-states';

/** Postings kept on this phone, as they were on the day they were saved. */
export default function SavedJobs() {
  const saved = useSavedPostings();
  const known = useStates(saved.map(({ posting }) => posting.id));
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
            text={saved.map((one) =>
              [overText(one), spokenPosting(one.posting, null)].filter(Boolean).join('，'),
            )}
          />
        }
      >
        <View className="jobs-quiet">{copy.here}</View>
        <Box role="status" live="polite">
          {known === false && (
            <Notice tone="ask" icon="clock" inset>
              {copy.offline}
            </Notice>
          )}
        </Box>
        <Card>
          {saved.map((one) => (
            <View key={one.posting.id} className="jobs-row">
              <PostingCard
                // how far it was then is not how far it is now
                posting={{ ...one.posting, metres: null }}
                where={null}
                over={overText(one)}
                note={words.savedOn(momentText(one.at))}
              />
            </View>
          ))}
        </Card>
      </Section>
    </Page>
  );
}

/** What its last day says is known without a network. */
const overText = ({ over, posting: { open_until } }: Saved): string | undefined =>
  over ?? (open_until < today() ? copy.ended(monthDayText(open_until)) : undefined);
