import { View } from '@tarojs/components';
import { useMe } from '@/client/me';
import type { EvidenceAsk, Service } from '@/domain/cases';
import { Icon, Notice } from '@/ui';
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
  return (
    <>
      {!among && <QuestionHead title={paper.title} more={[need]} />}
      {!signed && service.applicant === 'anyone' && (
        <Notice tone="ask" icon="lock" inset>
          {copy.paper.anonymous}
        </Notice>
      )}
      {!among && <View className="form-hint">{need}</View>}
      <Uploader
        bare={!among}
        title={paper.title}
        hint={need}
        min={min}
        max={paper.max}
        files={files}
        sound={wages}
        onPick={(picked) => use.addFiles(paper.id, picked)}
        onDrop={use.dropFile}
        onRetry={use.retryFile}
      />
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
