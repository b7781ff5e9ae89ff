import { routes } from '@/client/routes';
import type { MeView } from '@/contract/session';
import type { IconName } from '@/ui';

type Staff = NonNullable<MeView['staff']>;

export interface DeskLink {
  readonly word: string;
  /** the title of the page it opens */
  readonly title: string;
  readonly to: string;
  readonly icon: IconName;
}

export const TITLES = {
  desk: '工作台',
  residents: '居民和走访',
  training: '培训班',
  postings: '岗位',
  news: '政策动态',
  numbers: '数字',
  wages: '讨薪',
  staff: '人员',
  confirm: '帮人核对身份',
  requests: '居民提的事',
  notices: '公益性岗位公示',
  posts: '公益性岗位',
} as const;

/** Every page of the desk, the ones this role works with. */
export function deskLinks(staff: Staff): readonly DeskLink[] {
  const link = (word: string, title: string, to: string, icon: IconName): DeskLink => ({
    word,
    title,
    to,
    icon,
  });
  return [
    link('办件', TITLES.desk, routes.desk(), 'tasks'),
    link('居民和走访', TITLES.residents, routes.deskResidents(), 'village'),
    ...(staff.role === 'village' ? [] : [link('培训班', TITLES.training, routes.deskTraining(), 'peixun')]),
    link('岗位', TITLES.postings, routes.deskPostings(), 'gangwei'),
    link('公益岗', TITLES.posts, routes.deskPosts(), 'flag'),
    link('数字', TITLES.numbers, routes.deskNumbers(), 'status-half'),
    ...(staff.role === 'admin' || staff.role === 'county'
      ? [
          link('政策动态', TITLES.news, routes.deskNews(), 'document'),
          link('讨薪', TITLES.wages, routes.deskWages(), 'calendar'),
        ]
      : []),
    ...(staff.role === 'admin' ? [link('人员', TITLES.staff, routes.deskStaff(), 'family')] : []),
    link('核对身份', TITLES.confirm, routes.deskConfirm(), 'shield'),
    link('居民提的事', TITLES.requests, routes.deskRequests(), 'message'),
    link('公示名单', TITLES.notices, routes.notices(staff.county), 'document'),
  ];
}
