import { useRef, useState } from 'react';
import type { CallError } from '@/client/call';
import { useMe } from '@/client/me';
import { forget, type OutboxItem, send } from '@/client/outbox';
import { usePack } from '@/client/pack';
import { usePlace } from '@/client/place';
import type { InputOf } from '@/contract/api';
import type { Service } from '@/domain/cases';
import { homeCodeOf } from '@/domain/eligibility';
import type { UseFilling } from './use-filling';

export interface Submit {
  readonly busy: boolean;
  /** why it was refused; a missing signal is no reason: then it waits */
  readonly error: CallError | null;
  readonly submit: (anonymous: boolean) => void;
}

/** Hands the form over. Refused at once, it stays open and says why. */
export function useSubmit(service: Service, filling: UseFilling, onHanded: (id: string) => void): Submit {
  const { me } = useMe();
  const here = useHere();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  // pressed twice before the page is drawn again
  const sending = useRef(false);
  const { id } = filling.use.form;
  const hand = (anonymous: boolean): Promise<OutboxItem> => {
    const { answers: given, files } = filling.sent();
    // the contract's type knows no readonly lists
    const answers = given as InputOf<'cases.file'>['answers'];
    const said = answers.county;
    const county = typeof said === 'string' && said !== '' ? said : here;
    const common = {
      id,
      service: service.id,
      service_version: service.version,
      answers,
      agreed: true,
    } as const;
    const { title } = service;
    if (anonymous) {
      // a file belongs to an account: without a name none goes along
      const input = { ...common, files: [], county };
      return send({ id, title, kind: 'report', path: 'cases.report', input });
    }
    const input = { ...common, files, ...(!me?.bound && { county }) };
    return send({ id, title, kind: 'file', path: 'cases.file', input });
  };
  const submit = (anonymous: boolean) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setError(null);
    void hand(anonymous).then((item) => {
      sending.current = false;
      setBusy(false);
      if (item.state !== 'refused') return onHanded(id);
      setError(item.error);
      forget(id);
    });
  };
  return { busy, error, submit };
}

/** The county of the place one looks from. */
function useHere(): string {
  const { pack } = usePack();
  const { place } = usePlace();
  if (!pack) return place?.region ?? '';
  const unit = pack.region.units.find(({ id }) => id === place?.unit);
  return unit ? homeCodeOf(unit, pack.region.id) : pack.region.id;
}
