import type { FileStore } from './adapters/files';
import type { DemoSms, SmsSender } from './adapters/sms';
import type { Speaker } from './adapters/voice';
import type { WechatClient } from './adapters/wechat';
import type { Limits } from './store/limits';
import type { Store } from './store/store';

/** What the signed-in floor stands on. Without a database there is none, and everything public still works. */
export interface Services {
  readonly store: Store;
  readonly limits: Limits;
  readonly wechat: WechatClient | null;
  readonly sms: SmsSender | null;
  readonly speaker: Speaker | null;
  /** the contents of residents' files */
  readonly files: FileStore | null;
  /** the demonstration: sample residents, and the SMS code on the page; null everywhere else */
  readonly demo: DemoSms | null;
  /** where the browser version is reached from outside, without a slash at the end */
  readonly publicUrl: string | null;
}
