import { View } from '@tarojs/components';
import { useState } from 'react';
import { routes, useParams } from '@/client/routes';
import { useWide } from '@/client/wide';
import type { MeView } from '@/contract/session';
import { Box, Empty, Page, PersonGate } from '@/ui';
import { CaseBoard } from '../parts/case/board';
import { DeskHead } from '../parts/head';
import { copy } from './copy';
import { DeskLinks } from './desk-links';
import { QueueList } from './list';
import { type Filter, useQueue } from './use-queue';
import './index.scss';

/** What waits at this desk; on a desk's screen with the case beside the list. */
export default function Desk() {
  return (
    <Page title={copy.title} wide={<DeskHead title={copy.title} />} flush className="desk-home">
      <PersonGate need="staff" why={copy.why}>
        {(me) => <Panes me={me} />}
      </PersonGate>
    </Page>
  );
}

const EVERYTHING: Filter = { show: 'open', service: '', town: '', number: '' };

function Panes({ me }: { me: MeView }) {
  const { case: asked } = useParams<'case'>();
  const wide = useWide();
  const [filter, setFilter] = useState(EVERYTHING);
  const [open, setOpen] = useState(asked ?? null);
  const queue = useQueue(filter);
  const list = (onOpen: ((id: string) => void) | null) => (
    <QueueList
      queue={queue}
      filter={filter}
      onFilter={setFilter}
      me={me.account}
      open={onOpen ? open : null}
      onOpen={onOpen}
    />
  );
  if (!wide) {
    return (
      <>
        {me.staff && <DeskLinks staff={me.staff} />}
        {list(null)}
      </>
    );
  }
  const show = (id: string) => {
    setOpen(id);
    // the address names the open case, so that it is there again after a reload
    window.history.replaceState(window.history.state, '', `#${routes.desk(id)}`);
  };
  return (
    <View className="desk-panes">
      <View className="desk-panes__list ui-pane">{list(show)}</View>
      <Box tag="section" className="desk-panes__case ui-pane" label="打开的办件">
        {open ? (
          <CaseBoard
            key={open}
            id={open}
            me={me.account}
            onChanged={() => void queue.reload()}
            onOpen={show}
          />
        ) : (
          <Empty icon="tasks" title={copy.choose} line={copy.chooseLine} />
        )}
      </Box>
    </View>
  );
}
