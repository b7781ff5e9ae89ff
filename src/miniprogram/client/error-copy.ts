import type { CallErrorName } from './call';

export interface ErrorCopy {
  /** what happened */
  readonly title: string;
  /** how to go on */
  readonly wayOn: string;
}

/** Every error a person can meet. A new name in the contract does not compile until it has its words here. */
const ERROR_COPY: Record<CallErrorName, ErrorCopy> = {
  NetworkError: { title: '连不上网', wayOn: '看看手机有没有信号，再试一次。急的话可以打 12333 问。' },
  Timeout: { title: '网太慢，没等到结果', wayOn: '换个信号好的地方再试一次，也可以打 12333 问。' },
  RateLimited: { title: '点得太快了', wayOn: '等一分钟再试。' },
  InvalidInput: { title: '填的内容没有通过', wayOn: '请检查填的内容，再试一次。' },
  DateOutOfRange: { title: '日期不对', wayOn: '请选 2000 年到 2099 年之间的一天。' },
  UnknownProcedure: { title: '这个版本太旧了', wayOn: '请关掉重新打开一次。' },
  UnknownScene: { title: '这个码没有认出来', wayOn: '请自己选一下你家在哪个区县。' },
  RegionWithoutPack: { title: '还没有收录这个地方的政策', wayOn: '可以打 12333 问，或者换一个地方看。' },
  UnknownDocument: { title: '没有找到这份文件', wayOn: '可以回到政策宣传，看已经收录的文件。' },
  BodyTooLarge: { title: '内容太多，送不出去', wayOn: '请减少一些内容再试。' },
  Internal: { title: '系统出了点问题', wayOn: '过一会儿再试，也可以打 12333 问。' },
};

const isKnown = (name: string): name is CallErrorName => name in ERROR_COPY;

/** The words for anything thrown. */
export function errorCopy(error: { readonly name: string } | null | undefined): ErrorCopy {
  return error && isKnown(error.name) ? ERROR_COPY[error.name] : ERROR_COPY.Internal;
}
