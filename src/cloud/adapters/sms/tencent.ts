/** Tencent Cloud SMS, API 3.0 of 2021-01-11 (SendSms). The SDK is loaded with the first message. */
import { clientConfig, failureOfSdk, type TencentAccount } from '../tencent';
import { SmsError, type SmsErrorName, type SmsNotices, type SmsPurpose, type SmsSender } from './sender';

export interface TencentSmsOptions extends TencentAccount {
  /** SmsSdkAppId */
  readonly appId: string;
  /** the approved signature's words, without brackets */
  readonly sign: string;
  /** approved templates; their first place is the code */
  readonly templates: Readonly<Record<SmsPurpose, string>>;
  /** the approved text of notices; its one place is the end of a case's number */
  readonly notice?: string;
  /** the approved text of notices about what has no number; it has no place */
  readonly plainNotice?: string;
}

/** @throws TypeError when the address is none */
export function createTencentSms(options: TencentSmsOptions): SmsSender {
  const config = clientConfig(options);
  const loading = once(async () => {
    const { sms } = await import('tencentcloud-sdk-nodejs-sms');
    return new sms.v20210111.Client(config);
  });

  const failed = (error: unknown): never => {
    const failure = failureOfSdk(error);
    throw smsError(failure.code, failure.requestId);
  };

  async function sendOne(phone: string, TemplateId: string, places: string[], id?: string) {
    const client = await loading();
    const answer = await client
      .SendSms({
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: options.appId,
        SignName: options.sign,
        TemplateId,
        TemplateParamSet: places,
        ...(id !== undefined && { SessionContext: id }),
      })
      .catch(failed);
    // one number: its own state counts, the request as a whole succeeds even when the message does not
    const state = answer.SendStatusSet?.[0];
    if (state?.Code !== 'Ok') throw smsError(state?.Code ?? null, answer.RequestId ?? '');
    return state.SerialNo || null;
  }

  const { notice, plainNotice } = options;
  return {
    async send(phone, code, purpose, details = []) {
      await sendOne(phone, options.templates[purpose], [code, ...details]);
    },
    notices: notice === undefined ? null : noticesWith(notice),
  };

  function noticesWith(template: string): SmsNotices {
    return {
      plain: plainNotice !== undefined,
      async send(phone, number, id) {
        if (number !== null) return sendOne(phone, template, [number.slice(-6)], id);
        if (plainNotice === undefined) throw new SmsError('Misconfigured', 'no text without a number');
        return sendOne(phone, plainNotice, [], id);
      },
      async outcome(phone, id, since) {
        const client = await loading();
        const { PullSmsSendStatusSet: sent = [] } = await client
          .PullSmsSendStatusByPhoneNumber({
            BeginTime: Math.floor(since.getTime() / 1000),
            Offset: 0,
            Limit: 100,
            PhoneNumber: `+86${phone}`,
            SmsSdkAppId: options.appId,
          })
          .catch(failed);
        const mine = sent.find(({ SessionContext }) => SessionContext === id);
        if (!mine) return 'unknown';
        return mine.ReportStatus === 'FAIL' ? 'failed' : 'arrived';
      },
    };
  }
}

const NAMES: readonly (readonly [RegExp, SmsErrorName])[] = [
  [/^(LimitExceeded|RequestLimitExceeded)(\.|$)/, 'LimitExceeded'],
  [/^InvalidParameterValue\.IncorrectPhoneNumber$/, 'WrongNumber'],
  [/^FailedOperation\.PhoneNumberInBlacklist$/, 'WrongNumber'],
  [/^UnsupportedOperation\.(ContainDomesticAndInternational|UnsupportedRegion)/, 'WrongNumber'],
  [/^(InternalError|ServiceUnavailable|ResourceUnavailable)(\.|$)/, 'ProviderDown'],
];

function smsError(code: string | null, requestId: string): SmsError {
  const name = code === null ? 'ProviderDown' : NAMES.find(([pattern]) => pattern.test(code))?.[1];
  return new SmsError(name ?? 'Misconfigured', `${code ?? 'no answer'} ${requestId}`.trim());
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
