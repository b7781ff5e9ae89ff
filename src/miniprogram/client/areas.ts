import type { ServiceArea } from '@/domain/eligibility/types';
import type { IconName } from '@/ui/icon';

export interface Area {
  readonly area: ServiceArea;
  readonly icon: IconName;
  readonly word: string;
  /** what one finds there, in everyday words */
  readonly line: string;
}

/** The six services, in the order of the home page. */
export const AREAS: readonly Area[] = [
  { area: 'subsidies', icon: 'butie', word: '补贴', line: '能领什么' },
  { area: 'training', icon: 'peixun', word: '培训', line: '学手艺' },
  { area: 'startup', icon: 'chuangye', word: '创业一件事', line: '开店办厂' },
  { area: 'jobs', icon: 'gangwei', word: '岗位', line: '附近有什么活' },
  { area: 'arrears', icon: 'taoxin', word: '讨薪', line: '要回工钱' },
  { area: 'yulu', icon: 'yulu', word: '雨露计划', line: '孩子读书' },
];

/** Their doors open what is counted there: policies. Behind the others stand postings, classes, one's own case. */
export const isCounted = (area: ServiceArea): boolean => area === 'subsidies' || area === 'yulu';

/** The words and picture of one of them. */
export const areaOf = (area: ServiceArea): Area => AREAS.find((one) => one.area === area) as Area;

export const isArea = (text: string | undefined): text is ServiceArea =>
  AREAS.some(({ area }) => area === text);
