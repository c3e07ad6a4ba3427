import type { PointPrecision } from '~/domain/coordinates';
import type { PlaceKind } from '~/domain/organisation';
import { formatInstant, formatNumber } from '~/i18n/format';
import { useLanguage, useText, type TextOf } from '~/i18n/text';
import { usePrecisionName } from '~/ui/organisation-words';
import type { PlaceLocation } from './place-location.server';

const seats = {
  pinned: undefined,
  township: 'unlocated.township',
  county: 'unlocated.county',
  prefecture: 'unlocated.prefecture',
} as const satisfies Record<PointPrecision, Parameters<TextOf<'organisations'>>[0] | undefined>;

/** Where a place is as somebody gave it, or where it is drawn until then; and what is near it. */
export function Location({ location, kind }: { location: PlaceLocation; kind: PlaceKind }) {
  const t = useText('organisations');
  const language = useLanguage();
  const km = (value: number) => formatNumber(language, value, value < 10 ? 1 : 0);
  return (
    <div className="space-y-2 text-sm text-ink-soft">
      <Given location={location} />
      {location.near.length > 0 && (
        <>
          <h3 className="font-semibold text-ink">
            {t(kind === 'centre' ? 'nearDepots' : 'nearCentres')}
          </h3>
          <ul>
            {location.near.map((near) => (
              <li key={near.name}>
                {near.name} {t('nearKm', { km: km(near.km), road: km(near.road_km) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Given({ location: { given, shown } }: { location: PlaceLocation }) {
  const t = useText('organisations');
  const language = useLanguage();
  const precisionName = usePrecisionName();
  const seat = shown && seats[shown];
  if (!given) {
    return seat ? (
      <p>
        {t('unlocated', { where: t(seat) })} {t('geonames')}
      </p>
    ) : null;
  }
  const { by, at } = given;
  const time = at && formatInstant(language, at);
  return (
    <p className="tabular-nums">
      {`${given.latitude}, ${given.longitude} (${given.datum}) `}
      {precisionName(given.precision)}
      {time && ` · ${by ? t('locatedBy', { name: by, time }) : t('locatedAt', { time })}`}
    </p>
  );
}
