import { momentText } from '@/client/clock';

export const copy = {
  title: '导出和注销',
  why: '登录以后，可以看平台存了您的哪些信息，存一份带走，也可以注销账号。',
  export: {
    title: '平台存了我什么',
    line: '全部列出来给您看，也可以存成文件带走。',
    show: '列出来看',
    reading: '正在整理',
    made: (iso: string) => `${momentText(Date.parse(iso))}整理的`,
    empty: '没有',
    rows: (count: number) => `${count} 条`,
    hide: '收起',
    save: '存成文件（JSON）',
    saved: '已经存成文件',
    shared: '已经存成文件，选一个聊天发给自己',
    copy: '复制全部',
    copied: '已经复制，可以贴到别的地方保存',
    failed: '存不下来，可以用“复制全部”',
    file: (day: string) => `我的信息-${day}.json`,
  },
  yes: '是',
  no: '否',
  nothing: '没有',
  leave: {
    title: '注销账号',
    line: '账号、登录、存在服务器上的回答、代办和帮扶码，马上删掉，找不回来。',
    keep: '法律要求留下的：帮扶台账不是平台的，由农业农村、人社等部门登记；谁看过您信息的记录、同意和撤回的记录留存备查，只留时间和事由，不再显示。您请人干过零工的，姓名、电话封着给干过活的人留三年，是他们要工钱的凭据，依据写在注销以后的那一页。',
    button: '我要注销',
    sure: '真的要注销？',
    sureLine:
      '注销以后，这部手机上答过的、记工本和证据柜也会删掉，要留的先导出来。以后要用，得重新登录、重新核对身份。',
    yes: '注销，全部删掉',
    done: '账号已经注销',
    doneLine: '平台上您的信息已经删掉。法律要求留下的有：',
    home: '回首页',
  },
};
