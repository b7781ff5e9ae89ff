import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { momentText, today } from '@/client/clock';
import type { OutputOf } from '@/contract/api';
import type { DeskPost, HolderLine } from '@/contract/posts';
import { POST_KINDS } from '@/domain/posts';
import { Button, Card, Confirm, dateText, Problem, Row, StatusTag } from '@/ui';
import { copy } from './copy';
import { EndForm } from './end-form';
import { Flags } from './flags';
import { HolderForm } from './holder-form';
import { FromRegister } from './register';

interface PostProps {
  of: DeskPost;
  longest: OutputOf<'posts.desk'>['longest'];
  onDone: () => void;
}

/** One post with its holders, and what to look at. */
export function Post({ of, longest, onDone }: PostProps) {
  const [asking, setAsking] = useState<'add' | 'drop' | 'register' | null>(null);
  const [ending, setEnding] = useState<HolderLine | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const { id, version, town, village, kind, title, people, held, duty, holders } = of;
  const drop = () => {
    setAsking(null);
    const post = { town, village, kind, title, people, duty };
    call('posts.put', { id, version, post, end: true }).then(onDone, (thrown: CallError) => setError(thrown));
  };
  const done = () => {
    setAsking(null);
    setEnding(null);
    onDone();
  };
  const [field] = error?.fields ?? [];
  return (
    <Card>
      <Row
        title={title}
        line={[POST_KINDS[kind], copy.people(people, held), duty].filter(Boolean).join('。')}
        dense
      />
      {holders.map((one) => (
        <Holder key={one.id} of={one} onEnd={() => setEnding(one)} />
      ))}
      {of.ended_on === null && (
        <View className="desk-post">
          <View className="desk-ways">
            <Button small onPress={() => setAsking('add')} label={`${title}，${copy.add}`}>
              {copy.add}
            </Button>
            <Button
              small
              kind="secondary"
              onPress={() => setAsking('register')}
              label={`${title}，${copy.fromRegister}`}
            >
              {copy.fromRegister}
            </Button>
            <Button small kind="secondary" onPress={() => setAsking('drop')} label={`${title}，${copy.drop}`}>
              {copy.drop}
            </Button>
          </View>
        </View>
      )}
      <Problem error={error} {...(field && { line: field.message })} />
      {asking === 'add' && (
        <HolderForm post={id} longest={longest} onClose={() => setAsking(null)} onDone={done} />
      )}
      {asking === 'register' && (
        <FromRegister of={of} longest={longest} onClose={() => setAsking(null)} onDone={done} />
      )}
      {ending && <EndForm of={ending} onClose={() => setEnding(null)} onDone={done} />}
      <Confirm
        open={asking === 'drop'}
        title={copy.dropSure}
        line={copy.dropLine}
        yes={copy.yes}
        no={copy.no}
        onYes={drop}
        onNo={() => setAsking(null)}
      />
    </Card>
  );
}

function Holder({ of, onEnd }: { of: HolderLine; onEnd: () => void }) {
  const { name, known, starts_on, ends_on, ended_on, ended, soon, flags } = of;
  const later = starts_on > today();
  return (
    <View className="desk-post">
      <View>{name}</View>
      <View className="desk-quiet">{copy.contract(dateText(starts_on), dateText(ends_on))}</View>
      <StatusTag
        status={ended_on ? 'expired' : soon ? 'warning' : later ? 'none' : 'eligible'}
        word={ended_on ? copy.ended(dateText(ended_on)) : soon ? copy.soon : later ? copy.later : copy.ok}
      />
      {ended && (
        <View className="desk-quiet">
          {copy.endedBy(ended.office, momentText(Date.parse(ended.at)), ended.why)}
        </View>
      )}
      {!known && ended_on !== null && <View className="desk-quiet">{copy.unknown}</View>}
      <Flags flags={flags} />
      {ended_on === null && (
        <View className="desk-ways">
          <Button small kind="secondary" onPress={onEnd} label={`${name}，${copy.end}`}>
            {copy.end}
          </Button>
        </View>
      )}
    </View>
  );
}
