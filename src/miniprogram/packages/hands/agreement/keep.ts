/** What was agreed becomes a proof in the locker, a job in the diary, and the answers of a complaint. */
import Taro from '@tarojs/taro';
import { call } from '@/client/call';
import { jobAnswers } from '@/client/diary';
import { addJob, jobsOf, type OwnJob } from '@/client/diary-store';
import { keepFile } from '@/client/kept-files';
import { addProof, useProofs } from '@/client/locker';
import { newId } from '@/client/new-id';
import { currentOwner } from '@/client/owner';
import type { Picked } from '@/client/pick';
import type { AgreementView } from '@/contract/hands';
import type { Answer, Answers, Service } from '@/domain/cases/service';
import { attendanceWords, hasCome, mayHaveWorked, payWords, recordName } from '@/domain/hands';
import { copy } from './copy';

/** The row of the law's proofs that an agreement belongs to. */
const KIND = 'contract';
/** As it is now: once somebody has checked in, the paper says more, and is another one. */
export const useIsKept = ({ number, attendance }: AgreementView): boolean =>
  useProofs().some(({ file }) => number !== null && file.name === `${recordName(attendance)}-${number}.pdf`);

/** @returns what went wrong; null when it is kept */
export async function keepRecord(of: AgreementView): Promise<string | null> {
  const { name, base64 } = await call('hands.paper', { id: of.id });
  const kept = await keepFile(pickedOf(name, base64));
  if (!kept.ok) return kept.problem;
  if (!addProof(KIND, kept.file)) return copy.full;
  // nobody has worked yet: there is no job to write down
  if (!mayHaveWorked(of.attendance)) return null;
  return jobOf(of) ? null : copy.full;
}

function pickedOf(name: string, base64: string): Picked {
  const bytes = Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  const file = { name, type: 'application/pdf', bytes, asIs: true } as const;
  if (process.env.TARO_ENV === 'h5') {
    const content = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    return { ...file, blob: new Blob([content], { type: 'application/pdf' }) };
  }
  const path = `${Taro.env.USER_DATA_PATH}/record-${newId()}.pdf`;
  Taro.getFileSystemManager().writeFileSync(path, base64, 'base64');
  return { ...file, path };
}

const titleOf = ({ terms }: AgreementView) => `${terms.work}（${terms.day}）`;

/** The job of this record, made when the diary does not have it yet; null when the phone is full. */
export function jobOf(of: AgreementView): OwnJob | null {
  const { terms, county } = of;
  const person = of.as === 'person';
  const known = jobsOf(currentOwner()).find(
    ({ title, employer_name, boss }) =>
      title === titleOf(of) && (employer_name === terms.employer || boss === terms.employer),
  );
  return (
    known ??
    addJob({
      ...{ title: titleOf(of), county, work_kind: person ? 'person' : null, site_name: terms.place },
      ...{ employer_name: terms.employer, boss: terms.employer, boss_phone: terms.employer_phone ?? '' },
      ...{ pay_kind: terms.pay_unit, pay_rate: terms.pay_fen, started_on: terms.day, ended_on: terms.day },
    })
  );
}

/** What stands in the record and no more: who was not ticked says in their own words what they did. */
function storyOf({ terms, attendance, number }: AgreementView): string {
  const pay = `说好${payWords(terms)}，${terms.paid}。`;
  const come = hasCome(attendance);
  return [
    come
      ? `${terms.day}在${terms.place}${terms.work}，${pay}`
      : `约定${terms.day}在${terms.place}${terms.work}，${pay}`,
    `签到：${attendanceWords(attendance)}。`,
    `两边都点过“就是这样”，${recordName(attendance)}编号${number ?? ''}。`,
    terms.known.employer === 'typed' ? `“${terms.employer}”是对方自己填的名字，没有核对过。` : '',
    come ? '' : '实际干了多少：',
  ].join('');
}

/** What the complaint asks and the record says. */
export function answersOf(of: AgreementView, service: Pick<Service, 'questions'>): Answers {
  const { terms } = of;
  const job = jobOf(of);
  const month = terms.day.slice(0, 7);
  const known: Record<string, Answer> = {
    ...(job ? jobAnswers(job) : {}),
    ...{ owed_from: month, owed_to: month },
    story: storyOf(of),
  };
  const asked = service.questions.map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(known).filter(([id, value]) => value !== null && asked.includes(id)),
  );
}
