import { View } from '@tarojs/components';
import type { PostingView } from '@/contract/jobs';
import { checkCreditCode } from '@/domain/identity/credit-code';
import { dateText } from '@/ui';
import { copy } from './copy';
import { FactList } from './facts';

/** Who stands behind it, and whose word that is. */
export function Standing({ posting }: { posting: PostingView }) {
  const { employer, credit_code, verified_by, verified_on, sources } = posting;
  const words = copy.employer;
  return (
    <>
      <FactList
        title={words.title}
        facts={[
          { name: words.name, value: employer },
          { name: words.code, value: credit_code && codeText(credit_code) },
          {
            name: words.verified,
            value: verified_on
              ? words.verifiedBy(verified_by ?? '', dateText(verified_on))
              : words.unverified,
          },
          { name: words.sources, value: sources.map((one) => words.sourceNames[one] ?? one).join('、') },
        ]}
      />
      <View className="jobs-quiet">{copy.noFee}</View>
    </>
  );
}

const codeText = (code: string): string =>
  `${code}（${checkCreditCode(code).ok ? copy.employer.codeOk : copy.employer.codeWrong}）`;
