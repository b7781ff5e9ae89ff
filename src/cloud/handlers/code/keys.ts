import { knownKeys } from '../../code/keys';
import type { Context } from '../../context';

export async function keys(context: Context) {
  return { keys: (await knownKeys(context)).map(({ kid, kty, crv, x }) => ({ kid, kty, crv, x })) };
}
