import { Text, View } from '@tarojs/components';
import { useCaseTodo } from '@/client/case-todo';
import { soonDays } from '@/client/case-words';
import { routes } from '@/client/routes';
import { Card, Icon, Press, StatusTag } from '@/ui';
import { copy } from './copy';

/** The one thing that waits: what an office asked for, what is still on this phone, what is not written to the end. */
export function Todo() {
  const { tasks, drafts, waiting } = useCaseTodo();
  const [first] = tasks;
  const words =
    first !== undefined
      ? copy.todo.task(soonDays(first.task ?? first.title), tasks.length - 1)
      : waiting > 0
        ? copy.todo.waiting(waiting)
        : drafts > 0
          ? copy.todo.drafts(drafts)
          : null;
  if (words === null) return null;
  const to = first !== undefined && tasks.length === 1 ? routes.case(first.id) : routes.cases();
  return (
    <Card>
      <Press className="home-todo" to={to} spoken={`${copy.todo.tag}，${words}`}>
        <View className="home-todo__tag">
          <StatusTag status="warning" word={copy.todo.tag} />
        </View>
        <Text className="home-todo__words">{words}</Text>
        <Icon name="next" size={18} className="home-todo__chevron" />
      </Press>
    </Card>
  );
}
