import { View } from '@tarojs/components';
import { useParams } from '@/client/routes';
import { truthOf } from '@/domain/cases';
import { Button, Card, Heading, Icon, Page, PhoneLink, StepHead } from '@/ui';
import { Cites } from '../parts/article';
import { FormGate } from '../parts/form-gate';
import { LawGate } from '../parts/law-gate';
import { onward } from '../parts/onward';
import { copy } from './copy';
import './index.scss';

/** Danger, injury, children at work, an ID card taken: whom to call before anything is written. */
export default function Safety() {
  const { form: id } = useParams<'form'>();
  return (
    <Page
      title={copy.title}
      bar={
        <Button block onPress={() => onward(id)}>
          {copy.goOn}
        </Button>
      }
      barNote={copy.saved}
    >
      <LawGate>
        {(law) => (
          <FormGate id={id}>
            {({ answers }) => {
              const told = law.notes.filter(
                ({ tone, when }) =>
                  tone === 'danger' && when !== undefined && truthOf(when, { answers, facts: {} }) === true,
              );
              return (
                <>
                  <StepHead
                    title={copy.title}
                    line={told.length > 0 ? copy.line : copy.unsure}
                    more={told.flatMap(({ title, text }) => [title, text])}
                  />
                  {told.map((note) => (
                    <Card key={note.id} pad>
                      <View className="safety-head">
                        <Icon name="flag" size={28} className="ui-ink--no" />
                        <Heading>{note.title}</Heading>
                      </View>
                      <View>{note.text}</View>
                      <View className="safety-calls">
                        {(note.phones ?? []).map((number, at) => (
                          <PhoneLink
                            key={number}
                            number={number}
                            kind={at === 0 ? 'primary' : 'secondary'}
                            block
                          >
                            {copy.who[number] ?? number}
                          </PhoneLink>
                        ))}
                      </View>
                      <Cites law={law} cites={note.cite} />
                    </Card>
                  ))}
                </>
              );
            }}
          </FormGate>
        )}
      </LawGate>
    </Page>
  );
}
