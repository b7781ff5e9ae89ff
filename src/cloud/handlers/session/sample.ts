import type { SignedIn } from '@/contract/session';
import { type Context, servicesOf } from '../../context';
import { SAMPLES } from '../../demo/samples';
import { refuse } from '../../refuse';
import { openSession } from './open-session';

export function samples({ services }: Context) {
  const demo = services?.demo != null;
  return {
    demo,
    samples: demo
      ? SAMPLES.map(({ id, name, line, staff }) => ({ id, name, line, staff: staff !== undefined }))
      : [],
  };
}

/** One tap, in the demonstration alone. */
export async function sample(context: Context, input: { id: string; device?: string }): Promise<SignedIn> {
  const { demo } = servicesOf(context);
  const chosen = demo ? SAMPLES.find(({ id }) => id === input.id) : undefined;
  if (!chosen) throw refuse('DemoOnly');
  return openSession(context, chosen.account, input.device);
}
