import { useLocation } from '@remix-run/react';
import type { MapMark } from '~/domain/map';
import { writeWindow } from '~/domain/map/address-parts';
import { windowAround } from '~/domain/map/map-window';
import { useText } from '~/i18n/text';
import { classNames } from '../class-names';
import { Attribution } from './attribution';
import { mapHeight } from './map-height';
import type { MapProps } from './map-props';
import { useMarkWords } from './mark-words';
import { stillMarkup } from './still-markup';

/**
 * What stands where the map will be. The server draws the first marks into it; the browser keeps them as they came
 * and needs no code for them. A pointer can follow them before there are scripts; the table says the same to the rest.
 */
export const MapStill = import.meta.env.SSR ? DrawnStill : KeptStill;

function DrawnStill(props: MapProps) {
  const { search } = useLocation();
  const words = useMarkWords(props.first.perspective);
  const hrefOf = (mark: MapMark) => (props.onPick ? addressOf(mark, search) : undefined);
  const { first: answer, window } = props;
  // Over tiles in GCJ-02 the points would have to be moved, by code that only the living map has.
  if (props.base.tiles?.datum === 'GCJ02') return <Sheet {...props} markup="" />;
  return (
    <Sheet {...props} markup={stillMarkup({ answer, window, inside: words.inside, hrefOf })} />
  );
}

function KeptStill(props: MapProps) {
  return <Sheet {...props} markup="" />;
}

function Sheet({ base, markup }: MapProps & { markup: string }) {
  const t = useText('map');
  return (
    <div className="relative">
      <div
        className={classNames(
          'grid place-items-center rounded-card border border-line bg-mist p-4',
          mapHeight,
        )}
      >
        <p className="text-ink-soft">{t('mapLoading')}</p>
      </div>
      <div
        aria-hidden
        className="map-still"
        suppressHydrationWarning
        dangerouslySetInnerHTML={{
          __html: markup && `<div class="map-still-sheet">${markup}</div>`,
        }}
      />
      <noscript>
        <p className="absolute start-3 bottom-8 rounded-lg bg-sheet px-3 py-1 text-sm">
          {t(markup ? 'mapStandsStill' : 'mapNeedsScript')}
        </p>
      </noscript>
      <Attribution base={base} />
    </div>
  );
}

function addressOf(mark: MapMark, search: string): string {
  const params = new URLSearchParams(search);
  if (mark.kind === 'centre') params.set('centre', mark.id);
  else writeWindow(params, windowAround(mark, mark.expandTo));
  return `?${params}`;
}
