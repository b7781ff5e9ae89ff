import { Image } from '@tarojs/components';
import { createElement, useMemo } from 'react';
import { Box } from './box';
import { qrSvg } from './qr-svg';
import './qr-image.scss';

export interface QrImageProps {
  /** what the code says */
  text: string;
  /** what it is, for those who do not see it: 你的就业帮扶码 */
  label: string;
  className?: string;
}

/** A QR code as wide as its place, white edge included. */
export function QrImage({ text, label, className = '' }: QrImageProps) {
  const src = useMemo(() => qrSvg(text), [text]);
  const classes = `ui-qr ${className}`.trim();
  if (process.env.TARO_ENV === 'h5') {
    return createElement('img', { className: classes, src, alt: label, draggable: false });
  }
  return (
    <Box className={classes} role="img" label={label}>
      <Image className="ui-qr__image" src={src} mode="widthFix" />
    </Box>
  );
}
