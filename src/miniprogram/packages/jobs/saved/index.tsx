import { View } from '@tarojs/components';
import { momentText, today } from '@/client/clock';
import { routes } from '@/client/routes';
import { useSavedPostings } from '@/client/saved-jobs';
import { Button, Card, Empty, monthDayText, Page, ReadAloud, Section } from '@/ui';
import { copy as words } from '../parts/copy';
import { PostingCard, spokenPosting } from '../parts/posting-card';
import { copy } from './copy';

/** Postings kept on this phone, as they were on the day they were saved. */
export default function SavedJobs() {
  const saved = useSavedPostings();
  const now = today();
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
        aside={<ReadAloud what={copy.read} text={saved.map(({ posting }) => spokenPosting(posting, null))} />}
      >
        <View className="jobs-quiet">{copy.here}</View>
        <Card>
          {saved.map(({ posting, at }) => (
            <View key={posting.id} className="jobs-row">
              <PostingCard
                // how far it was then is not how far it is now
                posting={{ ...posting, metres: null }}
                where={null}
                note={[
                  words.savedOn(momentText(at)),
                  posting.open_until < now && copy.ended(monthDayText(posting.open_until)),
                ]
                  .filter(Boolean)
                  .join('；')}
              />
            </View>
          ))}
        </Card>
      </Section>
    </Page>
  );
}
