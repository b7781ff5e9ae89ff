import { View } from '@tarojs/components';
import { routes } from '@/client/routes';
import type { SessionLine } from '@/contract/training';
import { Press, StatusTag } from '@/ui';
import { copy } from './copy';
import { seatsTag, shortPlace, timesText } from './words';
import './training.scss';

/** One session as a line of the list: what, when, where, whether there is a seat. */
export function SessionCard({ session }: { session: SessionLine }) {
  const { id, title, provider, childcare, evening } = session;
  const seats = seatsTag(session);
  const marks = [...(childcare ? [copy.childcare] : []), ...(evening ? [copy.evening] : [])];
  const lines = [timesText(session), `${shortPlace(session)} · ${provider}`, ...marks];
  return (
    <Press
      className="training-card"
      to={routes.trainingSession(id)}
      spoken={[title, seats.word, ...lines].join('，')}
    >
      <View className="training-card__title">{title}</View>
      <View className="training-card__line">{timesText(session)}</View>
      <View className="training-card__line">{`${shortPlace(session)} · ${provider}`}</View>
      <View className="training-card__foot">
        <StatusTag {...seats} />
        {marks.map((mark) => (
          <View key={mark} className="training-card__mark">
            {mark}
          </View>
        ))}
      </View>
    </Press>
  );
}
