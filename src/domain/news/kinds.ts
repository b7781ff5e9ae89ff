/** What a piece of policy news is about. */
export const NEWS_KINDS = {
  policy: { title: '政策', line: '文件里的一条，用平常话说' },
  opportunity: { title: '机会', line: '现在能去做的事：报名、登记、来问' },
  notice: { title: '通知', line: '时间、地点、怎么办有变化' },
  three_supports: { title: '三支一扶', line: '高校毕业生到乡镇、到村工作的招募' },
  experts: { title: '专家下乡', line: '专家服务团来做什么、什么时候来' },
} as const;
export type NewsKind = keyof typeof NEWS_KINDS;
export const NEWS_KIND_NAMES = Object.keys(NEWS_KINDS) as NewsKind[];
