import { View } from '@tarojs/components';
import { useForm } from '@/client/form';
import type { Form } from '@/client/forms';
import { signatureFile } from '@/client/signature-file';
import type { Service } from '@/domain/cases';
import { Button } from '@/ui';
import { copy } from './copy';

const EVIDENCE = 'signature';

interface HandInProps {
  service: Service;
  form: Form;
  png: string;
}

/** The signature goes into the form too: it is filed together with it, in the place of an older one. */
export function HandIn({ service, form, png }: HandInProps) {
  const use = useForm(service, form.id);
  const there = use.form.files.filter(({ evidence }) => evidence === EVIDENCE);
  if (use.form.id !== form.id || !service.evidence.some(({ id }) => id === EVIDENCE)) return null;
  const { put, again, there: line } = copy.sign.handIn;
  const press = () => {
    for (const { file } of there) use.dropFile(file);
    use.addFiles(EVIDENCE, [signatureFile(png)]);
  };
  return (
    <View className="paper-hand-in">
      <Button kind="secondary" small onPress={press}>
        {there.length > 0 ? again : put}
      </Button>
      <View className="paper-quiet" aria-live="polite">
        {there.length > 0 ? line : ''}
      </View>
    </View>
  );
}
