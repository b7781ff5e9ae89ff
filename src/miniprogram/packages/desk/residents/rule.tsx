import { View } from '@tarojs/components';
import { routes } from '@/client/routes';
import type { Staff, Village } from '@/client/village';
import { dayNumber } from '@/domain/calendar/days';
import { Card, Icon, Notice, Quote } from '@/ui';
import { copy } from './copy';

interface RuleProps {
  rule: Village['rule'];
  role: Staff['role'];
  today: string;
}

/** By when, and the passage that says so; the day of one's own level first. */
export function Rule({ rule, role, today }: RuleProps) {
  if (!rule) {
    return (
      <Notice icon="calendar" inset>
        {copy.noRule}
      </Notice>
    );
  }
  const left = (day: string) => dayNumber(day) - dayNumber(today);
  const village = copy.villageBy(rule.village_by, left(rule.village_by));
  const town = copy.townBy(rule.town_by, left(rule.town_by));
  const [own, other] = rule.expired
    ? [copy.expired(rule.village_by, rule.town_by), copy.expiredLine]
    : role === 'village'
      ? [village, town]
      : [town, village];
  return (
    <Card pad>
      <View className="desk-rule">
        <Icon name="calendar" duo className="desk-rule__icon" />
        <View className="desk-rule__words">
          <View className="desk-rule__own">{own}</View>
          <View>{other}</View>
        </View>
      </View>
      <Quote
        text={rule.quote}
        source={copy.source(rule.number, rule.item)}
        to={routes.document(rule.document, rule.item, rule.quote)}
      />
    </Card>
  );
}
