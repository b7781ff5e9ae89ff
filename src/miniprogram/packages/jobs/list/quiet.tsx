import { today } from '@/client/clock';
import { lookFrom, type Where } from '@/client/look-from';
import { useCall } from '@/client/use-call';
import { Notice } from '@/ui';
import { copy } from './copy';
import { filterOf, type Looking, type Scope, SWITCHES } from './filter';

interface QuietProps {
  scope: Scope;
  where: Where;
  looking: Looking;
  onChange: (looking: Looking) => void;
}

/** Those that do not say what is asked for are not those that say no: how many, and a tap that shows them too. */
export function Quiet({ scope, where, looking, onChange }: QuietProps) {
  const asked = SWITCHES.filter((name) => looking[name]);
  const shown = looking.unsaid === true;
  const { data } = useCall(
    'jobs.count',
    { scope, from: lookFrom(where), filter: filterOf(looking, scope, today()) },
    asked.length > 0 && !shown,
  );
  const what = asked.map((name) => copy.quiet.of[name]).join('、');
  if (asked.length === 0) return null;
  if (shown)
    return (
      <Notice
        icon="status-ask"
        inset
        action={{ text: copy.quiet.hide, onPress: () => onChange({ ...looking, unsaid: false }) }}
      >
        {copy.quiet.shown(what)}
      </Notice>
    );
  if (!data || data.unsaid_traits.count === 0) return null;
  const { count, more } = data.unsaid_traits;
  // with more of them it would not look as far, and those that do say so would be gone
  const within = data.widened && data.within !== null ? data.within : looking.within;
  return (
    <Notice
      icon="status-ask"
      inset
      action={{ text: copy.quiet.show, onPress: () => onChange({ ...looking, within, unsaid: true }) }}
    >
      {copy.quiet.line(count, more, what)}
    </Notice>
  );
}
