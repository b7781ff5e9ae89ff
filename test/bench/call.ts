import type { InputOf, OutputOf, Path } from '@/contract/api';
import type { Envelope } from '@/contract/errors';

/** One procedure over HTTP. @throws when it is refused */
export async function callAs<P extends Path>(
  url: string,
  session: string,
  path: P,
  input: InputOf<P>,
): Promise<OutputOf<P>> {
  const response = await fetch(`${url}/api/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
    body: JSON.stringify({ path, input }),
  });
  const answer = (await response.json()) as Envelope<OutputOf<P>>;
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer.error)}`);
  return answer.data;
}
