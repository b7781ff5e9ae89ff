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
  NotReady: { status: 503, message: '这项服务暂时用不了，请稍后再试；看政策、自己回答问题不受影响' },
  TooManyTries: { status: 429, message: '试得太多了，请过一会儿再试' },
  // signing in
  SignInNeeded: { status: 401, message: '请先登录' },
  SessionEnded: { status: 401, message: '登录已经失效，请重新登录' },
  WrongCode: { status: 400, message: '验证码不对或已经过期，请看清楚再填，或者重新获取' },
  SmsFailed: { status: 502, message: '短信没有发出去，请过一会儿再试' },
  SignInCodeInvalid: { status: 400, message: '微信登录没有成功，请再点一次登录' },
  PlatformBusy: { status: 503, message: '微信正忙，请过一会儿再登录' },
  PlatformRefused: { status: 403, message: '微信不允许这个账号登录，请改用手机号，或者联系村里的工作人员' },
  DemoOnly: { status: 404, message: '只有演示版才能用样例身份登录' },
  // identity
  NotBound: { status: 403, message: '请先核对身份，才能看台账里的情况' },
  AlreadyBound: { status: 409, message: '这个账号已经核对过身份了' },
  ConsentNeeded: { status: 403, message: '这一步要您单独同意，请先看说明' },
  NothingToConfirm: { status: 404, message: '这个确认码已经用过或过期了，请对方重新打开一个' },
  CannotConfirm: { status: 409, message: '台账里对不上这个人，不能确认；请按“不在台账”办理核实' },
  // whose data
  NotAllowed: { status: 403, message: '您没有办这件事的权限' },
  MandateEnded: { status: 403, message: '代办已经结束，不能再替对方办理' },
  NotFound: { status: 404, message: '没有找到，可能已经删除或办结' },
  // cases
  CaseChanged: { status: 409, message: '这件事刚有了新的进展，请看过以后再办' },
  ActionNotAllowed: { status: 409, message: '现在不能办这一步' },
  DraftConflict: { status: 409, message: '这份表在别的手机上又改过，没有覆盖那一份' },
  TooManyDrafts: { status: 409, message: '没写完的表太多了，请先提交或者删掉一些' },
  AlreadyFiled: { status: 409, message: '这份申请已经提交过了，不用再交' },
  ServiceClosed: { status: 409, message: '现在不能办这一项，请看说明' },
  ServiceChanged: { status: 409, message: '这张表刚改过，请重新打开，填过的都还在' },
  UnitNeeded: { status: 403, message: '这一项由单位办，请先绑定单位' },
  // training
  EnrolmentClosed: { status: 409, message: '这个班现在不能报名，可以看看别的班' },
  SessionsOverlap: { status: 409, message: '和您已经报的一个班时间撞上了' },
  OfferEnded: { status: 409, message: '过了确认的时间，名额给了下一位；想去可以再报名排队' },
  // work
  PostingEnded: { status: 409, message: '这个岗位现在不能应聘了，可以看看附近同样的活' },
  CardChanged: { status: 409, message: '名片在别的手机上又改过，没有覆盖那一份' },
  TooManySearches: { status: 409, message: '最多存10个，请先删掉一个' },
  SpellOpen: { status: 409, message: '上一份活还没有说不干，请先点“我不干了”' },
  UndoOver: { status: 409, message: '过了一天，不能撤回了；请按现在的情况重新说' },
  NoVoice: { status: 503, message: '现在不能朗读，可以把字放大来看' },
  // files
  FileTooBig: { status: 413, message: '每个文件不能超过10MB，请把照片缩小，或者分成几个文件' },
  TooManyFiles: { status: 429, message: '还没交的文件太多了，请先删掉一些，或者明天再传' },
  WrongFileType: { status: 415, message: '只收照片（JPG、PNG）、PDF和录音（MP3、M4A、WAV等），请换一个文件' },
  HeicPhoto: { status: 415, message: '这张照片是HEIC格式，请在相机设置里改成JPG，或截图后再传' },
  PictureTooLarge: { status: 413, message: '这张图的尺寸太大，请截图或缩小后再传' },
  UnsafePdf: { status: 415, message: '这个PDF加了密码或带有程序，不能收；请重新导出，或打印后拍照再传' },
  FileBroken: { status: 400, message: '文件没有传完整，请再传一次' },
  FileInUse: { status: 409, message: '这份材料已经交给办事人员，不能删' },
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
    /** seconds until another try makes sense */
    readonly retryAfter?: number;
    readonly requestId: string;
  };
}
export type Envelope<T> = { readonly ok: true; readonly data: T } | Failure;
