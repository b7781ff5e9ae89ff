import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Cite, LawBook } from '@/domain/wages/law';
import { dateText, Press, ReadAloud, Sheet } from '@/ui';
import { copy } from './copy';
import './article.scss';

/** 27(2) → 27 条第 2 款; 27(二) → 27 条（二） */
export function articleText(article: string): string {
  const [, number = article, part = ''] = /^(\S+?)(?:\((.+)\))?$/.exec(article) ?? [];
  if (part === '') return `${number} 条`;
  return /^\d+$/.test(part) ? `${number} 条第 ${part} 款` : `${number} 条（${part}）`;
}

/** 调解仲裁法 27 条（摘要） */
export function citeText({ statutes, articles }: LawBook, { statute, article }: Cite): string {
  const short = statutes.find(({ id }) => id === statute)?.short ?? statute;
  const found = articles.find((one) => one.statute === statute && one.article === article);
  return `${short} ${articleText(article)}${found && found.text !== null ? '' : copy.summary}`;
}

/** The articles something rests on; each opens with its words. */
export function Cites({ law, cites }: { law: LawBook; cites: readonly Cite[] }) {
  const [open, setOpen] = useState<Cite | null>(null);
  return (
    <View className="rights-cites">
      {cites.map((cite) => (
        <Press
          key={`${cite.statute} ${cite.article}`}
          className="rights-cites__one"
          onPress={() => setOpen(cite)}
          spoken={citeText(law, cite)}
        >
          {citeText(law, cite)}
        </Press>
      ))}
      {open && <ArticleSheet law={law} cite={open} onClose={() => setOpen(null)} />}
    </View>
  );
}

function ArticleSheet({ law, cite, onClose }: { law: LawBook; cite: Cite; onClose: () => void }) {
  const statute = law.statutes.find(({ id }) => id === cite.statute);
  const found = law.articles.find((one) => one.statute === cite.statute && one.article === cite.article);
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
