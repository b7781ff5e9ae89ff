/** A step that somebody had done in another place: on which day, and the licence it brought. */
import type { ActionData } from '@/domain/cases';
import { checkCreditCode } from '@/domain/identity';
import type { Context } from '../context';
import { refuseField } from '../refuse';
import type { CaseRecord } from './record';

interface Said {
  readonly on: string;
  readonly credit_code?: string | undefined;
  readonly text?: string | undefined;
}

/** On a day that has come; a licence with its number, whose last sign is checked (GB 32100). @throws InvalidInput */
export function doneElsewhere(
  { today }: Pick<Context, 'today'>,
  { ground }: Pick<CaseRecord, 'ground'>,
  { on, credit_code: code, text }: Said,
): ActionData['did'] {
  if (on > today) throw refuseField('on', '这一天还没到，办好以后再说');
  const said = { on, ...(text !== undefined && { text }) };
  if (ground.service.handover?.licence !== true) return said;
  if (code === undefined)
    throw refuseField('credit_code', '请照着执照填18位统一社会信用代码，后面的步骤要用');
  const found = checkCreditCode(code);
  if (!found.ok) throw refuseField('credit_code', found.problem.message);
  return { ...said, answers: { credit_code: found.code } };
}
