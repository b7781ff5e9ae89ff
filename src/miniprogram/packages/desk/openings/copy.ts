import { dateText } from '@/ui/date-text';

export const copy = {
  title: '招工的数字',
  why: '看各乡镇、各种岗位招多少、多少人应聘、多少人上班。',
  periods: '看哪一段',
  span: (from: string, to: string) => `${dateText(from)}到${dateText(to)}`,
  by: '怎么分',
  town: '按乡镇',
  kind: '按种类',
  townName: '乡镇',
  kindName: '种类',
  noTown: '没有写乡镇，和外出的',
  total: '合计',
  postings: '在招岗位',
  people: '要招的人',
  applications: '应聘',
  starts: '上班',
  unit: '人',
  none: '没有在招的，这一段也没有人应聘',
  noneLine: '发布了岗位，这里就有数字。',
  notes: [
    '“在招岗位”“要招的人”是此刻的；没有写招几个人的岗位，不算在“要招的人”里。',
    '“应聘”“上班”是这一段里的：一个人一个岗位算一次，撤回的应聘不算。',
    '“上班”是在这里应聘过、自己点了“我上班了”的；没有点的，这里不知道。',
  ],
};
