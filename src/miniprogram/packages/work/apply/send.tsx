import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { CallError } from '@/client/call';
import { useMe } from '@/client/me';
import { newId } from '@/client/new-id';
import { forget, send } from '@/client/outbox';
import { replace, routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { InputOf } from '@/contract/api';
import type { PostingView } from '@/contract/jobs';
import type { Service } from '@/domain/cases/service';
import { checkPhoneNumber } from '@/domain/identity/phone-number';
import { isBlank, STARTS, skillsText } from '@/domain/jobs/card';
import {
  Button,
  Card,
  dateText,
  Field,
  Heading,
  Notice,
  Page,
  Problem,
  ReadAloud,
  Section,
  Skeleton,
} from '@/ui';
import { useCard } from '../parts/card-store';
import { useHomeCounty } from '../parts/home-county';
import { refreshWork } from '../parts/use-work';
import { copy } from './copy';

interface SendProps {
  posting: PostingView;
  service: Service;
}

/** What is known is asked first: a field that fills itself under the finger is none. */
export function Send(props: SendProps) {
  const { data, error } = useCall('cases.prefill', { service: props.service.id });
  if (!data && !error) {
    return (
      <Page title={copy.title}>
        <Skeleton lines={6} />
      </Page>
    );
  }
  const known = (id: string) => {
    const value = data?.answers.find((one) => one.id === id)?.value;
    return typeof value === 'string' ? value : '';
  };
  return (
    <Filled {...props} known={{ name: known('name'), phone: known('phone'), county: known('county') }} />
  );
}

interface Known {
  readonly name: string;
  readonly phone: string;
  readonly county: string;
}

function Filled({ posting, service, known }: SendProps & { known: Known }) {
  const { me } = useMe();
  const { card, proofs } = useCard();
  const here = useHomeCounty();
  // the same for every tap: sent twice, it is filed once
  const [id] = useState(newId);
  const [name, setName] = useState(known.name);
  const [phone, setPhone] = useState(known.phone);
  const [open, setOpen] = useState(known.name === '' || known.phone === '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const sending = useRef(false);
  const county = known.county || here || posting.county;
  const nameWrong = name.trim() === '' ? copy.needName : undefined;
  const phoneWrong = checkPhoneNumber(phone).ok ? undefined : copy.needPhone;
  const certificates = proofs.flatMap(({ title, number }) => (number ? [`${title}（${number}）`] : []));
  const submit = () => {
    setTried(true);
    if (nameWrong || phoneWrong) return setOpen(true);
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setError(null);
    const input: InputOf<'cases.file'> = {
      id,
      service: service.id,
      service_version: service.version,
      answers: {
        posting: posting.id,
        county,
        name: name.trim(),
        phone: phone.trim(),
        ...(card.skills.length > 0 && { skills: [...card.skills] }),
        ...(card.words.trim() !== '' && { words: card.words.trim() }),
        ...(certificates.length > 0 && { certificates: certificates.join('、').slice(0, 500) }),
        ...(card.wishes.start && { start: card.wishes.start }),
      },
      files: [],
      ...(!me?.bound && { county }),
      agreed: true,
    };
    const title = `应聘${posting.title}`;
    void send({ id, title, kind: 'file', path: 'cases.file', input }).then((item) => {
      sending.current = false;
      setBusy(false);
      if (item.state !== 'refused') {
        refreshWork();
        return replace(routes.filed(id));
      }
      setError(item.error);
      forget(id);
    });
  };
  const ended = error?.name === 'PostingEnded';
  const lines = linesOf(card, certificates);
  return (
    <Page
      title={copy.title}
      bar={
        ended ? (
          <Button block to={routes.jobs({ kinds: posting.kind })}>
            {copy.near}
          </Button>
        ) : (
          <Button block onPress={submit}>
            {busy ? copy.sending : copy.agree}
          </Button>
        )
      }
      barNote={copy.note}
    >
      <Card pad>
        <Heading>{posting.title}</Heading>
        <View className="work-quiet">{posting.employer}</View>
        <View className="work-quiet">{copy.until(dateText(posting.open_until))}</View>
      </Card>
      <Problem error={error} {...(error?.fields[0] && { line: error.fields[0].message })} />
      <Section title={copy.seen(posting.employer)}>
        <Card>
          <View className="work-card">
            <View className="work-card__name">{name.trim() || copy.name}</View>
            <View className="work-card__line">{`${copy.phone}：${phone.trim() || copy.needPhone}`}</View>
            {lines.map((line) => (
              <View key={line} className="work-card__line">
                {line}
              </View>
            ))}
            {isBlank(card) && <View className="work-card__line work-quiet">{copy.nothing}</View>}
            <View className="work-text__ways">
              <Button small kind="secondary" to={routes.workCard()}>
                {isBlank(card) ? copy.fill : copy.change}
              </Button>
              {!open && (
                <Button small kind="secondary" onPress={() => setOpen(true)}>
                  {copy.rename}
                </Button>
              )}
              <ReadAloud kind="tool" what={copy.read} text={[name, phone, ...lines]} />
            </View>
          </View>
        </Card>
        {open && (
          <Card pad>
            <View className="work-stack">
              <Field
                label={copy.name}
                hint={copy.nameHint}
                kind="name"
                value={name}
                maxLength={40}
                error={tried ? nameWrong : undefined}
                onChange={setName}
              />
              <Field
                label={copy.phone}
                hint={copy.phoneHint}
                kind="phone"
                value={phone}
                maxLength={20}
                error={tried ? phoneWrong : undefined}
                onChange={setPhone}
              />
            </View>
          </Card>
        )}
      </Section>
      <Notice icon="lock" title={copy.notSeen} inset>
        {copy.notSeenLine}
      </Notice>
    </Page>
  );
}

function linesOf(card: ReturnType<typeof useCard>['card'], certificates: readonly string[]): string[] {
  return [
    card.skills.length > 0 ? `${copy.skills}：${skillsText(card.skills)}` : '',
    card.words.trim() === '' ? '' : `${copy.words}：${card.words.trim()}`,
    certificates.length > 0 ? `${copy.certificates}：${certificates.join('、')}` : '',
    card.wishes.start ? `${copy.start}：${STARTS[card.wishes.start]}` : '',
  ].filter((line) => line !== '');
}
