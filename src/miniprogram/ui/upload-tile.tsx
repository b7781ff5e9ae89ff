import { Image, View } from '@tarojs/components';
import { createElement } from 'react';
import { errorCopy } from '@/client/error-copy';
import type { Upload } from '@/client/uploads';
import { Box } from './box';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import type { Tone } from './status-tag';

export interface UploadTileProps {
  file: Upload;
  /** which one of the paper, from 1 */
  number: number;
  onDrop: () => void;
  onRetry: () => void;
}

/** One file: what it looks like, how far it has come, and what can be done with it. */
export function UploadTile({ file, number, onDrop, onRetry }: UploadTileProps) {
  const { name, type, thumb, state, progress } = file;
  const { tone, icon, word, line } = standing(file);
  const which = `第${number}份`;
  return (
    <Box tag="li" className="ui-upload" role="listitem">
      <View className="ui-upload__row">
        <View className="ui-upload__picture">
          {thumb ? (
            <Thumb src={thumb} />
          ) : (
            <Icon name={type.startsWith('image/') ? 'picture' : 'document'} size={32} duo />
          )}
        </View>
        <View className="ui-upload__text">
          <View className="ui-upload__name">{`${which}：${name}`}</View>
          <View className={`ui-upload__state ui-ink--${tone}`}>
            <Icon name={icon} size={20} className="ui-upload__mark" />
            {word}
          </View>
          {line && <View className="ui-upload__line">{line}</View>}
        </View>
      </View>
      {state === 'sending' && (
        <View className="ui-progress__track" aria-hidden="true">
          <View className="ui-progress__bar" style={{ width: `${Math.round(progress * 100)}%` }} />
        </View>
      )}
      <View className="ui-upload__actions">
        {state === 'failed' && canRetry(file) && (
          <Button kind="secondary" small label={`${which}再传一次`} onPress={onRetry}>
            再传一次
          </Button>
        )}
        <Button kind="ghost" small label={`删掉${which}`} onPress={onDrop}>
          删掉
        </Button>
      </View>
    </Box>
  );
}

function Thumb({ src }: { src: string }) {
  // its name stands beside it
  if (process.env.TARO_ENV === 'h5')
    return createElement('img', { className: 'ui-upload__image', src, alt: '' });
  return <Image className="ui-upload__image" src={src} mode="aspectFill" aria-hidden="true" />;
}

/** What the server refuses for its content it refuses again. */
const canRetry = ({ error }: Upload): boolean =>
  !['WrongFileType', 'HeicPhoto', 'FileTooBig', 'PictureTooLarge', 'UnsafePdf'].includes(error?.name ?? '');

interface Standing {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word: string;
  readonly line?: string | undefined;
}

const LASTS = '这部手机存不下它：传好以前请不要关掉。';

function standing({ state, progress, error, kept }: Upload): Standing {
  const lasts = kept ? undefined : LASTS;
  if (state === 'ready') return { tone: 'ok', icon: 'status-ok', word: '已传好' };
  if (state === 'sending')
    return {
      tone: 'doing',
      icon: 'status-doing',
      word: `正在传 ${Math.round(progress * 100)}%`,
      line: lasts,
    };
  if (state === 'failed') {
    const { title, wayOn } = errorCopy(error);
    return { tone: 'no', icon: 'status-no', word: `没传成：${title}`, line: wayOn };
  }
  const slow = error?.name === 'NetworkError' || error?.name === 'Timeout';
  const word = slow
    ? '没有信号，有了信号自己会传'
    : error
      ? `${errorCopy(error).title}，过一会儿自己再传`
      : '等着传';
  return { tone: 'ask', icon: 'clock', word, line: lasts };
}
