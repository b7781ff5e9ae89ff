import { View } from '@tarojs/components';
import { useDocument } from '@/client/documents';
import { routes } from '@/client/routes';
import { sentencesWith } from '@/client/sentences';
import type { Service } from '@/domain/cases';
import { clausesOf, type Pack } from '@/domain/eligibility';
import { Card, type Passage, PhoneLink, Quote, Row, Section } from '@/ui';
import { copy } from './copy';

/** An item is quoted whole up to this length; of a longer one the sentences that matter, or its name alone. */
const SHORT = 160;

/** The items it rests on, word for word, each with the way to the whole. */
export function Law({ service, pack }: { service: Service; pack: Pack }) {
  const here = service.regions[pack.region.id];
  const document = pack.documents.find(({ id }) => id === here?.document);
  const { document: full } = useDocument(here?.document ?? '');
  if (!here || !document) return null;
  const clauses = pack.benefits
    .filter(({ id }) => here.benefits?.includes(id))
    .flatMap((benefit) => clausesOf(benefit, pack.terms));
  return (
    <Section title={copy.law}>
      {here.items.map((key) => {
        const item = full?.items.find((one) => one.key === key);
        const passages: Passage[] = clauses
          .filter(({ item: of }) => of === key)
          .map(({ quote }) => ({ quote, mark: true }));
        const source = `${document.number}${key}`;
        const to = routes.document(document.id, key, passages[0]?.quote);
        if (!item || (passages.length === 0 && item.text.length > SHORT)) {
          return (
            <Card key={key}>
              <Row icon="document" title={source} line={document.title} to={to} dense />
            </Card>
          );
        }
        return (
          <Quote
            key={key}
            text={sentencesWith(
              item.text,
              passages.map(({ quote }) => quote),
            )}
            passages={passages}
            source={source}
            to={to}
            linkText={copy.whole}
          />
        );
      })}
    </Section>
  );
}

/** How the text is read, and what it does not say. */
export function Notes({ service: { notes = [] } }: { service: Service }) {
  if (notes.length === 0) return null;
  return (
    <Section title={copy.notes}>
      <Card pad>
        {notes.map((note) => (
          <View key={note} className="intro-note">
            {note}
          </View>
        ))}
      </Card>
    </Section>
  );
}

export function WhomToAsk({ pack, office }: { pack: Pack; office: string | undefined }) {
  const found = pack.region.offices.find(({ id }) => id === office);
  return (
    <Section title={copy.ask}>
      <Card>
        {found && <Row icon="user" title={found.name} line={found.hours ?? found.address} dense />}
        <View className="intro-call">
          <PhoneLink number={found?.phone ?? '12333'} block>
            {found?.phone ?? copy.noPhone}
          </PhoneLink>
        </View>
      </Card>
    </Section>
  );
}
