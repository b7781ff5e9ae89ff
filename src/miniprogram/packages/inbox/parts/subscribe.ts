import Taro from '@tarojs/taro';
import { call } from '@/client/call';
import { newId } from '@/client/new-id';
import type { InputOf } from '@/contract/api';
import type { MessageSettings } from '@/contract/messages';

export type Answered = InputOf<'messages.subscribe'>['answers'][number];
type Answer = Answered['answer'];

/** 20004: everything is switched off in WeChat's own settings. */
const SWITCHED_OFF = 20004;

const isAnswer = (value: unknown): value is Answer =>
  value === 'accept' || value === 'reject' || value === 'ban' || value === 'filter';

/**
 * WeChat's own sheet. It opens from a tap alone, and before anything else is waited for.
 * @returns what was answered for each template; null when WeChat did not ask
 */
export async function askWechat(templates: MessageSettings['templates']): Promise<Answered[] | null> {
  const tmplIds = templates.map(({ id }) => id);
  try {
    const said = (await Taro.requestSubscribeMessage({ tmplIds } as never)) as unknown as Record<
      string,
      unknown
    >;
    return templates.flatMap(({ id, name }) => {
      // 'acceptWithAudio' and its like are acceptances
      const answer = String(said[id]).startsWith('accept') ? 'accept' : said[id];
      return isAnswer(answer) ? [{ template: name, answer }] : [];
    });
  } catch (thrown) {
    const { errCode } = (thrown ?? {}) as { errCode?: unknown };
    return Number(errCode) === SWITCHED_OFF
      ? templates.map(({ name }) => ({ template: name, answer: 'off' as const }))
      : null;
  }
}

/** Told to the server, with who it is where the platform does not say so by itself. */
export async function tellAnswers(answers: Answered[]): Promise<MessageSettings> {
  const code = TRANSPORT === 'cloud' ? {} : { code: (await Taro.login()).code };
  return call('messages.subscribe', { id: newId(), answers, ...code });
}

/** The worst thing said decides what is explained; one acceptance is enough to be told. */
export function gist(answers: readonly Answered[]): Answer | null {
  const order: readonly Answer[] = ['accept', 'off', 'ban', 'filter', 'reject'];
  return order.find((one) => answers.some(({ answer }) => answer === one)) ?? null;
}
