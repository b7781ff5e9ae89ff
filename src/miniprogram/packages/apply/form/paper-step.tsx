import { View } from '@tarojs/components';
import { useMe } from '@/client/me';
import type { EvidenceAsk, Service } from '@/domain/cases';
import { Icon, Notice } from '@/ui';
import { Uploader } from '@/ui/uploader';
import { copy } from './copy';
import { QuestionHead } from './question-head';
import type { UseFilling } from './use-filling';

interface PaperStepProps {
  service: Service;
  filling: UseFilling;
  paper: EvidenceAsk;
  error: string | undefined;
}

/** One paper to hand in. What is on its way goes on by itself while the next screen is open. */
export function PaperStep({ service, filling, paper, error }: PaperStepProps) {
  const { use } = filling;
  const { signed } = useMe();
  const need = paper.min > 0 ? copy.paper.must(paper.min) : copy.paper.may;
  return (
    <>
      <QuestionHead title={paper.title} more={[...(paper.hint ? [paper.hint] : []), need]} />
      {!signed && service.applicant === 'anyone' && (
        <Notice tone="ask" icon="lock" inset>
          {copy.paper.anonymous}
        </Notice>
      )}
      <Uploader
        title={paper.title}
        hint={paper.hint}
        min={paper.min}
        max={paper.max}
        files={use.form.files.filter(({ evidence }) => evidence === paper.id)}
        onPick={(picked) => use.addFiles(paper.id, picked)}
        onDrop={use.dropFile}
        onRetry={use.retryFile}
      />
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
