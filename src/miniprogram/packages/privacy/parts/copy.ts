import type { Look } from '@/contract/resident';

export const copy = {
  who: { staff: '工作人员', helper: '代办人', household: '家人', system: '系统' } as Record<
    Look['who'],
    string
  >,
  times: (count: number) => `连着 ${count} 次`,
  locked: '每一次都会记下来，改不了，也删不掉。',
};
