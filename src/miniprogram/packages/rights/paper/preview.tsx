import { View } from '@tarojs/components';
import type { Paper, PaperBlock } from '@/domain/wages/paper';
import { Box, Card, Heading, Press } from '@/ui';
import { copy } from './copy';
import { names, writable } from './text';

interface PreviewProps {
  paper: Paper;
  /** blocks the person has rewritten */
  edited: readonly string[];
  onChange: (block: string) => void;
}

/** The paper as it will stand; what can be changed says so. */
export function Preview({ paper, edited, onChange }: PreviewProps) {
  const called = names(paper);
  return (
    <Card className="paper-sheet">
      {paper.blocks.map((block, index) => {
        const own = writable(block);
        // biome-ignore lint/suspicious/noArrayIndexKey: a block has no name but its place
        if (!own) return <Plain key={index} block={block} />;
        const name = called[own.id] ?? copy.edit.part;
        return (
          <View key={own.id} className="paper-block">
            <View className="paper-block__text">
              {block.kind === 'field' && <View className="paper-block__label">{block.label}</View>}
              <Lines text={own.text} numbered={block.kind === 'list'} />
              {edited.includes(own.id) && <View className="paper-block__mark">{copy.changed}</View>}
            </View>
            <Press className="paper-block__change" label={copy.spoken(name)} onPress={() => onChange(own.id)}>
              {copy.change}
            </Press>
          </View>
        );
      })}
    </Card>
  );
}

function Lines({ text, numbered }: { text: string; numbered: boolean }) {
  if (text.trim() === '') return <View className="paper-block__empty">{copy.empty}</View>;
  return (
    <>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
        <View key={index} className="paper-block__line">
          {numbered ? `${index + 1}. ${line}` : line}
        </View>
      ))}
    </>
  );
}

function Plain({ block }: { block: PaperBlock }) {
  switch (block.kind) {
    case 'title':
      return <Heading className="paper-title">{block.text}</Heading>;
    case 'heading':
      return (
        <Heading level={3} className="paper-heading">
          {block.text}
        </Heading>
      );
    case 'warning':
      return <View className="paper-warning">{block.text}</View>;
    case 'table':
      return <Rows block={block} />;
    default:
      return null;
  }
}

/** Each row for itself: a phone is too narrow for columns. */
function Rows({ block }: { block: PaperBlock & { kind: 'table' } }) {
  const rows = block.rows.filter((row) => row.some((cell) => cell !== ''));
  if (rows.length === 0) return <View className="paper-block__empty paper-row">{copy.empty}</View>;
  return (
    <Box tag="ul" className="paper-rows">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <Box tag="li" key={index} className="paper-row">
          {row.map((cell, column) => (
            <View key={block.head[column]} className="paper-row__cell">
              {`${block.head[column]}：${cell}`}
            </View>
          ))}
        </Box>
      ))}
    </Box>
  );
}
