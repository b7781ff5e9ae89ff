import { useParams } from '@/client/routes';
import { Empty, Page, PersonGate } from '@/ui';
import { CaseBoard } from '../parts/case/board';
import { DeskHead } from '../parts/head';

const copy = {
  title: '办件',
  why: '村里、乡镇和区县的工作人员在这里受理和办理居民提交的事。',
  none: '没有说是哪一件',
};

/** One case as a page of its own: on a phone, or opened from another one. */
export default function DeskCasePage() {
  const { id = '' } = useParams<'id'>();
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />} flush>
      <PersonGate need="staff" why={copy.why}>
        {(me) =>
          id ? <CaseBoard key={id} id={id} me={me.account} /> : <Empty icon="tasks" title={copy.none} />
        }
      </PersonGate>
    </Page>
  );
}
