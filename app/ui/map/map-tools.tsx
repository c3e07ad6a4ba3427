import { ImageDown, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '~/i18n/text';
import { Button } from '../button';
import { savePicture } from './map-picture';

interface MapToolsProps {
  title: string;
  draw: () => HTMLCanvasElement | undefined;
}

/** The map as a picture: to keep, and on paper. */
export function MapTools({ title, draw }: MapToolsProps) {
  const t = useText('map');
  const [failed, setFailed] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What is printed is drawn when it is printed, whoever asks for it: a live map does not fit on paper.
    const print = () => {
      const picture = draw();
      if (picture) paper.current?.replaceChildren(picture);
    };
    const clear = () => paper.current?.replaceChildren();
    window.addEventListener('beforeprint', print);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', print);
      window.removeEventListener('afterprint', clear);
    };
  }, [draw]);
  const save = async () => {
    const picture = draw();
    setFailed(!picture || !(await savePicture(picture, title)));
  };
  return (
    <>
      <div className="no-print flex flex-wrap items-center gap-3">
        <Button type="button" kind="secondary" icon={ImageDown} onClick={() => void save()}>
          {t('savePicture')}
        </Button>
        <Button type="button" kind="secondary" icon={Printer} onClick={() => window.print()}>
          {t('print')}
        </Button>
        {failed && (
          <p role="alert" className="text-sm text-brick">
            {t('pictureFailed')}
          </p>
        )}
      </div>
      <div ref={paper} className="map-paper" />
    </>
  );
}
