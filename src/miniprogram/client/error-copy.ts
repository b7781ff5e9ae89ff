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
  InvalidInput: { title: '填的内容没有通过', wayOn: '请检查填的内容，再试一次。' },
  DateOutOfRange: { title: '日期不对', wayOn: '请选 2000 年到 2099 年之间的一天。' },
  UnknownProcedure: { title: '这个版本太旧了', wayOn: '请关掉重新打开一次。' },
  UnknownScene: { title: '这个码没有认出来', wayOn: '请自己选一下您家在哪个区县。' },
  RegionWithoutPack: { title: '还没有收录这个地方的政策', wayOn: '可以打 12333 问，或者换一个地方看。' },
  UnknownDocument: { title: '没有找到这份文件', wayOn: '可以回到政策宣传，看已经收录的文件。' },
  BodyTooLarge: { title: '内容太多，送不出去', wayOn: '请减少一些内容再试。' },
  NotReady: {
    title: '这项服务暂时用不了',
    wayOn: '过一会儿再试，填过的都还在。看政策、自己回答问题不受影响。',
  },
  TooManyTries: { title: '试得太多了', wayOn: '等一会儿再试。急的话可以打 12333 问。' },
  SignInNeeded: { title: '要先登录', wayOn: '登录以后才能看到自己的情况。' },
  SessionEnded: { title: '登录已经失效', wayOn: '请重新登录。这部手机上的回答还在。' },
  WrongCode: { title: '验证码不对', wayOn: '看清楚再填一次；超过 10 分钟要重新获取。' },
  SmsFailed: { title: '短信没有发出去', wayOn: '看看手机号对不对，过一会儿再试。' },
  SignInCodeInvalid: { title: '微信登录没有成功', wayOn: '请再点一次登录。' },
  PlatformBusy: { title: '微信正忙', wayOn: '过一会儿再登录。' },
  PlatformRefused: { title: '微信不让这个账号登录', wayOn: '可以改用手机号登录，或者找村里的工作人员。' },
  DemoOnly: { title: '这里不是演示版', wayOn: '请用自己的手机号登录。' },
  NotBound: { title: '还没有核对身份', wayOn: '核对以后才能看到台账里的情况。' },
  AlreadyBound: { title: '身份已经核对过了', wayOn: '不用再核对一次。' },
  ConsentNeeded: { title: '要您先同意', wayOn: '请先看说明，同意以后才会读取。不同意也能看全部政策。' },
  NothingToConfirm: { title: '这个确认码没有用了', wayOn: '请对方重新打开一个，再扫一次。' },
  CannotConfirm: { title: '台账里对不上', wayOn: '不能确认。请核实以后再办。' },
  NotAllowed: { title: '您不能办这件事', wayOn: '如果觉得不对，可以打 12333 问。' },
  MandateEnded: { title: '代办已经结束', wayOn: '对方可能收回了，或者到期了。要继续办，请对方重新同意。' },
  NotFound: { title: '没有找到', wayOn: '可能已经删掉或办结。回上一页看看。' },
  CaseChanged: { title: '这件事刚有了新进展', wayOn: '请看看现在的情况，再接着办。刚才填的还在。' },
  ActionNotAllowed: { title: '现在不能办这一步', wayOn: '请看看这件事现在到了哪一步。' },
  DraftConflict: { title: '这份表在别的手机上又改过', wayOn: '没有覆盖那一份。请选用哪一份。' },
  TooManyDrafts: { title: '没写完的表太多了', wayOn: '请先提交或者删掉一些。' },
  AlreadyFiled: { title: '已经提交过了', wayOn: '不用再交一次，在“我的办件”里看进度。' },
  ServiceClosed: {
    title: '现在不能办这一项',
    wayOn: '政策已经到期，或者不在办理时间。填的内容还在，可以打 12333 问。',
  },
  ServiceChanged: { title: '这张表刚改过', wayOn: '请重新打开这一项，填过的都还在。' },
  UnitNeeded: { title: '这一项由单位来办', wayOn: '请先绑定单位的统一社会信用代码。' },
  EnrolmentClosed: { title: '这个班现在不能报名', wayOn: '可能报名截止了，或者班取消了。可以看看别的班。' },
  SessionsOverlap: { title: '和您已经报的一个班时间撞上了', wayOn: '请看看是不是都去得了，再决定。' },
  OfferEnded: { title: '过了确认的时间', wayOn: '名额已经给了下一位。还想去，可以再报名排队。' },
  PostingEnded: { title: '这个岗位不能应聘了', wayOn: '可能招满了，或者收起来了。可以看看附近同样的活。' },
  CardChanged: { title: '名片在别的手机上又改过', wayOn: '没有覆盖那一份。请看看现在的，再改。' },
  TooManySearches: { title: '最多存10个', wayOn: '请先删掉一个用不着的。' },
  SpellOpen: { title: '上一份活还没有说不干', wayOn: '请先点“我不干了”，再记新的。' },
  UndoOver: { title: '过了一天，不能撤回了', wayOn: '请按现在的情况重新说。' },
  NoVoice: { title: '现在不能朗读', wayOn: '可以把字放大来看。' },
  FileTooBig: { title: '文件太大', wayOn: '每个文件不能超过10MB。请把照片缩小，或者分成几个文件。' },
  TooManyFiles: { title: '还没交的文件太多了', wayOn: '请先删掉一些，或者明天再传。' },
  WrongFileType: {
    title: '这种文件收不了',
    wayOn: '只收照片（JPG、PNG）、PDF和录音（MP3、M4A、WAV等），请换一个文件。',
  },
  HeicPhoto: { title: '这张照片的格式收不了', wayOn: '它是HEIC格式。请在相机设置里改成JPG，或截图后再传。' },
  PictureTooLarge: { title: '这张图的尺寸太大', wayOn: '请截图或缩小后再传。' },
  UnsafePdf: {
    title: '这个PDF收不了',
    wayOn: '它加了密码，或带有程序。请重新导出，或打印后拍照再传。',
  },
  FileBroken: { title: '文件没有传完整', wayOn: '请再传一次。' },
  FileInUse: { title: '这份材料已经交了', wayOn: '交给办事人员的材料不能删，可以再补一份。' },
  PersonChanged: { title: '已经换了人', wayOn: '请重新打开这一页。' },
  Internal: { title: '系统出了点问题', wayOn: '过一会儿再试，也可以打 12333 问。' },
};

const isKnown = (name: string): name is CallErrorName => name in ERROR_COPY;

/** The words for anything thrown. */
export function errorCopy(error: { readonly name: string } | null | undefined): ErrorCopy {
  return error && isKnown(error.name) ? ERROR_COPY[error.name] : ERROR_COPY.Internal;
}
