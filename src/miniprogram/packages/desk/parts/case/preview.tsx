import { View } from '@tarojs/components';
import type { DeskCase } from '@/contract/desk';
import { Card, StatusTag } from '@/ui';
import { copy } from './copy';

interface RefusalPreviewProps {
  view: DeskCase;
  text: string;
  item: string;
}

/** A refusal as the resident reads it, word for word. */
export function RefusalPreview({ view, text, item }: RefusalPreviewProps) {
  const { case: at, items } = view;
  const title = items.find(({ key }) => key === item)?.title ?? '';
  return (
    <Card pad>
      <View className="desk-preview">
        <View>
          <StatusTag status="not_eligible" word={copy.previewState} />
        </View>
        <View className="desk-preview__title">{at.title}</View>
        <View className="desk-quiet">{at.number}</View>
        <View className="desk-preview__name">{copy.previewReason}</View>
        <View>{text}</View>
        {items.length > 0 && (
          <>
            <View className="desk-preview__name">{copy.previewBasis}</View>
            <View>{copy.source(at.document.number, title && title !== item ? `${item}${title}` : item)}</View>
            <View className="desk-quiet">{copy.previewReview}</View>
          </>
        )}
      </View>
    </Card>
  );
}
