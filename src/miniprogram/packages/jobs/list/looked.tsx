import { View } from '@tarojs/components';
import { useState } from 'react';
import { momentText } from '@/client/clock';
import type { Where } from '@/client/look-from';
import type { PostingLine } from '@/contract/jobs';
import { distanceText } from '@/domain/jobs';
import { Button, ErrorState, Notice, Problem, ReadAloud, Section, Skeleton } from '@/ui';
import { Select } from '@/ui/select';
import { JobsMap } from '../parts/map';
import { PostingCard, spokenPosting } from '../parts/posting-card';
import { Chips } from './chips';
import { copy } from './copy';
import { type Looking, type Scope, SORTS, type Sort, sortIn } from './filter';
import { FilterSheet } from './filter-sheet';
import { LongList } from './long-list';
import { NoneFound, NotServed, widerText } from './none-found';
import { Quiet } from './quiet';
import { keepView, lastView } from './remembered';
import { SaveSearch } from './save-search';
import { type Search, useSearch } from './use-search';
import { WhereBar } from './where-bar';

interface LookedProps {
  scope: Scope;
  where: Where;
  looking: Looking;
  onChange: (looking: Looking) => void;
}

/** What one looks for, and what was found: on a list always, above it on a map for whoever wants one. */
export function Looked({ scope, where, looking, onChange }: LookedProps) {
  const [open, setOpen] = useState(false);
  const search = useSearch(scope, where, looking);
  const { postings, error, reload } = search;
  const [view, setView] = useState(lastView);
  const turn = () => {
    const next = view === 'map' ? 'list' : 'map';
    keepView(next);
    setView(next);
  };
  return (
    <>
      <WhereBar {...{ scope, where }} fromMiddle={search.fromMiddle} />
      <Chips looking={looking} onChange={onChange} onMore={() => setOpen(true)} />
      {open && (
        <FilterSheet
          {...{ scope, where, looking }}
          onClose={() => setOpen(false)}
          onTake={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      )}
      <View className="jobs-tools">
        <Select
          label={copy.sort}
          labelHidden
          value={search.sort ?? sortIn(scope, looking.sort)}
          options={SORTS.filter((sort) => scope === 'near' || sort !== 'near').map((value) => ({
            value,
            label: value === 'near' && search.fromMiddle ? copy.nearMiddle : copy.sorts[value],
          }))}
          onChange={(value) => onChange({ ...looking, sort: value as Sort })}
        />
        {scope === 'near' && (
          <Button
            kind="secondary"
            small
            block
            icon={view === 'map' ? 'tasks' : 'location'}
            expanded={view === 'map'}
            onPress={turn}
          >
            {view === 'map' ? copy.list : copy.map}
          </Button>
        )}
      </View>
      <Quiet {...{ scope, where, looking, onChange }} />
      {postings === null ? (
        error?.name === 'RegionWithoutPack' ? (
          <NotServed />
        ) : error ? (
          <ErrorState error={error} line={error.fields[0]?.message} onRetry={reload} />
        ) : (
          <Skeleton lines={8} />
        )
      ) : postings.length === 0 ? (
        <NoneFound {...{ scope, looking, onChange }} wider={search.wider} />
      ) : (
        <Found {...{ where, looking, search, postings, onChange }} map={scope === 'near' && view === 'map'} />
      )}
      <SaveSearch {...{ scope, where }} looking={{ ...looking, unsaid: false }} />
    </>
  );
}

interface FoundProps {
  where: Where;
  looking: Looking;
  search: Search;
  postings: readonly PostingLine[];
  onChange: (looking: Looking) => void;
  map: boolean;
}

const READ_OUT = 10;

function Found({ where, looking, search, postings, onChange, map }: FoundProps) {
  const { offline, widenedTo, wider, hasMore, busy, problem, more, reload } = search;
  return (
    <Section
      title={hasMore || offline ? copy.foundMore(postings.length) : copy.found(postings.length)}
      aside={
        <ReadAloud
          what={copy.read}
          text={postings.slice(0, READ_OUT).map((one) => spokenPosting(one, where))}
        />
      }
    >
      {offline && (
        <Notice tone="ask" icon="clock" inset live action={{ text: copy.again, onPress: reload }}>
          {(offline.other ? copy.offlineOther : copy.offline)(momentText(offline.at))}
        </Notice>
      )}
      {widenedTo !== null && (
        <Notice icon="location" inset>
          {copy.widenedFrom(distanceText(widenedTo))}
        </Notice>
      )}
      {wider && (
        <Notice
          icon="location"
          action={{
            text: widerText(wider),
            onPress: () => onChange({ ...looking, within: wider.within }),
          }}
          inset
        >
          {copy.few(distanceText(looking.within), postings.length)}
        </Notice>
      )}
      {map && <JobsMap postings={postings} where={where} />}
      <LongList
        items={postings}
        keyOf={({ id }) => id}
        nameOf={copy.of}
        onEnd={hasMore ? more : undefined}
        render={(posting) => <PostingCard posting={posting} where={where} />}
      />
      <Problem error={problem} />
      {hasMore && (
        <View>
          <Button kind="secondary" block onPress={more}>
            {busy ? copy.nextBusy : copy.next}
          </Button>
        </View>
      )}
    </Section>
  );
}
