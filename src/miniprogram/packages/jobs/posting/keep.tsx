import { Button as NativeButton, View } from '@tarojs/components';
import { useState } from 'react';
import { routes } from '@/client/routes';
import { copyText } from '@/client/save-file';
import { savePosting, unsavePosting } from '@/client/saved-jobs';
import type { PostingView } from '@/contract/jobs';
import { Box, Button, Card, Row } from '@/ui';
import { payText, placeText } from '../parts/words';
import { copy } from './copy';

const h5 = process.env.TARO_ENV === 'h5';

/** Kept on this phone, handed on to somebody. */
export function Keep({ posting, onPhone }: { posting: PostingView; onPhone: boolean }) {
  const [said, setSaid] = useState('');
  const save = () => {
    if (onPhone) unsavePosting(posting.id);
    setSaid(onPhone ? copy.unsaved : savePosting(posting) ? copy.saved : copy.full);
  };
  const share = () => {
    const link = `${window.location.origin}/#${routes.posting(posting.id)}`;
    const words = [posting.title, payText(posting.pay), posting.employer, placeText(posting), link];
    copyText(words.join('\n')).then(
      () => setSaid(copy.shared),
      () => setSaid(copy.place.copyFailed),
    );
  };
  return (
    <>
      <View className="jobs-ways">
        <Button kind="secondary" icon={onPhone ? 'tick' : 'flag'} pressed={onPhone} onPress={save}>
          {onPhone ? copy.unsave : copy.save}
        </Button>
        {h5 ? (
          <Button kind="secondary" icon="link" onPress={share}>
            {copy.share}
          </Button>
        ) : (
          // only WeChat's own button opens its list of chats
          <NativeButton className="ui-button ui-button--secondary" openType="share" aria-label={copy.share}>
            {copy.share}
          </NativeButton>
        )}
      </View>
      <Box role="status" live="polite" className="jobs-quiet">
        {said}
      </Box>
      <Card>
        <Row icon="flag" title={copy.list} to={routes.savedPostings()} dense />
        <Row icon="gangwei" title={copy.others} to={routes.jobs()} dense />
      </Card>
    </>
  );
}
