/** Who works at the desk: what a role is called, and what belongs to it. The page asks for it, the server insists on it. */
export const STAFF_ROLES = {
  village: { title: '村干部', line: '只看本村的人，办本村的件' },
  town: { title: '乡镇经办', line: '只看本乡镇的人，办本乡镇的件' },
  county: { title: '区县经办', line: '办全区县的件，可以只分几项' },
  admin: { title: '管理员', line: '办全区县的件，给别人权限、收回权限' },
} as const;
export type StaffRoleName = keyof typeof STAFF_ROLES;
export const STAFF_ROLE_NAMES = Object.keys(STAFF_ROLES) as StaffRoleName[];

export interface RoleAsked {
  readonly role: StaffRoleName;
  /** `''` and undefined: not said */
  readonly town?: string;
  readonly village?: string;
  readonly services?: readonly string[];
  readonly until: string;
}

export interface RoleProblem {
  readonly field: 'town' | 'village' | 'services' | 'until';
  readonly message: string;
}

/**
 * What is wrong with a role as it was asked for, in words; null when it can be given.
 * @param today `YYYY-MM-DD` in China
 * @param known ids of the services of the region
 */
export function roleProblem(asked: RoleAsked, today: string, known: readonly string[]): RoleProblem | null {
  const { role, until } = asked;
  return placeProblem(asked) ?? servicesProblem(role, asked.services, known) ?? untilProblem(until, today);
}

function placeProblem({ role, town, village }: RoleAsked): RoleProblem | null {
  if (role === 'village' || role === 'town') {
    if (!town) return { field: 'town', message: '请写是哪个乡镇，和台账里的写法一样' };
    if (role === 'village' && !village)
      return { field: 'village', message: '请写是哪个村，和台账里的写法一样' };
  } else if (town) return { field: 'town', message: '区县经办和管理员管全区县，不要填乡镇' };
  if (role !== 'village' && village) return { field: 'village', message: '只有村干部要填村' };
  return null;
}

function servicesProblem(
  role: StaffRoleName,
  services: readonly string[] | undefined,
  known: readonly string[],
): RoleProblem | null {
  if (services === undefined) return null;
  const problem = (message: string): RoleProblem => ({ field: 'services', message });
  if (role !== 'county') return problem('只有区县经办可以只分几项，别的不要选');
  if (services.length === 0) return problem('至少选一项；不选就是全部');
  const stray = services.find((id) => !known.includes(id));
  return stray === undefined ? null : problem(`这里没有“${stray}”这一项`);
}

function untilProblem(until: string, today: string): RoleProblem | null {
  if (until < today) return { field: 'until', message: '这一天已经过了，请选今天或以后' };
  const last = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return until <= last ? null : { field: 'until', message: '最长一年，到期可以再给' };
}
