import { View } from '@tarojs/components';
import { type Form, useForms } from '@/client/forms';
import { useLaw } from '@/client/law';
import { routes, useParams } from '@/client/routes';
import type { LawBook } from '@/domain/wages/law';
import { type Ways, waysOf } from '@/domain/wages/ways';
import { Button, Card, Heading, Notice, Page, PhoneLink, ReadAloud, Row } from '@/ui';
import { Cites } from '../parts/article';
import { FormGate, useWageForm } from '../parts/form-gate';
import { LawGate } from '../parts/law-gate';
import { onward } from '../parts/onward';
import { copy } from './copy';
import { Doors } from './doors';
import { Notes } from './notes';
import { Payers } from './payers';
import { Tracks } from './tracks';
import { useSwitch } from './use-switch';
import { Where } from './where';
import './index.scss';

/** Which way first, and why; who has to pay; where to go. */
export default function WaysPage() {
  const { form: id } = useParams<'form'>();
  const { law } = useLaw();
  const form = useWageForm(id);
  const ways = law && form ? waysOf(law, { answers: form.answers, facts: {} }) : null;
  return (
    <Page
      title={copy.title}
      top={law && ways && <First law={law} ways={ways} />}
      bar={form && ways && <Bar form={form} ways={ways} />}
    >
      <LawGate>
        {(book) => (
          <FormGate id={id}>{(open) => ways && <Body law={book} form={open} ways={ways} />}</FormGate>
        )}
      </LawGate>
    </Page>
  );
}

/** The answer first. */
function First({ law, ways: { advice, unsure } }: { law: LawBook; ways: Ways }) {
  return (
    <View className="ui-hero">
      <View className="ui-hero__head">
        <View className="ui-hero__line">{copy.first}</View>
        <ReadAloud
          what={copy.first}
          text={[copy.first, advice.title, advice.why, ...(unsure ? [copy.unsure] : [])]}
        />
      </View>
      <Heading className="ui-hero__title ui-hero__title--number">{advice.title}</Heading>
      <View className="ui-hero__line">{advice.why}</View>
      <Cites law={law} cites={advice.cite} />
    </View>
  );
}

function Body({ law, form, ways }: { law: LawBook; form: Form; ways: Ways }) {
  return (
    <>
      {ways.unsure && (
        <Notice tone="ask" icon="status-ask" inset>
          {copy.unsure}
        </Notice>
      )}
      <Doors law={law} first={ways.advice.first} />
      <Where law={law} answers={form.answers} first={ways.advice.first} />
      <Payers law={law} answers={form.answers} />
      <Tracks law={law} ways={ways} />
      <Notes law={law} ways={ways} />
      <Card>
        <Row icon="butie" title={copy.amount} to={routes.wageAmount(form.id)} />
        <Row icon="clock" title={copy.clock} to={routes.wageClock({ form: form.id })} />
        <Row icon="document" title={copy.papers} to={routes.papers()} />
      </Card>
    </>
  );
}

/** On with what is advised; the other way stays possible. */
function Bar({ form, ways: { advice } }: { form: Form; ways: Ways }) {
  const change = useSwitch(form);
  const forms = useForms();
  const arbitrates = form.service === 'wage-arbitration';
  const wanted = advice.first === 'arbitration' ? 'wage-arbitration' : 'wage-complaint';
  const here = forms.some(({ id }) => id === form.id);
  return (
    <>
      <PhoneLink number="12333" />
      <Button block onPress={() => (wanted === form.service || !here ? onward(form.id) : change(wanted))}>
        {copy.write(arbitrates && advice.first === 'complaint' ? 'complaint' : advice.first)}
      </Button>
    </>
  );
}
