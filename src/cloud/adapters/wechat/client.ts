/** The platform's server API as far as we use it: who signs in, and the codes for notice boards. */
import { TOKEN_ENDED, WechatError } from './errors';
import { request, type Transport } from './request';

/** What a subscription message is for; each has its own template in the mini-program's console. */
export const TEMPLATE_NAMES = ['task', 'progress', 'digest'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

export interface Template {
  readonly id: string;
  /** its places in this order: what it is about, how it stands, the day. Such as `thing1 thing4 time3` */
  readonly places: readonly [string, string, string];
}
export type Templates = Readonly<Partial<Record<TemplateName, Template>>>;

export interface WechatOptions {
  readonly templates?: Templates;
  readonly appId: string;
  readonly secret: string;
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
  readonly pausesMs?: readonly number[];
  /** milliseconds; tests have their own clock */
  readonly now?: () => number;
}

export interface MiniProgramCode {
  /** at most 32 visible characters of ``!#$&'()*+,/:;=?@-._~``, letters and digits; comes to the page as `scene` */
  readonly scene: string;
  /** without a leading slash and without parameters; it must be in the version named by `env` */
  readonly page: string;
  readonly env?: 'release' | 'trial' | 'develop';
}

export interface SubscribedMessage {
  readonly openId: string;
  readonly templateId: string;
  /** the template's places, such as `thing1`, with what stands there */
  readonly data: Readonly<Record<string, string>>;
  /** without a leading slash */
  readonly page: string;
}

export interface WechatClient {
  readonly templates: Templates;
  /**
   * Whose login this is. The session key is not handed on: nothing here decrypts with it.
   * @param jsCode of wx.login: good once, for five minutes
   * @throws WechatError
   */
  code2session(jsCode: string): Promise<{ openId: string; unionId: string | null }>;
  /** A mini-program code that never ends, 1280 pixels wide: PNG, or JPEG when the platform prefers. @throws WechatError */
  getUnlimitedQRCode(code: MiniProgramCode): Promise<Buffer>;
  /**
   * A subscription message; it uses up one of the person's permissions. The platform takes no id of ours: whoever sends it
   * twice is only stopped by a permission that is used up (docs/adr/0018).
   * @returns the platform's id of the message, where it gives one
   * @throws WechatError
   */
  sendSubscribed(message: SubscribedMessage): Promise<string | null>;
}

export const WECHAT_API = 'https://api.weixin.qq.com';

/** The platform hands out the next token in the last five minutes of a token, and both are good. */
const RENEW_BEFORE_MS = 5 * 60_000;
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/;
const WIDTH = 1280;

/** @throws TypeError when `baseUrl` is no address */
export function createWechat(options: WechatOptions): WechatClient {
  const { appId, secret, now = Date.now } = options;
  const transport: Transport = {
    baseUrl: new URL(options.baseUrl ?? WECHAT_API).href,
    timeoutMs: options.timeoutMs ?? 5000,
    pausesMs: options.pausesMs ?? [200, 600],
  };
  let held: { token: Promise<string>; until: number } | null = null;

  async function json(ask: Parameters<typeof request>[1]): Promise<Record<string, unknown>> {
    const answer = await request(transport, ask);
    if ('image' in answer) throw new WechatError('Unexpected', null, 'a picture instead of an answer');
    return answer.json as Record<string, unknown>;
  }

  /** One request for all who ask at the same time; a failure is not kept. */
  function accessToken(): Promise<string> {
    if (held && now() < held.until) return held.token;
    const mine = { token: fetchToken(), until: Number.POSITIVE_INFINITY };
    held = mine;
    mine.token.catch(() => {
      if (held === mine) held = null;
    });
    return mine.token;

    async function fetchToken(): Promise<string> {
      const { access_token: token, expires_in: seconds } = await json({
        path: '/cgi-bin/stable_token',
        body: { grant_type: 'client_credential', appid: appId, secret },
      });
      if (typeof token !== 'string' || typeof seconds !== 'number')
        throw new WechatError('Unexpected', null, 'no access token in the answer');
      mine.until = now() + seconds * 1000 - RENEW_BEFORE_MS;
      return token;
    }
  }

  /** Once more with a new token when the platform says that this one has ended. */
  async function withToken<T>(ask: (token: string) => Promise<T>): Promise<T> {
    const mine = accessToken();
    try {
      return await ask(await mine);
    } catch (error) {
      if (!(error instanceof WechatError) || !TOKEN_ENDED.has(error.errcode ?? 0)) throw error;
      // several may learn it at once: the first of them asks for another
      if (held?.token === mine) held = null;
      return ask(await accessToken());
    }
  }

  async function picture(token: string, { scene, page, env = 'release' }: MiniProgramCode): Promise<Buffer> {
    const answer = await request(transport, {
      path: '/wxa/getwxacodeunlimit',
      query: { access_token: token },
      body: { scene, page, env_version: env, check_path: env === 'release', width: WIDTH, is_hyaline: true },
    });
    if ('image' in answer && isPicture(answer.image)) return answer.image;
    throw new WechatError('Unexpected', null, 'no picture in the answer');
  }

  return {
    templates: options.templates ?? {},

    async code2session(jsCode) {
      const answer = await json({
        path: '/sns/jscode2session',
        query: { appid: appId, secret, js_code: jsCode, grant_type: 'authorization_code' },
      });
      const { openid, unionid } = answer;
      if (typeof openid !== 'string' || openid === '')
        throw new WechatError('Unexpected', null, 'no openid in the answer');
      return { openId: openid, unionId: typeof unionid === 'string' ? unionid : null };
    },

    async getUnlimitedQRCode(code) {
      if (!SCENE.test(code.scene)) throw new WechatError('WrongScene', null, '32 visible characters at most');
      return withToken((token) => picture(token, code));
    },

    sendSubscribed: ({ openId, templateId, data, page }) =>
      withToken(async (token) => {
        const { msgid } = await json({
          path: '/cgi-bin/message/subscribe/send',
          query: { access_token: token },
          body: {
            touser: openId,
            template_id: templateId,
            page,
            lang: 'zh_CN',
            data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
          },
        });
        return typeof msgid === 'string' || typeof msgid === 'number' ? String(msgid) : null;
      }),
  };
}

const isPicture = (bytes: Buffer): boolean =>
  bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) ||
  bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'));
