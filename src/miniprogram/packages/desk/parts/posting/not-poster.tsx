import { routes } from '@/client/routes';
import { Button, Empty } from '@/ui';

const copy = {
  title: '这里给招人的单位用',
  line: '先绑定单位（填统一社会信用代码），区县核对以后，就能发布岗位、看谁来应聘。',
  bind: '去绑定单位',
};

/** For somebody who is bound to no unit. */
export const NotPoster = () => (
  <Empty icon="lock" title={copy.title} line={copy.line}>
    <Button block to={routes.service('unit-binding')}>
      {copy.bind}
    </Button>
  </Empty>
);
