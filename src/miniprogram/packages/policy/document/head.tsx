import { View } from '@tarojs/components';
import type { PolicyDocument } from '@/domain/eligibility/types';
import { Card, Heading } from '@/ui';
import { copy, periodText } from '../parts/copy';
import './head.scss';

/** The document's own title, number, issuers and time. */
export function DocumentHead({ document }: { document: PolicyDocument }) {
  const { title, number, issuers, effective } = document;
  return (
    <Card pad>
      <Heading className="document-head__title">{title}</Heading>
      {[number, copy.issuedBy(issuers), periodText(document), effective.note].map(
        (line) =>
          line && (
            <View key={line} className="document-head__line">
              {line}
            </View>
          ),
      )}
    </Card>
  );
}
