import { Image, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { CallError } from '@/client/call';
import type { DeskCase } from '@/contract/desk';
import { Busy, Button, Card, Icon, Press, Problem, Sheet } from '@/ui';
import { Sound } from '@/ui/sound';
import { copy } from './copy';
import { canEnlarge, enlarge, forgetPaper, type OpenPaper, readPaper, showPdf, thumbOf } from './read-paper';

type Paper = DeskCase['case']['papers'][number];

/** What was handed in, as small pictures; one opens in full. */
export function Papers({ view }: { view: DeskCase }) {
  const { papers } = view.case;
  const [open, setOpen] = useState<Paper | null>(null);
  const close = () => {
    setOpen(null);
    forgetPaper();
  };
  return (
    <Card title={copy.papers(papers.length)}>
      {papers.length === 0 ? (
        <View className="desk-pad">{copy.noPapers}</View>
      ) : (
        <View className="desk-papers">
          {papers.map((paper) => (
            <Tile key={paper.file} paper={paper} onOpen={() => setOpen(paper)} />
          ))}
        </View>
      )}
      <Sheet open={open !== null} title={open?.title ?? ''} onClose={close}>
        {open && <Whole key={open.file} paper={open} onClose={close} />}
      </Sheet>
    </Card>
  );
}

const isPdf = ({ type }: Pick<Paper, 'type'>) => type === 'application/pdf';
const isSound = ({ type }: Pick<Paper, 'type'>) => type.startsWith('audio/');

const isPicture = (paper: Pick<Paper, 'type'>) => !isPdf(paper) && !isSound(paper);

function Tile({ paper, onOpen }: { paper: Paper; onOpen: () => void }) {
  const [thumb, setThumb] = useState<string | null>(null);
  const instead = isPdf(paper) ? 'PDF' : isSound(paper) ? copy.sound : '';
  useEffect(() => {
    let here = true;
    if (!instead) void thumbOf(paper.file).then((found) => here && setThumb(found));
    return () => {
      here = false;
    };
  }, [paper.file, instead]);
  return (
    <Press className="desk-paper" onPress={onOpen} spoken={copy.open(paper.title, paper.name)}>
      <View className="desk-paper__picture">
        <Picture address={thumb} className="desk-paper__thumb" fallback={instead} />
      </View>
      <View className="desk-paper__title">
        {paper.title}
        <View className="ui-unseen">{`，${paper.name}`}</View>
      </View>
    </Press>
  );
}

interface PictureProps {
  address: string | null;
  className: string;
  /** instead of a picture */
  fallback?: string;
  /** what it is; without it the picture is decoration beside its words */
  alt?: string;
}

function Picture({ address, className, fallback = '', alt = '' }: PictureProps) {
  if (!address) {
    return (
      <View className="desk-paper__none">
        <Icon name={fallback ? 'document' : 'camera'} size={32} duo />
        {fallback}
      </View>
    );
  }
  if (process.env.TARO_ENV === 'h5') return <img className={className} src={address} alt={alt} />;
  return <Image className={className} src={address} mode="widthFix" ariaLabel={alt} />;
}

function Whole({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const [share, setShare] = useState(0);
  const [read, setRead] = useState<OpenPaper | null>(null);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [tries, setTries] = useState(0);
  const wanted = useRef(true);
  useEffect(() => {
    wanted.current = true;
    setError(null);
    readPaper(paper.file, paper.bytes, setShare, () => wanted.current).then(setRead, setError);
    return () => {
      wanted.current = false;
    };
  }, [paper.file, paper.bytes, tries]);
  const showIt = () => read && void showPdf(read).then(setSaved, setError);
  return (
    <View className="desk-sheet">
      <View className="desk-quiet">{paper.name}</View>
      {error && <Problem error={error} />}
      {!read && !error && <Busy>{copy.reading(Math.round(share * 100))}</Busy>}
      {read && isSound(read) && <Sound address={read.address} label={`${paper.title}，${paper.name}`} />}
      {read && isPicture(read) && (
        <Picture address={read.address} className="desk-paper__whole" alt={`${paper.title}，${paper.name}`} />
      )}
      {read && isPicture(read) && canEnlarge && (
        <Button kind="secondary" block onPress={() => enlarge(read)}>
          {copy.enlarge}
        </Button>
      )}
      {read && isPdf(read) && (
        <Button block icon="document" onPress={showIt}>
          {saved ? copy.downloaded : copy.openPdf}
        </Button>
      )}
      {error && (
        <Button kind="secondary" block onPress={() => setTries(tries + 1)}>
          {copy.again}
        </Button>
      )}
      <Button kind="secondary" block onPress={onClose}>
        {copy.closePaper}
      </Button>
    </View>
  );
}
