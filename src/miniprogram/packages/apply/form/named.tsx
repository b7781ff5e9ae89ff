import { View } from '@tarojs/components';
import { Choice, ChoiceGroup, Icon, Section } from '@/ui';
import { copy } from './copy';

interface NamedProps {
  /** null: not chosen yet, and never chosen for the person */
  named: boolean | null;
  reminded: boolean;
  onChoose: (named: boolean) => void;
}

/** With a name or without: what each means for hearing the answer. */
export function Named({ named, reminded, onChoose }: NamedProps) {
  const { title, named: word, namedLine, none, noneLine, remind } = copy.check.anonymous;
  return (
    <Section title={title}>
      <ChoiceGroup label={title}>
        <Choice
          title={word}
          line={namedLine}
          icon="user"
          selected={named === true}
          onSelect={() => onChoose(true)}
        />
        <Choice
          title={none}
          line={noneLine}
          icon="lock"
          selected={named === false}
          onSelect={() => onChoose(false)}
        />
      </ChoiceGroup>
      <View className="form-remind" aria-live="polite">
        {reminded && named === null && (
          <>
            <Icon name="status-no" size={20} className="form-remind__mark" />
            {remind}
          </>
        )}
      </View>
    </Section>
  );
}
