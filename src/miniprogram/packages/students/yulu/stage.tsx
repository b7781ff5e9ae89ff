import { View } from '@tarojs/components';
import { useAnswers } from '@/client/answers';
import { questionFor } from '@/domain/eligibility';
import { Choice, ChoiceGroup, Heading } from '@/ui';
import { copy } from './copy';

/** The school's kind; its name is never asked. */
export function SchoolStage() {
  const answers = useAnswers();
  const known = answers.facts.vocational_student;
  const question = questionFor('vocational_student');
  const stages = [
    { vocational: true, title: copy.stage.vocational, line: copy.stage.vocationalLine },
    { vocational: false, title: copy.stage.other, line: copy.stage.otherLine },
  ];
  return (
    <>
      <Heading>{copy.stage.title}</Heading>
      <ChoiceGroup label={copy.stage.title}>
        {stages.map(({ vocational, title, line }) => (
          <Choice
            key={title}
            title={title}
            line={line}
            icon={vocational ? 'yulu' : 'peixun'}
            selected={known === vocational}
            onSelect={() => answers.answer('vocational_student', vocational)}
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
