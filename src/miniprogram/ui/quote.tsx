import { Text, View } from '@tarojs/components';
import { Num } from './clause-row';
import { Icon } from './icon';
import { Press } from './press';
import { type Passage, paragraphsOf, type QuoteRun, quoteRuns } from './quote-text';
import './quote.scss';

export interface QuoteProps {
  /** the law's words; paragraphs separated by line feeds */
  text: string;
  passages?: readonly Passage[];
  /** 永人社字〔2021〕75号（三） */
  source?: string;
  /** the whole item */
  to?: string;
  linkText?: string;
}

/** Quoted legal text on paper ground; what matters is highlighted and underlined. */
export function Quote({ text, passages = [], source, to, linkText = '看整条' }: QuoteProps) {
  return (
    <View className="ui-quote">
      {paragraphsOf(text).map(({ from, paragraph }) => (
        <View key={from} className="ui-quote__p">
          {quoteRuns(paragraph, passages).map((run) => (
            <Run key={run.from} run={run} />
          ))}
        </View>
      ))}
      {(source || to) && (
        <View className="ui-quote__foot">
          <Text className="ui-quote__source">{source}</Text>
          {to && (
            <Press className="ui-quote__link" to={to} spoken={`${linkText}，${source ?? ''}`}>
              {linkText}
              <Icon name="next" size={18} />
            </Press>
          )}
        </View>
      )}
    </View>
  );
}

function Run({ run }: { run: QuoteRun }) {
  return (
    <>
      <Text className={run.mark ? 'ui-mark' : ''}>{run.text}</Text>
      {run.numbers.map((n) => (
        <Num key={n} n={n} />
      ))}
    </>
  );
}
