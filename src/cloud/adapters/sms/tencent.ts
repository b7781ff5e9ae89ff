/** Tencent Cloud SMS, API 3.0 of 2021-01-11 (SendSms). The SDK is loaded with the first message. */
import { clientConfig, failureOfSdk, type TencentAccount } from '../tencent';
import { SmsError, type SmsErrorName, type SmsPurpose, type SmsSender } from './sender';

export interface TencentSmsOptions extends TencentAccount {
  /** SmsSdkAppId */
  readonly appId: string;
  /** the approved signature's words, without brackets */
  readonly sign: string;
  /** approved templates; their first place is the code */
  readonly templates: Readonly<Record<SmsPurpose, string>>;
}

/** @throws TypeError when the address is none */
export function createTencentSms(options: TencentSmsOptions): SmsSender {
  const config = clientConfig(options);
  const loading = once(async () => {
    const { sms } = await import('tencentcloud-sdk-nodejs-sms');
    return new sms.v20210111.Client(config);
  });

  return {
    async send(phone, code, purpose, details = []) {
      const client = await loading();
      const answer = await client
        .SendSms({
          PhoneNumberSet: [`+86${phone}`],
          SmsSdkAppId: options.appId,
          SignName: options.sign,
          TemplateId: options.templates[purpose],
          TemplateParamSet: [code, ...details],
        })
        .catch((error: unknown) => {
          const failure = failureOfSdk(error);
          throw smsError(failure.code, failure.requestId);
        });
      // one number: its own state counts, the request as a whole succeeds even when the message does not
      const state = answer.SendStatusSet?.[0];
      if (state?.Code !== 'Ok') throw smsError(state?.Code ?? null, answer.RequestId ?? '');
    },
  };
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
