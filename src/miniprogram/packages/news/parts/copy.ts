import type { NewsChange, NewsLine } from '@/contract/news';
import { dayInChina } from '@/domain/calendar/china';
import { NEWS_KINDS } from '@/domain/news';
import { dateText } from '@/ui';

/** The day in China of a moment. */
export const dayOf = (moment: string): string => dayInChina(Date.parse(moment));

export const kindWord = ({ kind }: Pick<NewsLine, 'kind'>): string => NEWS_KINDS[kind].title;

export const copy = {
  title: '政策动态',
  from: ({ office, published_at }: Pick<NewsLine, 'office' | 'published_at'>) =>
    `${office}，${dateText(dayOf(published_at))}`,
  read: '这一条',
  picture: '图',
  pictureWaits: '图片没有取到，有了信号再打开看看',
  passages: '原文怎么写',
  source: (number: string, item: string) => `${number}${item}`,
  who: '谁用得上',
  whoLine: '下面的条件都满足，才用得上。点开看自己算不算。',
  whoNone: '引用的条文没有直接写给谁。',
  go: (title: string) => `去办：${title}`,
  ended: (day: string) => `这份文件已于${dateText(day)}到期`,
  endedLine: '可以看，不能再申领。没有收录接替它的新文件。',
  ending: (day: string) => `这份文件快到期了，到${dateText(day)}`,
  endingLine: '够条件的，早点去办。',
  withdrawn: '这一条已经撤下',
  withdrawnLine: '发布的单位把它收回了，请不要再照着办。可以看看别的。',
  all: '看全部动态',
};

/** What has changed, as a word and a line. */
export function changeWords({ standing, on, assumed, what }: NewsChange): { word: string; line: string } {
  const day = dateText(on);
  const it = what === 'document' ? '文件' : '这一项';
  switch (standing) {
    case 'new':
      return {
        word: what === 'document' ? '新文件' : '新开的',
        line: assumed ? `${it}没有写从哪天起，按${day}起算` : `${day}起实行`,
      };
    case 'not_yet':
      return { word: '还没开始', line: `${day}起实行` };
    case 'ending':
      return { word: '快到期', line: `到${day}为止，够条件的早点办` };
    case 'ended':
      return { word: '已到期', line: `${day}到期，可以看，不能再申领` };
  }
}
