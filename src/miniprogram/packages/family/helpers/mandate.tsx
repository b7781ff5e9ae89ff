import { View } from '@tarojs/components';
import { beginActing } from '@/client/acting';
import type { MandateView } from '@/contract/session';
import { SERVICE_WORDS } from '@/domain/mandate/services';
import { Button, Card, Heading, type StatusName, StatusTag } from '@/ui';
import { copy } from './copy';

interface MandateProps {
  mandate: MandateView;
  onEnd: () => void;
  onConfirm: () => void;
  onTrail: () => void;
}

/** One mandate: who, what, until when, and what one can do with it from this side. */
export function Mandate({ mandate, onEnd, onConfirm, onTrail }: MandateProps) {
  const { side, other, services, until, state } = mandate;
  const holder = side === 'holder';
  const live = state !== 'ended';
  return (
    <Card pad>
      <View className="helpers-one__head">
        <Heading level={3} className="helpers-one__name">
          {other}
        </Heading>
        <StatusTag {...tagOf(mandate)} />
      </View>
      {services.map((service) => (
        <View key={service} className="helpers-one__what">
          {SERVICE_WORDS[service].title}
        </View>
      ))}
      <View className="helpers-one__until">{copy.list.until(until)}</View>
      <View className="helpers-one__actions">
        {!holder && state === 'active' && (
          <Button small block onPress={() => beginActing(mandate.id)}>
            {copy.list.act(other)}
          </Button>
        )}
        {!holder && state === 'waiting' && (
          <Button small block onPress={onConfirm}>
            {copy.list.goOn}
          </Button>
        )}
        {holder && mandate.started_at && (
          <Button kind="secondary" small block label={copy.list.trailLabel(other)} onPress={onTrail}>
            {copy.list.trail}
          </Button>
        )}
        {live && (
          <Button kind="secondary" small block label={copy.list.endLabel(other)} onPress={onEnd}>
            {copy.list.end}
          </Button>
        )}
      </View>
    </Card>
  );
}

function tagOf({ state, side }: MandateView): { status: StatusName; word: string } {
  if (state === 'active') return { status: 'doing', word: copy.list.active };
  if (state === 'ended') return { status: 'none', word: copy.list.ended };
  return {
    status: 'needs_info',
    word: side === 'holder' ? copy.list.waitingHolder : copy.list.waitingHelper,
  };
}
