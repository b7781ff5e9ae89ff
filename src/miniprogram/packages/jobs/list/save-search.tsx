import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { useHomeCounty, type Where } from '@/client/look-from';
import { useMe } from '@/client/me';
import { newId } from '@/client/new-id';
import { routes } from '@/client/routes';
import type { SearchView } from '@/contract/work';
import { Box, Button, Problem } from '@/ui';
import { copy } from './copy';
import { filterOf, type Looking, type Scope } from './filter';

interface SaveSearchProps {
  scope: Scope;
  where: Where;
  looking: Looking;
}

/** What is looked for now, to be told of what is new. The phone's place is kept nowhere: the county stands for it. */
export function SaveSearch({ scope, where, looking }: SaveSearchProps) {
  const { signed } = useMe();
  const acting = useActing();
  const home = useHomeCounty();
  const [saved, setSaved] = useState<string | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const county = where.kind === 'place' ? where.county : home?.code;
  // a day that lies behind soon is no condition for the weeks to come
  const { starts_by: _, ...filter } = filterOf(looking, scope, today());
  const asked = JSON.stringify({ scope, county, filter });
  if (acting || county === undefined) return null;
  if (!signed || saved === asked) {
    return (
      <Box className="jobs-quiet" role="status" live="polite">
        <Button small kind="secondary" icon="message" to={signed ? routes.workSearches() : routes.signIn()}>
          {signed ? copy.searchSaved : copy.saveSearch}
        </Button>
      </Box>
    );
  }
  const save = () => {
    const town = where.kind === 'place' && where.town ? { town: where.town } : {};
    const wanted: Pick<SearchView, 'scope' | 'county' | 'town' | 'filter'> = {
      scope,
      county,
      filter,
      ...town,
    };
    setError(null);
    call('work.save_search', { id: newId(), wanted }, { once: true }).then(
      () => setSaved(asked),
      (thrown: CallError) => setError(thrown),
    );
  };
  return (
    <View className="jobs-quiet">
      <Button small kind="secondary" icon="message" onPress={save}>
        {copy.saveSearch}
      </Button>
      <Problem error={error} />
    </View>
  );
}
