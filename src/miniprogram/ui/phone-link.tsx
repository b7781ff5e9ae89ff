import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from './icon';
import { Press } from './press';
import './phone-link.scss';

export interface PhoneLinkProps {
  number: string;
  /** the words; default: the number */
  children?: string;
  kind?: 'primary' | 'secondary' | 'ghost' | 'plain';
  block?: boolean;
  className?: string;
}

/** Calls a number: a `tel:` link in the browser, the dialler on WeChat. */
export function PhoneLink({ number, children, kind = 'secondary', block, className = '' }: PhoneLinkProps) {
  const words = children ?? number;
  const name = words.includes(number) ? `打电话 ${words}` : `${words}，打电话 ${number}`;
  const look = kind === 'plain' ? '' : `ui-button ui-button--${kind}`;
  const classes = `ui-phone ${look} ${block ? 'ui-button--block' : ''} ${className}`;
  const inside = (
    <>
      <Icon name="phone" size={22} className="ui-phone__icon" />
      <Text>{words}</Text>
    </>
  );
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a className={`ui-press ${classes}`} href={`tel:${number}`} aria-label={name}>
        {inside}
      </a>
    );
  }
  // a refused or cancelled call is no error
  const dial = () => void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
  return (
    <Press className={classes} onPress={dial} label={name}>
      {inside}
    </Press>
  );
}
