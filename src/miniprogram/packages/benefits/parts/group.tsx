import { View } from '@tarojs/components';
import { type BenefitView, lineOf } from '@/client/benefit-view';
import { routes } from '@/client/routes';
import { Box, Card, Heading, Icon, Press, Row, statusIcon, statusTone } from '@/ui';
import { copy, type Group as GroupName } from './copy';

/** How many rows a group shows before it must be opened. */
const SHORT = 4;

export interface GroupProps {
  group: GroupName;
  word: string;
  views: readonly BenefitView[];
  /** the group stands alone on the page: all its rows */
  whole: boolean;
  titleOf: (id: string) => string;
  member?: string;
  onOpen: () => void;
}

/** One status: its heading carries icon and word, its rows what each benefit means. */
export function Group({ group, word, views, whole, titleOf, member, onOpen }: GroupProps) {
  const tone = `ui-ink--${statusTone(group)}`;
  if (group === 'not_eligible' && !whole) {
    return (
      <Card>
        <Row
          icon={statusIcon(group)}
          iconClass={tone}
          title={word}
          note={copy.fold(views.length)}
          onPress={onOpen}
        />
      </Card>
    );
  }
  const shown = whole ? views : views.slice(0, SHORT);
  return (
    <Box tag="section" className="list-group">
      <View className="list-group__head">
        <Icon name={statusIcon(group)} className={tone} />
        <Heading className={`list-group__word ${tone}`}>{word}</Heading>
        {shown.length < views.length ? (
          <Press className="list-group__all" onPress={onOpen} label={`${word}，${copy.seeAll(views.length)}`}>
            {copy.seeAll(views.length)}
            <Icon name="next" size={18} />
          </Press>
        ) : (
          <View className="list-group__count">{copy.count(views.length)}</View>
        )}
      </View>
      <Card>
        {shown.map((view) => (
          <Row
            key={view.benefit.id}
            title={view.benefit.title}
            line={lineOf(view, titleOf)}
            to={routes.benefit(view.benefit.id, member)}
          />
        ))}
      </Card>
    </Box>
  );
}
