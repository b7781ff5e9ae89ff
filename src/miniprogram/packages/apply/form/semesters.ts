import { semesterText } from '@/client/fact-text';

export interface SemesterChoice {
  readonly value: string;
  readonly label: string;
}

/** How far back a list goes when the service file sets no first semester. */
const YEARS = 6;

const rankOf = (semester: string) => Number(semester.slice(0, 4)) * 2 + (semester.endsWith('A') ? 1 : 0);
const ofRank = (rank: number) => `${Math.floor(rank / 2)}${rank % 2 === 1 ? 'A' : 'S'}`;

/** The semesters to choose from, the newest first: until the one that runs, or comes next in the summer. */
export function semesterChoices(
  today: string,
  min: number | string | undefined,
  max: number | string | undefined,
): readonly SemesterChoice[] {
  const running = `${today.slice(0, 4)}${today.slice(5, 7) >= '07' ? 'A' : 'S'}`;
  const last = max === undefined || max === 'today' ? rankOf(running) : rankOf(String(max));
  const first = min === undefined ? last - YEARS * 2 + 1 : rankOf(String(min));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, back) => {
    const value = ofRank(last - back);
    return { value, label: semesterText(value) };
  });
}
