/**
 * Which outside services there are, from the environment, read here and nowhere else:
 *
 * - WECHAT_APPID, WECHAT_SECRET (WECHAT_API_BASE: another address than https://api.weixin.qq.com)
 * - WECHAT_TEMPLATE_TASK, WECHAT_TEMPLATE_PROGRESS, WECHAT_TEMPLATE_DIGEST: a subscription template's id and its three
 *   places (what, how it stands, the day), such as `aBc… thing1 thing4 time3`; without one nothing is sent of that kind
 * - SMS_SECRET_ID, SMS_SECRET_KEY, SMS_APP_ID, SMS_SIGN, SMS_TEMPLATE_SIGN_IN, SMS_TEMPLATE_MANDATE (SMS_TEMPLATE_NOTICE, SMS_TEMPLATE_NOTICE_PLAIN, SMS_REGION, SMS_API_BASE)
 * - VOICE_SECRET_ID, VOICE_SECRET_KEY (VOICE_REGION, VOICE_TYPE, VOICE_API_BASE)
 * - FILES_DIR, or S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION: where residents' files lie
 * - DEMO=1: the stand-ins for SMS and voice, whatever is configured; refused when NODE_ENV=production
 */
import { createLocalFiles, createS3Files, type FileStore, FileStoreError } from './files';
import { createDemoSms, createTencentSms, type DemoSms, type SmsSender } from './sms';
import { createEspeak, createTencentVoice, findProgram, type Speaker } from './voice';
import {
  createWechat,
  TEMPLATE_NAMES,
  type Template,
  type TemplateName,
  type Templates,
  type WechatClient,
} from './wechat';

export interface Adapters {
  readonly wechat: WechatClient | null;
  readonly sms: SmsSender | null;
  /** the same object as `sms` in the demonstration: it knows the codes */
  readonly demoSms: DemoSms | null;
  readonly speaker: Speaker | null;
  readonly files: FileStore | null;
}

/** What is missing or wrong in the configuration, for the operator; it names variables, never their values. */
export class ConfigurationProblem extends Error {}

const REGION = 'ap-guangzhou';

/** @throws ConfigurationProblem when a service is configured half, or DEMO is set in production */
export function adaptersFromEnvironment(env: NodeJS.ProcessEnv = process.env): Adapters {
  if (env.DEMO === '1' && env.NODE_ENV === 'production')
    throw new ConfigurationProblem('演示不能用在正式环境：请去掉 DEMO，配置 SMS_*');
  const demo = env.DEMO === '1' ? createDemoSms(env) : null;
  return {
    wechat: wechatFrom(env),
    sms: demo ?? smsFrom(env),
    demoSms: demo,
    speaker: (demo ? null : voiceFrom(env)) ?? espeakFrom(env),
    files: filesFrom(env),
  };
}

function wechatFrom(env: NodeJS.ProcessEnv): WechatClient | null {
  const set = required(env, ['WECHAT_APPID', 'WECHAT_SECRET']);
  if (!set) return null;
  return createWechat({
    appId: set.WECHAT_APPID,
    secret: set.WECHAT_SECRET,
    templates: templatesFrom(env),
    ...address(env, 'WECHAT_API_BASE'),
  });
}

const PLACE =
  /^(thing|character_string|phrase|time|date|short_thing|name|const|number|letter|symbol|amount)\d+$/;

function templatesFrom(env: NodeJS.ProcessEnv): Templates {
  const set = TEMPLATE_NAMES.flatMap((name): [TemplateName, Template][] => {
    const variable = `WECHAT_TEMPLATE_${name.toUpperCase()}`;
    const text = env[variable]?.trim();
    if (!text) return [];
    const [id = '', what = '', how = '', when = '', ...more] = text.split(/\s+/);
    const places = [what, how, when] as const;
    if (more.length > 0 || new Set(places).size !== 3 || !places.every((place) => PLACE.test(place)))
      throw new ConfigurationProblem(
        `${variable} 要写成“模板编号 thing1 thing4 time3”：事项、进展、日期三处`,
      );
    return [[name, { id, places }]];
  });
  return Object.fromEntries(set);
}

function smsFrom(env: NodeJS.ProcessEnv): SmsSender | null {
  const set = required(env, [
    'SMS_SECRET_ID',
    'SMS_SECRET_KEY',
    'SMS_APP_ID',
    'SMS_SIGN',
    'SMS_TEMPLATE_SIGN_IN',
    'SMS_TEMPLATE_MANDATE',
  ]);
  if (!set) return null;
  return createTencentSms({
    secretId: set.SMS_SECRET_ID,
    secretKey: set.SMS_SECRET_KEY,
    appId: set.SMS_APP_ID,
    sign: set.SMS_SIGN,
    templates: { sign_in: set.SMS_TEMPLATE_SIGN_IN, mandate: set.SMS_TEMPLATE_MANDATE },
    ...(env.SMS_TEMPLATE_NOTICE?.trim() && { notice: env.SMS_TEMPLATE_NOTICE.trim() }),
    ...(env.SMS_TEMPLATE_NOTICE_PLAIN?.trim() && { plainNotice: env.SMS_TEMPLATE_NOTICE_PLAIN.trim() }),
    region: env.SMS_REGION || REGION,
    ...address(env, 'SMS_API_BASE'),
  });
}

function voiceFrom(env: NodeJS.ProcessEnv): Speaker | null {
  const set = required(env, ['VOICE_SECRET_ID', 'VOICE_SECRET_KEY']);
  if (!set) return null;
  const voice = env.VOICE_TYPE ? Number(env.VOICE_TYPE) : undefined;
  if (voice !== undefined && !Number.isInteger(voice))
    throw new ConfigurationProblem('VOICE_TYPE 要是音色编号（整数）');
  return createTencentVoice({
    secretId: set.VOICE_SECRET_ID,
    secretKey: set.VOICE_SECRET_KEY,
    region: env.VOICE_REGION || REGION,
    ...(voice !== undefined && { voice }),
    ...address(env, 'VOICE_API_BASE'),
  });
}

function espeakFrom(env: NodeJS.ProcessEnv): Speaker | null {
  const program = findProgram('espeak-ng', env.PATH ?? '');
  return program === null ? null : createEspeak({ program });
}

function filesFrom(env: NodeJS.ProcessEnv): FileStore | null {
  const set = required(env, [
    'S3_ENDPOINT',
    'S3_BUCKET',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
    'S3_REGION',
  ]);
  const folder = env.FILES_DIR?.trim();
  if (!set) return folder ? localFiles(folder) : null;
  if (folder) throw new ConfigurationProblem('FILES_DIR 和 S3_* 只能用一个');
  return createS3Files({
    endpoint: address(env, 'S3_ENDPOINT').baseUrl as string,
    bucket: set.S3_BUCKET,
    accessKeyId: set.S3_ACCESS_KEY_ID,
    secretAccessKey: set.S3_SECRET_ACCESS_KEY,
    region: set.S3_REGION,
  });
}

function localFiles(folder: string): FileStore {
  try {
    return createLocalFiles(folder);
  } catch (error) {
    throw error instanceof FileStoreError ? new ConfigurationProblem(error.message) : error;
  }
}

/** All of them, or null when none is set: half a configuration is a mistake, not a choice. */
function required<K extends string>(env: NodeJS.ProcessEnv, names: readonly K[]): Record<K, string> | null {
  const missing = names.filter((name) => !env[name]?.trim());
  if (missing.length === names.length) return null;
  if (missing.length > 0) throw new ConfigurationProblem(`还缺 ${missing.join('、')}`);
  return Object.fromEntries(names.map((name) => [name, (env[name] as string).trim()])) as Record<K, string>;
}

/** Another address than the provider's own. */
function address(env: NodeJS.ProcessEnv, name: string): { readonly baseUrl?: string } {
  const text = env[name]?.trim();
  if (!text) return {};
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new ConfigurationProblem(`${name} 要是完整的网址，如 https://…`);
  return { baseUrl: text };
}
