import { View } from '@tarojs/components';
import type { Checked } from '@/client/code-check';
import { Card, Hero, Notice, Row, statusIcon, statusTone } from '@/ui';
import { copy, madeAt, offBy, verdictOf } from './copy';

/** The verdict first, what to do, then what the code says; nothing it says is repeated when it is not genuine. */
export function Result({ checked, county }: { checked: Checked; county: (code: string) => string }) {
  const { status, word, title, line } = verdictOf(checked);
  const { offline, clock, target, name, issuedAt, result } = checked;
  const genuine = result === 'genuine';
  const said = genuine && target ? [copy.target] : genuine ? [copy.notTarget, copy.notTargetLine] : [];
  return (
    <View aria-live="polite">
      <Hero
        status={status}
        word={word}
        readout={[title, line, ...said, offline && genuine ? copy.offline : '']}
        what={copy.title}
        title={title}
        line={line}
      />
      <View className="verify-parts">
        {offline && genuine && (
          <Notice tone="ask" icon="status-ask" title={copy.offline} inset>
            {copy.offlineLine}
          </Notice>
        )}
        {clock !== null && (
          <Notice tone="ask" icon="clock" inset>
            {copy.clock(offBy(clock))}
          </Notice>
        )}
        {genuine && (
          <Card>
            {target ? (
              <Row
                icon={statusIcon('eligible')}
                iconClass={`ui-ink--${statusTone('eligible')}`}
                title={copy.target}
              />
            ) : (
              <Row
                icon={statusIcon('none')}
                iconClass={`ui-ink--${statusTone('none')}`}
                title={copy.notTarget}
                line={copy.notTargetLine}
              />
            )}
            {name && <Row icon="user" title={name} line={copy.name} dense />}
            {checked.county && (
              <Row icon="location" title={county(checked.county)} line={copy.county} dense />
            )}
            {issuedAt !== null && <Row icon="clock" title={madeAt(issuedAt)} line={copy.made} dense />}
          </Card>
        )}
        {!genuine && issuedAt !== null && (
          <Card>
            <Row icon="clock" title={madeAt(issuedAt)} line={copy.made} dense />
          </Card>
        )}
      </View>
    </View>
  );
}
