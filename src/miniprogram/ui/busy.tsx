import { AtActivityIndicator } from 'taro-ui';
import { Box } from './box';
import './busy.scss';

/** Something is being looked up; said in words, the ring only turns. */
export function Busy({ children }: { children: string }) {
  return (
    <Box className="ui-busy" role="status" live="polite">
      <AtActivityIndicator content={children} />
    </Box>
  );
}
