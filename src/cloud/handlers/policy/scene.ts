import type { ScenePlace } from '@/domain/eligibility';
import type { Context } from '../../context';

/** The place a notice board's token stands for; null for a token nobody hung up. */
export function scene({ book }: Context, token: string): ScenePlace | null {
  for (const { region } of book.regions) {
    const point = region.points.find((candidate) => candidate.token === token);
    if (point) return { region: region.id, unit: point.unit, name: point.name, sample: point.sample };
  }
  return null;
}
