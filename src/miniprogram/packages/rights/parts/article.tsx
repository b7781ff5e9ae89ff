import { View } from '@tarojs/components';
import { useState } from 'react';
import { articleOf } from '@/domain/wages/cites';
import type { Cite, LawBook } from '@/domain/wages/law';
import { dateText, Press, ReadAloud, Sheet } from '@/ui';
import { copy } from './copy';
import './article.scss';

/** 27(2) → 27 条第 2 款; 27(二) → 27 条（二）; 276之一 → 276 条之一; what is no number stays: （十二） */
export function articleText(article: string): string {
  const [, number, also = '', part = ''] = /^(\d+(?:–\d+)?)(之\S+?)?(?:\((.+)\))?$/.exec(article) ?? [];
  if (number === undefined) return article;
  const whole = `${number} 条${also}`;
  if (part === '') return whole;
  return /^\d+$/.test(part) ? `${whole}第 ${part} 款` : `${whole}（${part}）`;
}

/** 调解仲裁法 27 条（摘要） */
export function citeText(law: LawBook, cite: Cite): string {
  const short = law.statutes.find(({ id }) => id === cite.statute)?.short ?? cite.statute;
  const quoted = (articleOf(law, cite)?.text ?? null) !== null;
  return `${short} ${articleText(cite.article)}${quoted ? '' : copy.summary}`;
}

/** So many stand there at once; more are asked for. */
const FEW = 2;

/** The articles something rests on; each opens with its words. */
export function Cites({ law, cites }: { law: LawBook; cites: readonly Cite[] }) {
  const [open, setOpen] = useState<Cite | null>(null);
  const [all, setAll] = useState(false);
  const shown = all || cites.length <= FEW ? cites : cites.slice(0, 1);
  return (
    <View className="rights-cites">
      {shown.map((cite) => (
        <Press
          key={`${cite.statute} ${cite.article}`}
          className="rights-cites__one"
          onPress={() => setOpen(cite)}
          spoken={citeText(law, cite)}
        >
          {citeText(law, cite)}
        </Press>
      ))}
      {shown.length < cites.length && (
        <Press
          className="rights-cites__one"
          expanded={false}
          onPress={() => setAll(true)}
          label={copy.allCites(
            copy.moreCites(cites.length - shown.length),
            cites.map((cite) => citeText(law, cite)).join('、'),
          )}
        >
          {copy.moreCites(cites.length - shown.length)}
        </Press>
      )}
      {open && <ArticleSheet law={law} cite={open} onClose={() => setOpen(null)} />}
    </View>
  );
}

function ArticleSheet({ law, cite, onClose }: { law: LawBook; cite: Cite; onClose: () => void }) {
  const statute = law.statutes.find(({ id }) => id === cite.statute);
  const found = articleOf(law, cite);
  const words = found ? (found.text ?? found.summary) : '';
  return (
    <Sheet open title={`${statute?.short ?? ''} ${articleText(cite.article)}`} onClose={onClose}>
      <View className="rights-article">
        <View className="rights-article__words">{words}</View>
        <View className="rights-article__note">
          {[
            statute?.title,
            statute?.version ? copy.version(dateText(statute.version)) : '',
            found && found.text !== null ? '' : copy.summaryNote,
          ]
            .filter(Boolean)
            .join('。')}
        </View>
        <ReadAloud what={statute?.short ?? ''} text={[words]} />
      </View>
    </Sheet>
  );
}
