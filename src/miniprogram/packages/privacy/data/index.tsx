import { useState } from 'react';
import { Page, PersonGate } from '@/ui';
import { copy } from './copy';
import { Export } from './export';
import { Gone, Leave } from './leave';
import './index.scss';

/** Everything the portal keeps about me: to read, to take along, to have deleted. */
export default function MyData() {
  // said after the account is gone, and whoever it was with it
  const [kept, setKept] = useState<readonly string[] | null>(null);
  return (
    <Page title={copy.title}>
      {kept ? (
        <Gone kept={kept} />
      ) : (
        <PersonGate need="signed" why={copy.why}>
          {() => (
            <>
              <Export />
              <Leave onGone={setKept} />
            </>
          )}
        </PersonGate>
      )}
    </Page>
  );
}
