import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { copyText } from '@/client/save-file';
import type { WageGroupView } from '@/contract/wages';
import { Button, Card, Confirm, Problem, Section } from '@/ui';
import { copy } from './copy';

interface GroupsProps {
  groups: readonly WageGroupView[];
  reload: () => Promise<void>;
}

/** 12345 67890: read out in two breaths */
const inTwo = (code: string) => `${code.slice(0, 5)} ${code.slice(5)}`;

export function Groups({ groups, reload }: GroupsProps) {
  const [leaving, setLeaving] = useState<WageGroupView | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  if (groups.length === 0) return null;
  const leave = () => {
    const { id } = leaving ?? {};
    setLeaving(null);
    if (id) call('wages.group_leave', { id }).then(reload, (thrown: CallError) => setError(thrown));
  };
  const take = (code: string) => void copyText(code).then(() => setSaid(copy.copied));
  return (
    <Section title={copy.mine}>
      {groups.map((group) => (
        <Card key={group.id} pad title={group.employer}>
          <View className="group-code">
            <View className="group-code__label">{copy.code}</View>
            <View className="group-code__number">{inTwo(group.code)}</View>
          </View>
          {group.site && <View className="group-line">{copy.site(group.site)}</View>}
          <View className="group-line">{copy.joined(group.joined)}</View>
          <View className="group-line">{group.representatives ? copy.representatives : copy.fewer}</View>
          <View className="group-line">{copy.seen}</View>
          <View className="group-buttons">
            <Button small icon="copy" onPress={() => take(group.code)}>
              {copy.copyCode}
            </Button>
            <Button
              small
              kind="ghost"
              onPress={() => setLeaving(group)}
              label={`${copy.leave}：${group.employer}`}
            >
              {copy.leave}
            </Button>
          </View>
        </Card>
      ))}
      <View className="group-line" aria-live="polite">
        {said}
      </View>
      <Problem error={error} />
      <Confirm
        open={leaving !== null}
        title={copy.leaveTitle}
        line={copy.leaveLine}
        yes={copy.leave}
        onNo={() => setLeaving(null)}
        onYes={leave}
      />
    </Section>
  );
}
