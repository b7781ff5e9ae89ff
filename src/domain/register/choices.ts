/** Words of the columns that take one of a few: the code that is kept, the word written, other words read. */

export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

const choice = (code: string, label: string, ...aliases: string[]): Choice => ({ code, label, aliases });

/** The codes are those of `checkIdNumber`; the number itself tells the kind, the column only confirms it. */
export const ID_KINDS: readonly Choice[] = [
  choice('resident', '居民身份证', '身份证', '二代身份证', '中华人民共和国居民身份证'),
  choice('hk_mo_tw', '港澳台居民居住证', '港澳居民居住证', '台湾居民居住证', '居住证'),
  choice('foreign_permanent', '外国人永久居留身份证', '外国人永久居留证'),
];

export const RELATIONS: readonly Choice[] = [
  choice('head', '户主', '本人', '户主本人'),
  choice('spouse', '配偶', '妻', '夫', '妻子', '丈夫'),
  choice('son', '儿子', '子', '之子', '长子', '次子', '三子', '独生子'),
  choice('daughter', '女儿', '女', '之女', '长女', '次女', '三女', '独生女'),
  choice('child_in_law', '儿媳或女婿', '儿媳', '女婿', '之儿媳', '之女婿'),
  choice(
    'grandchild',
    '孙子女',
    '孙子',
    '孙女',
    '外孙',
    '外孙子',
    '外孙女',
    '之孙子',
    '之孙女',
    '之外孙子',
    '之外孙女',
  ),
  choice('father', '父亲', '父', '之父'),
  choice('mother', '母亲', '母', '之母'),
  choice(
    'parent_in_law',
    '公婆或岳父母',
    '公公',
    '婆婆',
    '岳父',
    '岳母',
    '之公公',
    '之婆婆',
    '之岳父',
    '之岳母',
  ),
  choice(
    'grandparent',
    '祖父母',
    '祖父',
    '祖母',
    '外祖父',
    '外祖母',
    '之祖父',
    '之祖母',
    '之外祖父',
    '之外祖母',
  ),
  choice('sibling', '兄弟姐妹', '兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹', '之兄弟姐妹'),
  choice('other', '其他', '其他亲属', '非亲属'),
];

/** Five grades and the two that mean there is no labour capacity; which grade is read, never computed from the age. */
export const LABOUR_GRADES: readonly Choice[] = [
  choice('general', '普通劳动力', '普通', '一般劳动力'),
  choice('skilled', '技能劳动力', '技能'),
  choice('half', '半劳动力'),
  choice('weak', '弱劳动力'),
  choice(
    'half_or_weak',
    '弱劳动力或半劳动力',
    '半劳动力或弱劳动力',
    '弱半劳动力',
    '半弱劳动力',
    '弱(半)劳动力',
  ),
  choice('lost', '丧失劳动力', '丧失劳动能力'),
  choice('none', '无劳动力', '无劳动能力'),
];

export const EMPLOYMENT_FORMS: readonly Choice[] = [
  choice('unit', '单位就业', '企业就业', '务工'),
  choice('flexible', '灵活就业'),
  choice('self', '自主创业', '自营', '创业'),
  choice('public_post', '公益性岗位', '公益岗位', '公益岗'),
  choice('workshop', '就业帮扶车间', '帮扶车间'),
  choice('student', '在校学生', '在校', '学生'),
  choice('none', '未就业', '没有就业'),
];
