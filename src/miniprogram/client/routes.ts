import Taro, { useRouter } from '@tarojs/taro';
import type { FactId } from '@/domain/eligibility/facts';
import type { ServiceArea } from '@/domain/eligibility/types';
import type { ConsentKind } from '@/domain/privacy/consents';

export type TabName = 'home' | 'services' | 'messages' | 'me';
export type BenefitFilter = 'all' | 'eligible' | 'in_scope' | 'needs_info' | 'not_eligible';

const tab = (name: TabName) => `/pages/${name}/index`;
const TABS: readonly string[] = (['home', 'services', 'messages', 'me'] as const).map(tab);

function page(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.keys(query)
    .filter((key) => query[key] !== undefined && query[key] !== '')
    .map((key) => `${key}=${encodeURIComponent(query[key] ?? '')}`);
  return `/packages/${path}/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** The only place that builds page addresses. */
export const routes = {
  home: () => tab('home'),
  services: () => tab('services'),
  messages: () => tab('messages'),
  me: () => tab('me'),
  /** the questions; with `fact` that one only, to change an answer */
  check: (query: { fact?: FactId } = {}) => page('benefits/check', query),
  benefits: (query: { filter?: BenefitFilter; area?: ServiceArea } = {}) => page('benefits/list', query),
  /** @param member as it is for this member of the household */
  benefit: (id: string, member?: string) => page('benefits/detail', { id, member }),
  yulu: () => page('students/yulu'),
  library: () => page('policy/library'),
  /** @param quote a passage of the item to highlight, word for word */
  document: (id: string, item?: string, quote?: string) => page('policy/document', { id, item, quote }),
  /** 政策动态: the list, one item, the desk's side */
  news: () => page('news/list'),
  newsItem: (id: string) => page('news/item', { id }),
  deskNews: () => page('desk/news'),
  choosePlace: () => page('places/choose'),
  area: (area: ServiceArea) => page('areas/area', { area }),
  /** training: the list, with a kind only that one */
  training: (query: { kind?: string; trade?: string } = {}) => page('training/list', query),
  trainingSession: (id: string) => page('training/session', { id }),
  myTrainings: () => page('training/mine'),
  /** who comes: the trainer's page */
  attendance: (id: string) => page('training/attend', { id }),
  /** is a printed certificate genuine */
  certificate: (n?: string, p?: string) => page('training/verify', { n, p }),
  /** the provider's side: its sessions, and one being written */
  deskTraining: () => page('desk/training'),
  deskSession: (id?: string) => page('desk/session', { id }),
  /** day labour: mine, one being written, one gathering (with the number to check in), a wage record, a printed one */
  hands: () => page('hands/mine'),
  wantHands: (query: { county?: string } = {}) => page('hands/organise', query),
  gathering: (id: string, code?: string) => page('hands/gathering', { id, code }),
  agreement: (id: string) => page('hands/agreement', { id }),
  wageRecord: (n?: string, p?: string) => page('hands/record', { n, p }),
  /** public-welfare posts: the villages of a county, and the desk's side */
  posts: (county?: string) => page('posts/village', { county }),
  deskPosts: () => page('desk/posts'),
  /** to start a business: the road, and what helps on it */
  startup: () => page('startup/home'),
  startupLoan: () => page('startup/loan'),
  startupPlan: () => page('startup/plan'),
  startupNear: () => page('startup/near'),
  /** postings as the desk and employers have them: the list, one of them, one being written, figures, published records */
  deskPostings: () => page('desk/postings'),
  deskOffer: (id: string) => page('desk/offer', { id }),
  deskPosting: (id?: string) => page('desk/posting', { id }),
  deskOpenings: () => page('desk/openings'),
  deskRecords: () => page('desk/records'),
  /** postings of my unit, and who applied for one */
  employer: () => page('employer/home'),
  applicants: (posting: string) => page('employer/people', { posting }),
  /** work near by, or away; `kinds` with commas between */
  jobs: (query: { scope?: 'near' | 'away'; kinds?: string } = {}) => page('jobs/list', query),
  /** no document names posts for them: trades to begin with */
  graduateJobs: () => page('jobs/list', { kinds: 'enterprise,workshop,brand,internship', say: 'yulu' }),
  /** @param report with its sheet 哪里不对？ open */
  posting: (id: string, report?: 'open') => page('jobs/posting', { id, report }),
  savedPostings: () => page('jobs/saved'),
  /** labour brands: what they are, where they train and hire */
  brands: () => page('jobs/brands'),
  /** where one is helped: near by, in other provinces, by telephone */
  stations: () => page('stations/list'),
  /** my work: applications and where I work; my card; what I look for; applying for a posting */
  work: () => page('work/mine'),
  workCard: () => page('work/card'),
  workSearches: () => page('work/searches'),
  workApply: (posting: string) => page('work/apply', { posting }),
  /** 我上班了 · 我不干了: of an application, or of a job */
  workJob: (of: { case?: string; spell?: string } = {}) => page('work/job', of),
  signIn: () => page('account/signin'),
  bind: () => page('account/bind'),
  devices: () => page('account/devices'),
  code: () => page('code/show'),
  /** @param t a code, as the QR code carries it */
  verify: (t?: string) => page('code/verify', { t }),
  deskConfirm: () => page('desk/confirm'),
  deskRequests: () => page('desk/requests'),
  /** @param open the case that is open beside the list, on a desk's screen */
  desk: (open?: string) => page('desk/home', { case: open }),
  deskCase: (id: string) => page('desk/case', { id }),
  deskStaff: () => page('desk/staff'),
  deskNumbers: () => page('desk/numbers'),
  /** hearings, and employers with many complaints */
  deskWages: () => page('desk/wages'),
  deskResidents: () => page('desk/residents'),
  /** @param query the resident, or the code that was scanned; neither: a code has to be scanned; `again`: one refused */
  deskVisit: (
    query: { person?: string; code?: string; kind?: 'workshop'; name?: string; again?: string } = {},
  ) => page('desk/visit', query),
  /** 公示 of public-welfare posts */
  notices: (county?: string) => page('notices/posts', { county }),
  household: () => page('family/household'),
  member: (id: string) => page('family/member', { id }),
  helpers: () => page('family/helpers'),
  /** what the register says of me */
  facts: () => page('family/facts'),
  /** @param kind the one that is opened */
  consents: (kind?: ConsentKind) => page('privacy/consents', { kind }),
  looks: () => page('privacy/looks'),
  myData: () => page('privacy/data'),
  complain: () => page('privacy/complain'),
  requests: () => page('privacy/requests'),
  /** what one can apply for: its first page, then its form; with `at` that question or paper */
  service: (id: string) => page('apply/service', { id }),
  apply: (id: string, at?: string) => page('apply/form', { id, at }),
  /** what was just filed */
  filed: (id: string) => page('apply/filed', { id }),
  cases: () => page('cases/list'),
  case: (id: string) => page('cases/case', { id }),
  /** every message, or those of one case */
  inbox: (query: { case?: string } = {}) => page('inbox/list', query),
  inboxSettings: () => page('inbox/settings'),
  supplement: (id: string) => page('cases/supplement', { id }),
  /** is a printed receipt genuine; number and proof as its QR code carries them */
  receipt: (n?: string, p?: string) => page('cases/receipt', { n, p }),
  /** a report without a name */
  follow: () => page('cases/follow'),
  /** unpaid wages */
  rights: () => page('rights/home'),
  /** @param form the form in progress whose answers are looked at */
  wageSafety: (form: string) => page('rights/safety', { form }),
  wageWays: (form: string) => page('rights/ways', { form }),
  /** the law's clock of a case, or of a form and what was noted on the phone */
  wageClock: (of: { case?: string; form?: string }) => page('rights/clock', of),
  wageAmount: (form?: string) => page('rights/amount', { form }),
  /** the papers of a wage matter, and one of them filled in from a form in progress */
  papers: () => page('rights/papers'),
  paper: (id: string, form?: string) => page('rights/paper', { id, form }),
  /** filing together */
  /** 记工本: the jobs, or one of them; a day of it; what was agreed */
  diary: (job?: string, month?: string) => page('rights/diary', { job, month }),
  diaryDay: (job: string, day: string) => page('rights/day', { job, day }),
  diaryJob: (job?: string) => page('rights/job', { job }),
  /** 证据柜 */
  locker: () => page('rights/locker'),
  wageGroup: (code?: string) => page('rights/group', { code }),
};

/** The door of an area: its own page where there is one. */
export function areaRoute(area: ServiceArea): string {
  if (area === 'subsidies') return routes.benefits();
  if (area === 'arrears') return routes.rights();
  if (area === 'startup') return routes.startup();
  if (area === 'training') return routes.training();
  if (area === 'jobs') return routes.jobs();
  return area === 'yulu' ? routes.yulu() : routes.area(area);
}

// WeChat refuses an eleventh page
const DEEPEST = 10;
let last = { url: '', at: 0 };

/** Opens a page. The same page asked for twice within half a second (a shaky double tap) opens once. */
export function go(url: string): void {
  const now = Date.now();
  if (url === last.url && now - last.at < 500) return;
  last = { url, at: now };
  opening(url).catch(() => undefined);
}

function opening(url: string): Promise<unknown> {
  if (TABS.includes(url)) return Taro.switchTab({ url });
  const deep = process.env.TARO_ENV !== 'h5' && Taro.getCurrentPages().length >= DEEPEST;
  return deep ? Taro.redirectTo({ url }) : Taro.navigateTo({ url });
}

/** Opens a page in the place of this one: back does not lead here again. */
export function replace(url: string): void {
  Taro.redirectTo({ url }).catch(() => undefined);
}

/** One page back; home when this is the first one. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack().catch(() => undefined);
  else void Taro.switchTab({ url: routes.home() }).catch(() => undefined);
}

/** The page's query. WeChat hands it over as written, the browser decoded: both come out decoded. */
export function useParams<K extends string>(): Partial<Record<K, string>> {
  const raw = useRouter().params as Partial<Record<string, string>>;
  const out: Record<string, string> = {};
  for (const key of Object.keys(raw)) {
    const value = raw[key];
    if (value !== undefined) out[key] = decoded(value);
  }
  return out as Partial<Record<K, string>>;
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a bare % of a text already decoded
  }
}
