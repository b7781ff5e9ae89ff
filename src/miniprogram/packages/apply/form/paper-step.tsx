import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '@/client/me';
import type { EvidenceAsk, Service } from '@/domain/cases';
import { Card, Icon, Notice, Row } from '@/ui';
import { Uploader } from '@/ui/uploader';
import { copy } from './copy';
import { FromLocker } from './from-locker';
import { QuestionHead } from './question-head';
import type { UseFilling } from './use-filling';

interface PaperStepProps {
  service: Service;
  filling: UseFilling;
  paper: EvidenceAsk;
  error: string | undefined;
  /** one of several papers on the screen */
  among: boolean;
}

/** One paper to hand in. What is on its way goes on by itself while the next screen is open. */
export function PaperStep({ service, filling, paper, error, among }: PaperStepProps) {
  const { use } = filling;
  const { signed } = useMe();
  const { min, hint } = paper;
  const files = use.form.files.filter(({ evidence }) => evidence === paper.id);
  const wages = service.area === 'arrears';
  const need = min > 0 ? [copy.paper.must(min), hint].filter(Boolean).join('。') : (hint ?? copy.paper.may);
  const [open, setOpen] = useState(false);
  const uploader = (
    <Uploader
      bare={!among}
      title={paper.title}
      hint={need}
      min={min}
      max={paper.max}
      files={files}
      onPick={(picked) => use.addFiles(paper.id, picked)}
      onDrop={use.dropFile}
      onRetry={use.retryFile}
    />
  );
  // one of many: its buttons come when it is opened, and stay while something is in it
  if (among && !open && files.length === 0 && error === undefined) {
    return (
      <Card>
        <Row icon="document" title={paper.title} line={hint} expanded={false} onPress={() => setOpen(true)} />
      </Card>
    );
  }
  return (
    <>
      {!among && <QuestionHead title={paper.title} more={[need]} />}
      {!signed && service.applicant === 'anyone' && (
        <Notice tone="ask" icon="lock" inset>
          {copy.paper.anonymous}
        </Notice>
      )}
      {!among && <View className="form-hint">{need}</View>}
      {uploader}
      {wages && files.length < paper.max && (
        <FromLocker title={paper.title} onTake={(picked) => use.addFiles(paper.id, [picked])} />
      )}
      <View className="form-remind" aria-live="polite">
        {error && (
          <>
            <Icon name="status-no" size={20} className="form-remind__mark" />
            {error}
          </>
        )}
      </View>
    </>
  );
}
