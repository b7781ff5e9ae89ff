import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import type { DeskPost } from '@/contract/posts';
import { Button, ErrorState, Sheet, Skeleton } from '@/ui';
import { copy } from './copy';
import { HolderForm } from './holder-form';

interface FromRegisterProps {
  of: DeskPost;
  longest: OutputOf<'posts.desk'>['longest'];
  onClose: () => void;
  onDone: () => void;
}

/** Whom the register of the village says to be in a post and nobody has entered: one tap each, then the contract. */
export function FromRegister({ of: { id, town, village }, longest, onClose, onDone }: FromRegisterProps) {
  const { data, error, reload } = useCall('posts.register', { town, village });
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  if (chosen)
    return <HolderForm post={id} person={chosen} longest={longest} onClose={onClose} onDone={onDone} />;
  return (
    <Sheet open title={copy.registerTitle} onClose={onClose}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={3} />)}
      {data?.length === 0 && <View>{copy.registerNone}</View>}
      {data?.map(({ person, name, months }) => (
        <View key={person} className="desk-post">
          <View>{name}</View>
          {months !== null && <View className="desk-quiet">{copy.registerMonths(months)}</View>}
          <Button small label={`${name}，${copy.take}`} onPress={() => setChosen({ id: person, name })}>
            {copy.take}
          </Button>
        </View>
      ))}
    </Sheet>
  );
}
