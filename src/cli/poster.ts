/**
 * npm run -s poster -- --region 500242 --point 板溪镇便民服务站 [--out FILE] [--url https://…]
 * A printable A4 sheet with the code of a notice board. The code is WeChat's own when WECHAT_APPID and WECHAT_SECRET are
 * set, else the browser's address: --url or PUBLIC_URL. Exit code 64 for wrong arguments, 1 for anything else.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type PosterContent, posterPdf } from '@/cloud/adapters/documents/poster';
import { adaptersFromEnvironment, ConfigurationProblem } from '@/cloud/adapters/from-environment';
import { WechatError } from '@/cloud/adapters/wechat';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { policyRoot } from './policy-root';
import { type FoundPoint, findPoint, NoSuchPoint } from './poster-point';

/** Wrong or missing arguments; the message says what to give. */
class Usage extends Error {}

const USAGE =
  '用法：npm run -s poster -- --region 500242 --point 板溪镇便民服务站 [--out 文件] [--url https://…]';
/** The page a scanned mini-program code opens. */
const HOME = 'pages/home/index';

async function main(): Promise<void> {
  const options = readArguments();
  const found = findPoint(loadPolicyBook(policyRoot()), options.region, options.point);
  const pdf = await posterPdf(contentOf(found, await codeFor(found.point.token, options.url)));
  const out = options.out ?? `poster-${found.unit.id}-${found.point.name}.pdf`;
  writeFileSync(out, pdf);
  process.stdout.write(`${out}\n`);
}

function readArguments(): { region: string; point: string | null; out: string | null; url: string | null } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { region: text, point: text, out: text, url: text } });
    if (!values.region) throw new Usage(USAGE);
    return {
      region: values.region,
      point: values.point ?? null,
      out: values.out ?? null,
      url: values.url ?? process.env.PUBLIC_URL ?? null,
    };
  } catch (error) {
    if (error instanceof Usage) throw error;
    throw new Usage(`${(error as Error).message}\n${USAGE}`);
  }
}

async function codeFor(token: string, url: string | null): Promise<PosterContent['code']> {
  const { wechat } = adaptersFromEnvironment();
  if (wechat) return { kind: 'wechat', image: await wechat.getUnlimitedQRCode({ scene: token, page: HOME }) };
  if (url === null)
    throw new Usage(
      '要知道扫码以后打开哪里：用 --url 或 PUBLIC_URL 给浏览器版的网址，或者配好 WECHAT_APPID 和 WECHAT_SECRET 用小程序码',
    );
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Usage(`${url} 不是网址，要以 https:// 开头`);
  return { kind: 'web', address: `${url.replace(/[/?#]+$/, '')}/?scene=${encodeURIComponent(token)}` };
}

/** The first office of a region's file is the one people are sent to. */
function contentOf({ region, unit, point }: FoundPoint, code: PosterContent['code']): PosterContent {
  const [office] = region.offices;
  const [hotline] = region.hotlines;
  if (!office || !hotline) throw new Error(`${region.id}: an office and a hotline are wanted`);
  return {
    place: `${unit.short_name} · ${point.name}`,
    owner: region.owner.name,
    office: { name: office.name, phone: office.phone, hours: office.hours },
    hotline,
    code,
    sample: point.sample,
  };
}

main().catch((error: unknown) => {
  const wrong =
    error instanceof Usage || error instanceof NoSuchPoint || error instanceof ConfigurationProblem;
  const said =
    wrong || error instanceof WechatError ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${said}\n`);
  process.exitCode = wrong ? 64 : 1;
});
