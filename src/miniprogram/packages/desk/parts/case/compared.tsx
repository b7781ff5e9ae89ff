import { View } from '@tarojs/components';
import type { DeskCase } from '@/contract/desk';
import { Card, StatusTag } from '@/ui';
import { type Column, Table } from '@/ui/table';
import { copy } from './copy';

interface Line {
  readonly id: string;
  readonly label: string;
  readonly said: string;
  readonly register: string | null;
  readonly differs: boolean;
}

const COLUMNS: readonly Column<Line>[] = [
  {
    key: 'question',
    title: copy.question,
    cell: ({ label }) => <View className="desk-question">{label}</View>,
  },
  { key: 'said', title: copy.said, cell: ({ said }) => said },
  {
    key: 'register',
    title: copy.register,
    cell: ({ register, differs }) => (
      <View className="desk-register">
        <View className={register === null ? 'desk-register__none' : ''}>{register ?? copy.noRegister}</View>
        {differs && <StatusTag status="warning" word={copy.differs} />}
      </View>
    ),
  },
];

/** The answers beside the register; what differs is marked with icon and word. */
export function Compared({ view: { compared } }: { view: DeskCase }) {
  const differing = compared.filter(({ differs }) => differs).length;
  return (
    <Card title={copy.compared}>
      {compared.length === 0 ? (
        <View className="desk-pad">{copy.noAnswers}</View>
      ) : (
        <>
          <View className="desk-pad desk-pad--note">{copy.comparedNote(differing)}</View>
          <Table
            label={copy.compared}
            columns={COLUMNS}
            rows={compared}
            keyOf={({ id }) => id}
            marked={({ differs }) => differs}
          />
        </>
      )}
    </Card>
  );
}
