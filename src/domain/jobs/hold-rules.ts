/**
 * The demands and the law against each: whole articles that are certain, nothing quoted; each stands in policy/law. What the state itself limits
 * (posts for young people, help for a village's own people, work underground) is let through.
 */
import { ageLimit, childWork } from './hold-age';
import type { PostingKind } from './kinds';
import type { PostingDraft } from './posting';

export type HoldKey =
  | 'sex'
  | 'family'
  | 'age'
  | 'child'
  | 'hepatitis'
  | 'disability'
  | 'origin'
  | 'belief'
  | 'deposit'
  | 'papers'
  | 'unpaid'
  | 'unpaid_internship'
  | 'liability';

export interface HoldRule {
  readonly key: HoldKey;
  /** the words of a clause that demand it; null: none */
  readonly says: (clause: string) => string | null;
  /** a clause that says the opposite */
  readonly unless?: RegExp;
  /** words that only look like it; global */
  readonly harmless?: RegExp;
  /** postings that may say so */
  readonly lawful?: (posting: Pick<PostingDraft, 'kind' | 'skills'>, whole: string) => boolean;
  readonly why: string;
  readonly law: string;
}

const matching = (pattern: RegExp) => (clause: string) => pattern.exec(clause)?.[0] ?? null;
const ofKind =
  (...kinds: readonly PostingKind[]) =>
  ({ kind }: { readonly kind: PostingKind }) =>
    kinds.includes(kind);

const ADVERT = '就业服务与就业管理规定第二十条';
const NO_PROPERTY = '劳动合同法第九条，就业服务与就业管理规定第十四条';

const ONLY =
  '(?:仅限|只限|限招|限|只招|只收|只要|仅招|须|需|必须|要求|要|招聘|招收|招|聘|性别[::为是]?|优先[::])';
const MEN_OR_WOMEN = '(?:男性|女性|男的|女的|男生|女生|男士|女士|男工|女工|男员工|女员工|男|女)';
const WORKER =
  '(?:工|普工|员工|服务员|收银员|文员|保安|司机|营业员|操作工|包装工|质检员|技工|杂工|学徒|销售|客服|保洁|保洁员|厨师|帮厨|店员|前台|助理|主播|护工|护理员|焊工|电工|搬运)';
const FEES =
  '(?:押金|抵押金|保证金|担保金|风险金|服装费|工服费|工装费|报名费|入职费|上岗费|建档费|介绍费|中介费|资料费|培训费)';

/** 矿山井下作业: 女职工劳动保护特别规定 names it as work that women may not be given. Said of the job itself. */
const MINING = /矿[^,]{0,4}井下(?:作业|工作|干活|采|掘|开采|凿岩|支护)|井下(?:采煤|采矿|掘进|凿岩)/;
const NOT_MINING =
  /(?:不|无需|无须|非|免|别)[^,]{0,5}井下|不(?:用|需|必)?下井|地面|井上|井外|后勤|销售|设备|培训/;
const isUnderground = (whole: string): boolean =>
  MINING.test(whole) && !NOT_MINING.test(whole) && !new RegExp(`${ONLY}女`).test(whole);

/** Work that is not paid, or pay that is kept back for having gone early. */
const UNPAID =
  /(?:试工|试岗|试用|实习|培训|见习)(?:期|期间|阶段)?[^,]{0,6}(?:无工资|无薪|没有?工资|不发工资|不计工资|无报酬|免费)|(?:不满|未满|干不满|做不满|不足)[^,]{0,8}(?:不发工资|没有?工资|无工资|不结工资|不给工资)/;
const FREE = /免费(?:培训|试)|培训免费|免费(?:提供|食宿|住)/;

export const HOLD_RULES: readonly HoldRule[] = [
  {
    key: 'sex',
    says: matching(
      new RegExp(
        [
          `${ONLY}${MEN_OR_WOMEN}(?!装|鞋|裤|包|科|儿|婴|职工)`,
          `(?:不要|不招|不收|谢绝)${MEN_OR_WOMEN}`,
          `(?:男性|男士|男生|男的|男)优先`,
          `[男女]${WORKER}`,
          `[男女]性?(?:\\d+|[一二三四五六七八九十两]+)[名人位个]`,
          `^[男女]性?$`,
          `[((][限]?[男女]性?[))]`,
          `${MEN_OR_WOMEN}(?:勿扰|免谈|不要)`,
        ].join('|'),
      ),
    ),
    unless:
      /男女(?:不限|均可|都可|皆可|都行|都要|都招|兼收|平等|同工)|不限男女|(?:不限|不分)性别|性别[::]?不限|不分男女|男、?女(?:均|都|皆|不)/,
    harmless:
      /男女|[男女](?:士|式|性|款)?(?:装|鞋|裤|包|袜|帽|内衣|衬衣|衬衫|用品|服装|卫生间|厕所|浴室|宿舍|科)|妇女|女儿|女职工|儿女|子女|男方|女方|女工委|女工部/g,
    lawful: (_, whole) => isUnderground(whole),
    why: '招人不能挑男女，也不能写男性优先；国家规定不适合妇女的工种除外',
    law: `劳动法第十三条，就业促进法第二十七条，妇女权益保障法第四十三条，${ADVERT}`,
  },
  {
    key: 'family',
    says: matching(
      /(?:仅限|限|须|需|要求|要|必须|只招|只要)?(?:已婚已育|未婚未育|已婚未育|未婚|已婚|已育|未育|单身|离异)(?:者|女性|男性|人士|优先|的)?|(?:不得|不能|不许|不准|禁止|保证不|承诺不)[^,]{0,6}(?:结婚|生育|怀孕|生孩子|要孩子)|(?:怀孕|孕妇|备孕)(?:者|的)?(?:勿扰|不要|不招|辞退|自动离职|自行离职)|(?:孕检|妊娠测试|妊娠检查|验孕|尿检妊娠)/,
    ),
    unless:
      /婚育不限|婚否不限|不限婚|婚姻状况不限|婚育状况不限|(?:已婚、?未婚|未婚、?已婚|婚否)(?:均|都|皆|不)|不问婚育|不(?:做|查)孕检/,
    harmless: /单身(?:公寓|宿舍|寝室|房|间)|未婚夫|未婚妻/g,
    why: '结没结婚、生没生孩子不能当招人的条件',
    law: `就业促进法第二十七条，妇女权益保障法第四十三条，${ADVERT}`,
  },
  {
    key: 'child',
    says: childWork,
    unless: /不招|不得|禁止|谢绝|不要|不收|严禁|不能/,
    why: '不能招未满16周岁的人',
    law: '劳动法第十五条，就业服务与就业管理规定第十四条',
  },
  {
    key: 'age',
    says: ageLimit,
    unless: /年龄不限|不限年龄|服务对象|老人|学生|幼儿|孩子|顾客/,
    // 三支一扶、见习: the state's own programmes name an age
    lawful: ofKind('internship', 'expert'),
    why: '写了年龄上限，先由工作人员看；要没到退休年龄的人，写“法定退休年龄以内”，不写几岁',
    // it asks for equal chances and does not name age: whether this is discrimination people decide
    law: '就业促进法第二十六条，没有写明年龄',
  },
  {
    key: 'hepatitis',
    says: matching(
      /(?:无|没有|不得有|不能有|非|不招|不要|排除|拒绝)[^,]{0,6}(?:乙肝|肝炎|大三阳|小三阳|澳抗|传染病|病毒携带)|(?:查|检|体检|检测|化验|提供)[^,]{0,6}(?:乙肝|两对半|乙肝五项|大三阳|小三阳|表面抗原)|(?:乙肝|两对半|表面抗原|澳抗)[^,]{0,4}(?:阴性|合格|正常|勿扰|不要)/,
    ),
    unless:
      /(?:不查|不检|不检测|不体检|不看|不限|不做)[^,]{0,4}(?:乙肝|两对半)|乙肝[^,]{0,6}(?:不限|均可|都可|也可|不影响)/,
    // food, and people in care: the law itself keeps carriers of some diseases away until healed
    lawful: ({ skills }, whole) =>
      !/乙肝|两对半|三阳|澳抗|表面抗原/.test(whole) &&
      (/健康证/.test(whole) ||
        skills.some((one) => one === 'cooking' || one === 'care' || one === 'childcare')),
    why: '不能因为携带乙肝等病原不要人，也不能硬要查乙肝；国家规定禁止的工作除外',
    law: '就业促进法第三十条，就业服务与就业管理规定第十九条',
  },
  {
    key: 'disability',
    says: matching(
      /(?:无|没有|不得有|不招|不要|谢绝)[^,]{0,4}残疾|残疾人?(?:勿扰|不要|免谈)|四肢健全|肢体健全/,
    ),
    unless: /不限|优先|均可|都可|也可|照顾|无障碍/,
    why: '不能因为残疾不要人',
    law: `就业促进法第二十九条，${ADVERT}`,
  },
  {
    key: 'origin',
    says: matching(
      /(?:仅限|只限|限|须|需|必须|要求|只招|只要|只收)[^,]{0,4}(?:本地|本市|本县|本区|本省|城镇|城市|非农|当地)[^,]{0,2}(?:户口|户籍|人)|(?:不要|不招|不收|谢绝)[^,]{0,3}(?:外地|农村|外省|[\u4e00-\u9fa5]{2,3}省|[\u4e00-\u9fa5]{2}籍)(?:人|户口|户籍)?|(?:外地|外省|农村)(?:人|户口|户籍)?(?:勿扰|免谈|不要)|[\u4e00-\u9fa5]{2}(?:人|籍)勿扰/,
    ),
    unless: /户籍不限|户口不限|不限户|不限地域/,
    harmless: /本地人才|(?:仅限|只限|限)本人/g,
    // the posts that help a place's own people
    lawful: ofKind('public_post', 'work_relief', 'workshop'),
    why: '不能按户口、老家在哪里挑人',
    law: `就业促进法第二十六条、第三十一条，${ADVERT}`,
  },
  {
    key: 'belief',
    says: matching(
      /(?:仅限|只限|限|只招|只要|必须是?)汉族|(?:不要|不招|不收|谢绝)[^,]{0,3}(?:少数民族|[\u4e00-\u9fa5]{1,3}族)|(?:少数民族|[\u4e00-\u9fa5]{1,2}族)勿扰|(?:无|没有|不得有|不能有)宗教信仰|不信教/,
    ),
    unless: /不限/,
    why: '不能因为民族、宗教信仰不要人',
    law: `劳动法第十二条，就业促进法第三条、第二十八条，${ADVERT}`,
  },
  {
    key: 'deposit',
    says: matching(
      new RegExp(
        [
          `(?:交|缴|缴纳|交纳|付|预付|垫付|收取?|扣|扣除|扣留|押)[^,]{0,8}${FEES}`,
          `${FEES}[^,]{0,6}(?:\\d+元?|自理|自付|个人承担|自己出|工资[里中]扣)`,
          `(?:扣押|押扣|压|押)[^,]{0,4}(?:工资作押|工资抵押|半?个?月工资作)`,
          `(?:提供|需要?|须|必须|要有?|找)[^,]{0,6}(?:担保人|作担保|担保书|人担保|财产担保)`,
        ].join('|'),
      ),
    ),
    unless:
      /(?:不(?:收|交|缴|用|需|要|扣|押|向|得|许|会)|无|没有|免|零)[^,]{0,8}(?:押金|费用|费|保证金|担保)|(?:押金|费)[^,]{0,3}(?:全免|免收|由公司|公司出|公司承担|单位承担|单位出|政府)|担保贷款|担保公司|负责|协助|客户|客人|顾客|租客|入住/,
    why: '招人不能收押金、保证金、服装费等财物，也不能要人担保',
    law: NO_PROPERTY,
  },
  {
    key: 'papers',
    says: matching(
      /(?:扣押|扣留|扣|押|抵押|收走|代为?保管|统一保管|上交|收存)[^,]{0,6}(?:身份证|证件|毕业证|资格证|银行卡)(?!复印)|(?:身份证|证件|毕业证|资格证|银行卡)(?:原件)?[^,复印]{0,6}(?:扣押|抵押|押在|押公司|上交|由公司保管|由单位保管|公司统一保管|统一保管|交公司|交由)/,
    ),
    unless: /(?:不|无需|无须|禁止|严禁|绝不|从不)[^,]{0,4}(?:扣|押|上交|收|保管)/,
    why: '不能扣身份证和别的证件',
    law: NO_PROPERTY,
  },
  {
    key: 'unpaid',
    says: matching(UNPAID),
    unless: FREE,
    lawful: ofKind('internship'),
    why: '干了活就要发工资，试工、试用、干得短也一样',
    law: '劳动法第五十条',
  },
  {
    key: 'unpaid_internship',
    says: matching(UNPAID),
    unless: FREE,
    lawful: ({ kind }) => kind !== 'internship',
    why: '见习写了没有工资，请工作人员看：是不是劳动关系，一条一条看',
    // whether it holds there people decide
    law: '劳动法第五十条，见习不一定是劳动关系',
  },
  {
    key: 'liability',
    says: matching(
      /(?:工伤|伤亡|生死|安全|意外|后果)[^,]{0,3}(?:自负|概不负责|自己负责|自行负责)|(?:自愿)?放弃[^,]{0,3}(?:社保|社会保险|五险)|(?:不缴|不交)社保?协议/,
    ),
    unless: /不得|不能|禁止/,
    why: '不能写工伤自负，也不能要人放弃社会保险',
    law: '劳动法第七十二条，劳动合同法第二十六条',
  },
];
