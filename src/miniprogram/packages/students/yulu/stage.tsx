import { View } from '@tarojs/components';
import { useAnswers } from '@/client/answers';
import { createStore, useStore } from '@/client/store';
import { questionFor } from '@/domain/eligibility';
import { Choice, ChoiceGroup, Heading } from '@/ui';
import { copy } from './copy';

type Stage = 'vocational' | 'college' | 'general' | 'university';

const STAGES: readonly { stage: Stage; title: string; counts: boolean }[] = [
  { stage: 'vocational', title: copy.stage.vocational, counts: true },
  { stage: 'college', title: copy.stage.college, counts: true },
  { stage: 'general', title: copy.stage.general, counts: false },
  { stage: 'university', title: copy.stage.university, counts: false },
];

// which of two stages was tapped, for as long as the app stays open; kept is only "vocational or not"
const tapped = createStore<Stage | null>(null);

/** The school's kind; the name of the school is never asked. */
export function SchoolStage() {
  const answers = useAnswers();
  const stage = useStore(tapped);
  const known = answers.facts.vocational_student;
  const question = questionFor('vocational_student');
  const counts = STAGES.find((entry) => entry.stage === stage)?.counts;
  const shown = counts === known ? stage : (STAGES.find((entry) => entry.counts === known)?.stage ?? null);
  return (
    <>
      <Heading>{copy.stage.title}</Heading>
      <ChoiceGroup label={copy.stage.title}>
        {STAGES.map((entry) => (
          <Choice
            key={entry.stage}
            title={entry.title}
            selected={shown === entry.stage}
            onSelect={() => {
              tapped.set(entry.stage);
              answers.answer('vocational_student', entry.counts);
            }}
          />
        ))}
        <Choice
          title={copy.stage.unclear}
          icon="status-ask"
          quiet
          selected={answers.skipped.includes('vocational_student')}
          onSelect={() => question && answers.skip(question)}
        />
      </ChoiceGroup>
      <View className="yulu-quiet">{copy.stage.line}</View>
    </>
  );
}
