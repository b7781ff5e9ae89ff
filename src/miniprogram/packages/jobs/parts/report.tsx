import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { useMe } from '@/client/me';
import { newId } from '@/client/new-id';
import { routes, useParams } from '@/client/routes';
import { REPORT_REASONS, type ReportReason } from '@/domain/jobs/reports';
import { Box, Button, Check, dateText, Problem, Sheet, TextField } from '@/ui';
import { reportCopy as copy } from './copy';

const REASONS = Object.keys(REPORT_REASONS) as ReportReason[];
const MOST = 7;

/** Somebody was there, or rang, and it is not so. */
export function Report({ posting }: { posting: string }) {
  const { signed } = useMe();
  // the same for every tap: sent twice, said once
  const [id, setId] = useState(newId);
  // asked for already where this page was opened from
  const [open, setOpen] = useState(useParams<'report'>().report !== undefined);
  const [reasons, setReasons] = useState<readonly ReportReason[]>([]);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [said, setSaid] = useState('');
  const send = () => {
    setMissing(reasons.length === 0);
    if (busy || reasons.length === 0) return;
    setBusy(true);
    setError(null);
    const words = text.trim();
    call('postings.report', {
      id,
      posting,
      reasons: [...reasons],
      ...(words !== '' && { text: words }),
    }).then(
      ({ again, answered }) => {
        setBusy(false);
        setOpen(false);
        setId(newId());
        setSaid(
          again ? copy.again : answered ? copy.anew(answered.outcome, dateText(answered.on)) : copy.done,
        );
      },
      (thrown: CallError) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  return (
    <View>
      <Button kind="ghost" small icon="flag" onPress={() => setOpen(true)}>
        {copy.open}
      </Button>
      <Box role="status" live="polite" className="jobs-quiet">
        {said}
      </Box>
      <Sheet open={open} title={copy.title} onClose={() => setOpen(false)}>
        <View className="jobs-stack">
          <View className="jobs-quiet">{signed ? copy.line : copy.signInLine}</View>
          {signed ? (
            <>
              <View className="jobs-checks">
                {REASONS.map((reason) => (
                  <Check
                    key={reason}
                    title={REPORT_REASONS[reason]}
                    checked={reasons.includes(reason)}
                    onChange={(on) =>
                      setReasons(
                        on
                          ? [...reasons, reason].slice(0, MOST)
                          : reasons.filter((other) => other !== reason),
                      )
                    }
                  />
                ))}
              </View>
              <TextField label={copy.text} hint={copy.hint} value={text} onChange={setText} />
              <Box role="status" live="polite" className="jobs-wrong">
                {missing && reasons.length === 0 ? copy.none : ''}
              </Box>
              <Problem error={error} />
              <Button block onPress={send}>
                {busy ? copy.sending : copy.send}
              </Button>
            </>
          ) : (
            <Button block to={routes.signIn()}>
              {copy.signIn}
            </Button>
          )}
        </View>
      </Sheet>
    </View>
  );
}
