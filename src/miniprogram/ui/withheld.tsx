import { routes } from '@/client/routes';
import { CONSENTS, type ConsentKind } from '@/domain/privacy/consents';
import { Notice } from './notice';

/** What the register has and does not show, because a consent is missing; with the way to it. */
export function Withheld({ kinds }: { kinds: readonly ConsentKind[] }) {
  return (
    <>
      {kinds.map((kind) => (
        <Notice
          key={kind}
          inset
          tone="half"
          icon="lock"
          title={`没有${CONSENTS[kind].title}`}
          action={{
            text: '看说明',
            to: routes.consents(kind),
            label: `看说明：${CONSENTS[kind].title}`,
          }}
        >
          您还没有同意，所以这里不知道。不同意也可以自己回答。
        </Notice>
      ))}
    </>
  );
}
