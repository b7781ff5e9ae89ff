import type { Sample } from '@/client/demo';

export const copy = {
  title: '登录',
  gain: '登录以后',
  gains: ['看台账里的情况，少答几道题', '出示帮扶码，没网也能用', '请家人或村干部代办'],
  without: '不登录，政策照样全部能看。',
  wechat: '微信登录',
  wechatNote: '不要您的头像、昵称和手机号。',
  usePhone: '改用手机号登录',
  wait: '正在登录…',
  phone: {
    question: '手机号是多少？',
    line: '会收到一条短信验证码。手机号加密存放，页面上不显示全号。',
    label: '手机号',
    send: '获取验证码',
  },
  code: {
    question: '短信里的验证码是多少？',
    line: (phone: string) => `已经发到 ${phone}，10 分钟内有效。`,
    label: '验证码',
    empty: '请填写短信里的数字',
    signIn: '登录',
    wait: (seconds: number) => `${seconds} 秒后可以重新获取`,
    again: '重新获取验证码',
    sentAgain: '已经重新发了一条，旧的不能用了。',
    otherPhone: '换个手机号',
  },
  demoTitle: '这里是演示',
  demoLine: '不会真发短信。请不要填真实的手机号和身份证号。',
  demoCode: (code: string) => `演示里没有短信，验证码是 ${code}`,
  samples: '用样例身份登录',
  samplesLine: '点一个名字，马上进去看。',
  staff: '工作人员',
};

/** What a sample's row says under the name. */
export const sampleLine = ({ line, staff }: Sample): string => (staff ? `${copy.staff}。${line}` : line);
