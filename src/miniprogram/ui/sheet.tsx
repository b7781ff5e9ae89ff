import { View } from '@tarojs/components';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Box } from './box';
import { Button } from './button';
import './sheet.scss';

export interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel from below that asks for something; Escape or the ground around it closes it. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  // the focus moves when the panel opens, not whenever its caller draws again
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return;
    const before = document.activeElement;
    panel.current?.focus();
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab' && panel.current) keepInside(panel.current, event);
    };
    document.addEventListener('keydown', keys);
    return () => {
      document.removeEventListener('keydown', keys);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  if (!open) return null;
  const inside = (
    <Box className="ui-sheet__panel" role="dialog" modal labelledBy={id} focusRef={panel}>
      <Box tag="h2" id={id} className="ui-sheet__title">
        {title}
      </Box>
      {children}
    </Box>
  );
  // plain elements in the browser: Taro's own view moves its children after they are drawn, and the focus is lost
  if (process.env.TARO_ENV === 'h5') {
    return (
      <Box className="ui-sheet">
        <Box className="ui-sheet__ground" onTap={onClose} />
        {inside}
      </Box>
    );
  }
  return (
    <View className="ui-sheet" catchMove>
      <View className="ui-sheet__ground" onClick={onClose} />
      {inside}
    </View>
  );
}

/** Tab goes round inside the panel. */
function keepInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = panel.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea');
  const first = stops[0];
  const last = stops[stops.length - 1];
  const here = document.activeElement;
  if (event.shiftKey ? here === first || here === panel : here === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}

export interface ConfirmProps {
  open: boolean;
  title: string;
  line?: string;
  yes: string;
  no?: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once before something that cannot be undone. */
export function Confirm({ open, title, line, yes, no = '不了', onYes, onNo }: ConfirmProps) {
  return (
    <Sheet open={open} title={title} onClose={onNo}>
      {line && <View className="ui-sheet__line">{line}</View>}
      <View className="ui-sheet__actions">
        <Button kind="secondary" block onPress={onNo}>
          {no}
        </Button>
        <Button block onPress={onYes}>
          {yes}
        </Button>
      </View>
    </Sheet>
  );
}
