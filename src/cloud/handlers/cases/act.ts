/** What a resident does with a case: supplement, withdraw, ask for a review, rate, reopen. */
import type { InputOf } from '@/contract/api';
import type { CaseView } from '@/contract/cases';
import {
  type ActionData,
  type Answers,
  answerProblem,
  canDo,
  correctionProblem,
  tidyAnswer,
} from '@/domain/cases';
import { mineOr404 } from '../../cases/access';
import { unbindUnit } from '../../cases/bind-unit';
import { followOn, holdCase, withdrawSteps } from '../../cases/bundle';
import { doneElsewhere } from '../../cases/done-elsewhere';
import { append, type CaseRecord, happened, recordOf } from '../../cases/record';
import { caseView } from '../../cases/view';
import { take } from '../../cases/write-filing';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { residentHand } from './mine';

type Input = InputOf<'cases.act'>;

export async function act(context: Context, input: Input): Promise<CaseView> {
  await mineOr404(context, input.id);
  const { mandate, account, subject } = askerOf(context);
  if (mandate && input.action === 'rate') throw refuse('NotAllowed');
  await servicesOf(context).limits.take('act_account', subject.id);
  const actor = mandate
    ? ({ kind: 'helper', id: account.id } as const)
    : ({ kind: 'resident', id: subject.id } as const);
  const record = await servicesOf(context).store.db.transaction(async (queries) => {
    await holdCase(queries, input.id);
    const found = await recordOf(context, input.id, queries);
    const anew = { id: input.event, actor, action: input.action };
    if (happened(found, anew)) return found;
    if (found.at.version !== input.version) throw refuse('CaseChanged');
    mayNow(context, found, input.action);
    const data = dataOf(context, found, input);
    const approved = found.at.state === 'done' && found.ground.service.workflow.on_approval === 'bind_unit';
    if (input.action === 'reopen' && approved) await unbindUnit(context, queries, found);
    if (input.action === 'supplement') await take(queries, input.id, subject.id, input.files);
    const next = await append(context, queries, found, { ...anew, data });
    if (input.action === 'withdraw' && found.at.steps !== null)
      await withdrawSteps(
        context,
        queries,
        next,
        { ...anew, action: 'withdraw', data },
        residentHand(context),
      );
    await followOn(context, queries, found.at, next);
    return next;
  });
  return caseView(context, record, residentHand(context));
}

/** @throws ActionNotAllowed with what can be done instead */
function mayNow(context: Context, { at, ground }: CaseRecord, action: Input['action']): void {
  const may = canDo(action, at, residentHand(context), ground.service.workflow, ground.rules, context.today);
  if (!may.ok) throw refuse('ActionNotAllowed', { fields: [{ path: 'action', message: may.why }] });
}

function dataOf(context: Context, record: CaseRecord, input: Input): ActionData[Input['action']] {
  switch (input.action) {
    case 'supplement':
      return {
        files: papers(record, input.files),
        ...(input.answers && { answers: corrected(context, record, input.answers) }),
        ...(input.text !== undefined && { text: input.text }),
      };
    case 'tell':
      return toldFits(context, record, input);
    case 'did':
      return doneElsewhere(context, record, input);
    case 'rate':
      return { stars: input.stars, ...(input.text !== undefined && { text: input.text }) };
    case 'withdraw':
      return input.text === undefined ? {} : { text: input.text };
    default:
      return { text: input.text };
  }
}

/** Something that has happened; only the last day to perform lies ahead. */
function toldFits(
  { today }: Context,
  { events }: CaseRecord,
  input: Extract<Input, { action: 'tell' }>,
): ActionData['tell'] {
  const { id: _id, version: _version, event: _event, action: _action, ...data } = input;
  if (data.on > today && data.what !== 'performance_due')
    throw refuseField('on', '这一天还没到，发生以后再说');
  if (data.what === 'paid' && data.fen === undefined) throw refuseField('fen', '请填拿到了多少钱');
  const wrong = correctionProblem(events, 'tell', data);
  if (wrong) throw refuseField(wrong.path, wrong.message);
  return data;
}

const MOST_FILES = 40;

function papers({ at, ground }: CaseRecord, files: ActionData['supplement']['files']) {
  const strange = files.find(({ evidence }) => !ground.service.evidence.some(({ id }) => id === evidence));
  if (strange)
    throw refuse('InvalidInput', {
      fields: [{ path: strange.evidence, message: '这张表里没有这一项材料' }],
    });
  if (at.files.length + files.length > MOST_FILES)
    throw refuse('InvalidInput', { fields: [{ path: 'files', message: `一件事最多${MOST_FILES}个文件` }] });
  return files;
}

/** Answers that are corrected with the supplement: each must be possible by itself. */
function corrected({ today }: Context, { ground }: CaseRecord, answers: Answers): Answers {
  const fields = Object.entries(answers).flatMap(([id, answer]) => {
    const question = ground.service.questions.find((one) => one.id === id);
    const message = question ? answerProblem(question, answer, today) : '这一项不在这张表里';
    return message === null ? [] : [{ path: id, message }];
  });
  if (fields.length > 0) throw refuse('InvalidInput', { fields });
  const tidied = ground.service.questions.flatMap((question) => {
    const answer = answers[question.id];
    return answer === undefined ? [] : [[question.id, tidyAnswer(question, answer)] as const];
  });
  return Object.fromEntries(tidied);
}
