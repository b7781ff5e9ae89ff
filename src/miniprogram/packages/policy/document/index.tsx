import Taro from '@tarojs/taro';
import { useState } from 'react';
import { today } from '@/client/clock';
import { useDocument } from '@/client/documents';
import { usePack } from '@/client/pack';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { dateText, Empty, ErrorState, Notice, Page, Skeleton } from '@/ui';
import { copy, expiredOn } from '../parts/copy';
import { ItemList } from '../parts/item-list';
import { DocumentHead } from './head';
import { Item } from './item';
import { Neighbours } from './neighbours';

/** One item of a document, whole, with the sentence one came for; without an item, all of them. */
export default function DocumentPage() {
  const { id = '', item: asked, quote } = useParams<'id' | 'item' | 'quote'>();
  const [key, setKey] = useState(asked ?? null);
  const { document, state, error, refresh } = useDocument(id);
  const { pack } = usePack();
  useShare(document?.title ?? copy.document, routes.document(id, key ?? undefined));

  const open = (next: string | null) => {
    setKey(next);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(() => undefined);
  };
  const item = document?.items.find((one) => one.key === key);
  const ended = document && expiredOn(document, today());
  return (
    <Page
      title={copy.document}
      top={
        ended && (
          <Notice icon="status-none" title={`已于${dateText(ended)}到期`}>
            {copy.expiredLine(document.effective.note)}
          </Notice>
        )
      }
      bar={document && item && <Neighbours items={document.items} at={item} onOpen={open} />}
    >
      {state === 'loading' && <Skeleton lines={8} label={copy.reading} />}
      {state === 'error' && <ErrorState error={error} onRetry={() => void refresh()} />}
      {document && pack && !pack.region.documents.includes(document.id) && (
        <Notice inset icon="location" action={{ text: copy.changePlace, to: routes.choosePlace() }}>
          {copy.foreign(document.jurisdiction.text)}
        </Notice>
      )}
      {document && item && (
        <Item document={document} item={item} quote={key === asked ? quote : undefined} pack={pack} />
      )}
      {document && key !== null && !item && <Empty icon="document" title={copy.noItem} />}
      {document && !item && (
        <>
          <DocumentHead document={document} />
          <ItemList document={document} pack={pack} onOpen={open} />
        </>
      )}
    </Page>
  );
}
