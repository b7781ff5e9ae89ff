import { View } from '@tarojs/components';
import { createStore, useStore } from '@/client/store';
import { Choice, ChoiceGroup, Heading } from '@/ui';
import { copy } from './copy';

type Asker = 'unsaid' | 'adult' | 'minor' | 'guardian';

// for as long as the app stays open; a child's age is never kept
const asker = createStore<Asker>('unsaid');

/** Whether the page may go on: under 14 only with the guardian. */
export const useMayAsk = (): boolean => {
  const who = useStore(asker);
  return who === 'adult' || who === 'guardian';
};

/** Under 14 only a guardian may look (PIPL art. 31): asked first, nothing of it is stored. */
export function WhoAsks() {
  const who = useStore(asker);
  const minor = who === 'minor' || who === 'guardian';
  return (
    <>
      <Heading>{copy.who.title}</Heading>
      <ChoiceGroup label={copy.who.title}>
        <Choice
          title={copy.who.yes}
          icon="peixun"
          selected={who === 'adult'}
          onSelect={() => asker.set('adult')}
        />
        <Choice
          title={copy.who.no}
          line={copy.who.line}
          icon="family"
          selected={minor}
          onSelect={() => asker.set('minor')}
        />
      </ChoiceGroup>
      {minor && (
        <View className="yulu-guardian">
          <ChoiceGroup label={copy.who.guardian}>
            <Choice
              title={copy.who.guardian}
              line={copy.who.guardianLine}
              icon="shield"
              selected={who === 'guardian'}
              onSelect={() => asker.set('guardian')}
            />
          </ChoiceGroup>
        </View>
      )}
    </>
  );
}
