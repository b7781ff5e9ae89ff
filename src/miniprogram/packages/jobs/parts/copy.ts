/** Words that several pages of work say. */
export const copy = {
  /** a fact nobody has said: never shown as no */
  unsaid: '没有写',
  noPay: '没有写工钱，打电话问清',
  verified: '已核验',
  unverified: '没有核验过',
  about: (text: string) => `约${text}`,
  metres: (n: number) => `${n}米`,
  kilometres: (n: string) => `${n}公里`,
  ride: (minutes: number) => `骑车约${minutes}分钟`,
  from: { here: '离您', town: (name: string) => `离${name}`, county: (name: string) => `离${name}中间` },
  /** how riding is reckoned; the figures stand in words.ts */
  rideHow: '距离是直线。骑车的时间是估的：每小时12公里，路比直线长三成。',
  atOnce: '马上可以上班',
  starts: (day: string) => `${day}开工`,
  until: (day: string) => `招到${day}`,
  away: (place: string) => `去${place}`,
  sameAs: (yuan: string) => `合每月约${yuan}元`,
  savedOn: (moment: string) => `${moment}收藏`,
  ended: '已经结束',
};
