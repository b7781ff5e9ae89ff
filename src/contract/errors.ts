/** Every error a procedure can answer with: name → HTTP status and what to do, in plain words. */
export const ERRORS = {
  InvalidInput: { status: 400, message: '提交的内容不对，请检查后再试' },
  DateOutOfRange: { status: 400, message: '日期不对，请选2000年到2099年之间的一天' },
  UnknownProcedure: { status: 404, message: '没有这个接口' },
  UnknownScene: { status: 404, message: '这个二维码认不出来，请自己选地方' },
  RegionWithoutPack: { status: 404, message: '还没有收录这个地方的政策，可以问12333' },
  UnknownDocument: { status: 404, message: '没有这份文件' },
  BodyTooLarge: { status: 413, message: '提交的内容太大' },
  Internal: { status: 500, message: '系统出了问题，请稍后再试；急事请打12333' },
} as const;

export type ErrorName = keyof typeof ERRORS;

/** What every entry answers with when it cannot answer. */
export interface Failure {
  readonly ok: false;
  readonly error: {
    readonly name: ErrorName;
    readonly message: string;
    /** the input fields at fault, as dotted paths */
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
    readonly requestId: string;
  };
}
export type Envelope<T> = { readonly ok: true; readonly data: T } | Failure;
