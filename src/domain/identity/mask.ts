/** What of a person may be shown to others: enough to recognise, too little to know. */

/** Surnames of two characters (the usual ones), shown whole when a given name follows. */
const COMPOUND = new Set(
  [
    '欧阳',
    '司马',
    '上官',
    '诸葛',
    '东方',
    '皇甫',
    '尉迟',
    '公孙',
    '慕容',
    '令狐',
    '司徒',
    '轩辕',
    '夏侯',
    '长孙',
  ].concat(
    [
      '宇文',
      '司空',
      '端木',
      '百里',
      '东郭',
      '南宫',
      '独孤',
      '闻人',
      '澹台',
      '公冶',
      '宗政',
      '濮阳',
      '淳于',
      '单于',
    ],
    ['太史', '申屠', '呼延', '钟离', '西门', '第五', '拓跋', '万俟', '赫连'],
  ),
);

const SAMPLE = '样例';

/**
 * 张三 → 张**, 欧阳小美 → 欧阳**, 买买提·阿不都 → 买**, 样例张三 → 样例**. Always two stars, so that the length says nothing;
 * a name of one character is not shown at all.
 */
export function maskName(name: string): string {
  const clean = name.replace(/\s+/g, '');
  if (clean.startsWith(SAMPLE)) return `${SAMPLE}**`;
  const characters = Array.from(clean);
  if (characters.length < 2) return '**';
  const surname = characters.slice(0, 2).join('');
  return characters.length > 2 && COMPOUND.has(surname) ? `${surname}**` : `${characters[0]}**`;
}

/** 50…X → `5****************X`: one character at each end; anything but 18 characters is stars only. */
export function maskIdNumber(number: string): string {
  return number.length === 18 ? `${number[0]}${'*'.repeat(16)}${number[17]}` : '*'.repeat(18);
}

/** 13812341234 → `138****1234`; anything but 11 digits is stars only. */
export function maskPhone(number: string): string {
  return /^\d{11}$/.test(number) ? `${number.slice(0, 3)}****${number.slice(7)}` : '*'.repeat(11);
}
