import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '@/client/clock';
import { useDocument, useDocumentList, useDocuments } from '@/client/documents';
import { routes } from '@/client/routes';
import { useShare } from '@/client/share';
import type { Pack } from '@/domain/eligibility/pack';
import {
  Card,
  Empty,
  ErrorState,
  Heading,
  PackGate,
  Page,
  PhoneLink,
  Row,
  SearchField,
  Section,
  Skeleton,
  StatusTag,
} from '@/ui';
import { copy, expiredOn, periodText } from '../parts/copy';
import { ItemList } from '../parts/item-list';
import { itemName, searchItems } from '../parts/search';
import './index.scss';

/** The documents of the place, item by item and searchable, without a network too. */
export default function Library() {
  useShare(copy.library, routes.library());
  return (
    <Page title={copy.library}>
      <PackGate>{(pack) => <Documents pack={pack} />}</PackGate>
    </Page>
  );
}

function Documents({ pack }: { pack: Pack }) {
  const [typed, setTyped] = useState('');
  const own = pack.region.documents;
  const documents = useDocuments(own);
  const others = useDocumentList().filter(({ id }) => !own.includes(id));
  const elsewhere = useDocuments(others.map(({ id }) => id));
  const hits = [...documents, ...elsewhere].flatMap((document) =>
    searchItems(document, typed).map((hit) => ({ ...hit, document })),
  );
  const searching = typed.trim() !== '';
  return (
    <>
      <SearchField
        label={copy.search}
        placeholder={copy.searchPlaceholder}
        value={typed}
        onChange={setTyped}
      />
      {!searching && (
        <Card>
          <Row icon="message" title={copy.news} line={copy.newsLine} to={routes.news()} dense />
        </Card>
      )}
      {searching && hits.length > 0 && (
        <Section title={copy.found(hits.length)}>
          <Card>
            {hits.map(({ document, item, snippet }) => (
              <Row
                key={document.id + item.key}
                title={itemName(item)}
                line={own.includes(document.id) ? snippet : `${document.number}：${snippet}`}
                to={routes.document(document.id, item.key, typed.trim())}
                dense
              />
            ))}
          </Card>
        </Section>
      )}
      {searching && hits.length === 0 && (
        <Empty icon="search" title={copy.nothing(typed.trim())} line={copy.nothingLine}>
          <PhoneLink number="12333" block />
        </Empty>
      )}
      {!searching &&
        documents.map((document) => (
          <View key={document.id} className="library">
            <Card pad>
              {expiredOn(document, today()) && <StatusTag status="expired" />}
              <Heading className="library__title">{document.title}</Heading>
              <View className="library__line">{document.number}</View>
              <View className="library__line">{copy.issuedBy(document.issuers)}</View>
              <View className="library__line">{periodText(document)}</View>
            </Card>
            <ItemList document={document} pack={pack} />
          </View>
        ))}
      {!searching &&
        own
          .filter((id) => !documents.some((document) => document.id === id))
          .map((id) => <NotHere key={id} id={id} />)}
      {!searching && others.length > 0 && (
        <Section title={copy.elsewhere}>
          <Card>
            {others.map((document) => (
              <Row
                key={document.id}
                icon="document"
                title={document.title}
                line={`${document.number}，${periodText(document)}`}
                status={expiredOn(document, today()) ? 'expired' : undefined}
                to={routes.document(document.id)}
                stacked
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}

/** A document of this place that is not on the phone yet: asked for, and if that fails, why and how to go on. */
function NotHere({ id }: { id: string }) {
  const { state, error, refresh } = useDocument(id);
  if (state === 'error') return <ErrorState error={error} onRetry={() => void refresh()} />;
  return <Skeleton lines={8} label={copy.reading} />;
}
