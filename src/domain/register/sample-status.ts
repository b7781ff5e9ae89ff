import { dayNumber, isoOf } from '../calendar/days';
import type { ColumnKey } from './columns';
import type { Random } from './random';
import type { RegisterValue } from './row';

/** The two counties whose documents stand in the house: 酉阳 and 永修. */
export const SAMPLE_COUNTIES = ['500242', '360425'] as const;
const YOUYANG = '500242';

type Values = Partial<Record<ColumnKey, RegisterValue>>;

/** The household's status, the same on each member's row. */
export function statusOf(random: Random, county: string, asOf: string): Values {
  return { ...(county === YOUYANG ? target(random, asOf) : monitored(random, asOf)), ...welfare(random) };
}

/** A day some years before the data date, and perhaps a later one that has come as well. */
function stay(random: Random, asOf: string, endChance: number): { from: string; to: string | null } {
  const last = dayNumber(asOf);
  const from = last - 60 - Math.floor(random() * 1500);
  const to = from + 30 + Math.floor(random() * (last - from - 30));
  return { from: isoOf(from), to: random() < endChance ? isoOf(to) : null };
}

function target(random: Random, asOf: string): Values {
  const chance = random();
  const { from, to } = stay(random, asOf, 0.3);
  if (chance < 0.5)
    return {
      fpzp: true,
      fpzp_entered_on: from,
      ...(to ? { fpzp_exited_on: to } : {}),
      poverty_alleviated: false,
    };
  if (chance < 0.85)
    return {
      continued: true,
      continued_entered_on: from,
      ...(to ? { continued_exited_on: to } : {}),
      poverty_alleviated: true,
    };
  return { fpzp: false, continued: false };
}

function monitored(random: Random, asOf: string): Values {
  const chance = random();
  const { from, to } = stay(random, asOf, 0.5);
  if (chance < 0.5)
    return {
      monitored_ever: true,
      monitored_on: from,
      ...(to ? { eliminated_on: to } : {}),
      rural_low_income: true,
    };
  return {
    poverty_alleviated: true,
    monitored_ever: false,
    ...(chance < 0.7 ? { rural_low_income: false } : {}),
  };
}

function welfare(random: Random): Values {
  const chance = random();
  if (chance < 0.2) return { dibao: true, tekun: false };
  return chance < 0.5 ? { dibao: false } : {};
}
