import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { createElement, type ReactNode, useEffect, useState } from 'react';
import { addressOf, isSame, thumbOf } from '@/client/kept-files';
import { savePdf } from '@/client/save-file';
import type { FileRef } from '@/domain/wages/diary';
import { isSound, momentInChina } from '@/domain/wages/diary-words';
import { Button, Icon, Press, Sheet } from '@/ui';
import { Sound } from '@/ui/sound';
import { copy } from './files-copy';
import './files.scss';

interface FileRowProps {
  file: FileRef;
  /** what it belongs to */
  line?: string;
  /** further ways, in its sheet */
  children?: ReactNode;
}

/** A kept file as one line; pressed, it is shown with its hash and time. */
export function FileRow({ file, line, children }: FileRowProps) {
  const [open, setOpen] = useState(false);
  const thumb = thumbOf(file.file);
  return (
    <>
      <Press className="files-row" spoken={copy.file.look(file.name)} onPress={() => setOpen(true)}>
        <View className="files-row__picture">
          {thumb ? (
            <Picture src={thumb} className="files-row__thumb" alt="" />
          ) : (
            <Icon name={iconOf(file)} duo />
          )}
        </View>
        <View className="files-row__text">
          <View className="files-row__name">{file.name}</View>
          {line && <View className="files-row__line">{line}</View>}
          <View className="files-row__line">{momentInChina(file.added_at)}</View>
        </View>
        <Icon name="next" size={18} />
      </Press>
      <Sheet open={open} title={file.name} onClose={() => setOpen(false)}>
        {open && <Whole file={file} />}
        <View className="files-sheet">
          {children}
          <Button kind="secondary" block onPress={() => setOpen(false)}>
            {copy.file.close}
          </Button>
        </View>
      </Sheet>
    </>
  );
}

const iconOf = (file: FileRef) =>
  isSound(file) ? 'speak' : file.type.startsWith('image/') ? 'picture' : 'document';

function Picture({ src, className, alt }: { src: string; className: string; alt: string }) {
  if (process.env.TARO_ENV === 'h5') return createElement('img', { className, src, alt });
  return <Image className={className} src={src} mode="widthFix" ariaLabel={alt} />;
}

function Whole({ file }: { file: FileRef }) {
  const [address, setAddress] = useState<string | null>(null);
  const [same, setSame] = useState<boolean | null | undefined>(undefined);
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    let here = true;
    void addressOf(file).then((found) => here && setAddress(found));
    void isSame(file).then((found) => here && setSame(found));
    return () => {
      here = false;
    };
  }, [file]);
  const state =
    same === undefined
      ? copy.file.checking
      : same === null
        ? copy.file.gone
        : same
          ? copy.file.same
          : copy.file.changed;
  return (
    <View className="files-sheet">
      {address && file.type.startsWith('image/') && (
        <Picture src={address} className="files-sheet__whole" alt={file.name} />
      )}
      {address && isSound(file) && <Sound address={address} label={file.name} />}
      {address && file.type === 'application/pdf' && (
        <Button
          kind="secondary"
          block
          icon="document"
          onPress={() =>
            void openPdf(file, address).then(
              () => setSaved(true),
              () => undefined,
            )
          }
        >
          {saved && process.env.TARO_ENV === 'h5' ? copy.file.opened : copy.file.open}
        </Button>
      )}
      <View className={`files-sheet__same ui-ink--${same === false || same === null ? 'no' : 'ok'}`}>
        <Icon name={same === false || same === null ? 'status-no' : 'shield'} size={20} />
        <View className="files-sheet__word">{state}</View>
      </View>
      <Fact name={copy.file.added} text={momentInChina(file.added_at)} />
      <Fact name={copy.file.size} text={copy.file.kb(Math.max(1, Math.round(file.bytes / 1024)))} />
      <Fact name={copy.file.hash} text={file.sha256} />
      <View className="files-row__line">{copy.file.hashWhat}</View>
    </View>
  );
}

const Fact = ({ name, text }: { name: string; text: string }) => (
  <View>
    <View className="files-row__line">{name}</View>
    <View className="files-sheet__fact">{text}</View>
  </View>
);

async function openPdf({ name }: FileRef, address: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    await savePdf(name, address.slice(address.indexOf(',') + 1));
    return;
  }
  await Taro.openDocument({ filePath: address, fileType: 'pdf', showMenu: true });
}
