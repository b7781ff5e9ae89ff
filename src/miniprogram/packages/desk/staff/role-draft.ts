/** A role as it is asked for, and what is wrong with it: said on the page, insisted on by the server. */

import type { InputOf } from '@/contract/api';
import { checkIdNumber, checkPhoneNumber } from '@/domain/identity';
import { roleProblem, type StaffRoleName } from '@/domain/staff';
import { copy } from './copy';

export interface RoleDraft {
  readonly phone: string;
  readonly name: string;
  readonly id_number: string;
  readonly office: string;
  readonly role: StaffRoleName | null;
  readonly town: string;
  readonly village: string;
  readonly services: readonly string[];
  readonly until: string | null;
}

export const EMPTY_ROLE: RoleDraft = {
  phone: '',
  name: '',
  id_number: '',
  office: '',
  role: null,
  town: '',
  village: '',
  services: [],
  until: null,
};

export type RoleProblems = Partial<Record<keyof RoleDraft, string>>;

type Sent = InputOf<'staff.give'>;

/** Only what belongs to the role is sent. */
export function roleInput(draft: RoleDraft): Sent {
  const { role, town, village, services } = draft;
  const placed = role === 'village' || role === 'town';
  return {
    phone: draft.phone.trim(),
    name: draft.name.trim(),
    ...(draft.id_number.trim() !== '' && { id_number: draft.id_number.trim() }),
    office: draft.office.trim(),
    role: role ?? 'village',
    ...(placed && { town: town.trim() }),
    ...(role === 'village' && { village: village.trim() }),
    ...(role === 'county' && services.length > 0 && { services: [...services] }),
    until: draft.until ?? '',
  };
}

/** @param today `YYYY-MM-DD` @param known services of the county */
export function roleProblems(draft: RoleDraft, today: string, known: readonly string[]): RoleProblems {
  const problems: { -readonly [K in keyof RoleProblems]: string } = {};
  const phone = checkPhoneNumber(draft.phone);
  if (!phone.ok) problems.phone = phone.problem.message;
  if (draft.name.trim() === '') problems.name = copy.problems.name;
  if (draft.office.trim() === '') problems.office = copy.problems.office;
  if (draft.id_number.trim() !== '') {
    const number = checkIdNumber(draft.id_number, today);
    if (!number.ok) problems.id_number = number.problem.message;
  }
  if (draft.until === null) problems.until = copy.problems.until;
  if (draft.role === null) return { ...problems, role: copy.problems.role };
  // one thing at a time, but each at its own field
  const input = roleInput({ ...draft, until: draft.until ?? today });
  const problem = roleProblem(input, today, known);
  if (problem) problems[problem.field] ??= problem.message;
  if (problem?.field === 'town' && draft.role === 'village' && draft.village.trim() === '')
    problems.village ??= '请写是哪个村，和台账里的写法一样';
  return problems;
}
