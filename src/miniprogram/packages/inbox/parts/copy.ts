import type { MessageSettings } from '@/contract/messages';

type Answer = NonNullable<MessageSettings['templates'][number]['answer']>;

export const copy = {
  title: '微信通知',
  line: '微信要您先同意，同意一次只能发一条。点一下，微信会问您。',
  left: (n: number) => (n === 0 ? '现在没有同意过，微信里收不到' : `还可以发 ${n} 条`),
  ask: '有进展用微信告诉我',
  again: '再同意一次',
  asking: '等您在微信里选',
  elsewhere: '要在微信小程序里打开，才能收微信通知。在这里看“消息”也一样，一条不少。',
  settings: '去打开通知',
  failed: '微信没有问成，请过一会儿再点。进展都在“消息”里，不耽误。',
  kept: '刚才选的还没有记上，有网络了再点一次。',
  answers: {
    accept: '好了，有进展会用微信告诉您。',
    reject:
      '您这次没有同意，不要紧，进展都在“消息”里。想收，再点一次；要是微信不再问，请点“去打开通知”，在“通知管理”里打开。',
    ban: '这种通知被微信停用了，不是您的原因。进展都在“消息”里，急的事可以收短信。',
    filter: '微信把重复的通知挡住了，不是您的原因。进展都在“消息”里，急的事可以收短信。',
    off: '您在微信里关掉了这个小程序的全部通知。点“去打开通知”，打开“通知管理”，再回来点一次。',
  } satisfies Record<Answer, string>,
} as const;
