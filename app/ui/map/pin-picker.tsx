import { LocateFixed } from 'lucide-react';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import type { BaseMap } from '~/domain/base-map';
import type { Point } from '~/domain/coordinates';
import { useText } from '~/i18n/text';
import { Button } from '../button';
import { useHydrated } from '../use-hydrated';
import { MapWaiting } from './map-waiting';
import type { NearPoint } from './near-point';
import { placeOfPhone, type PositionProblem } from './phone-position';
import { writePin, type PinFields } from './pin-fields';

const loading = typeof document === 'undefined' ? undefined : import('./pin-picker.client');
const PinMap = lazy(() => loading ?? import('./pin-picker.client'));

interface PinPickerProps {
  base: BaseMap;
  /** Where the place is, if it is known, WGS-84. */
  pinned?: Point | undefined;
  /** Where to look for it otherwise: the township's or the county's point, WGS-84. */
  around: Point;
  /** Places nearby whose points are known: without tiles there is nothing else to find one's way by. */
  near?: readonly NearPoint[] | undefined;
  /** Names of the inputs of the form around it that the pin fills in. */
  fields: PinFields;
}

const none: NearPoint[] = [];

/**
 * A map with a pin beside the fields of coordinates: dragging it, its arrow keys, a press on the map or the phone's
 * own position fill them in, in WGS-84. Without JavaScript there are the fields alone.
 */
export function PinPicker({ base, pinned, around, near = none, fields }: PinPickerProps) {
  const t = useText('map');
  const hydrated = useHydrated();
  const hintId = useId();
  const root = useRef<HTMLDivElement>(null);
  const [pin, setPin] = useState(pinned);
  const [problem, setProblem] = useState<PositionProblem>();
  const [asking, setAsking] = useState(false);
  if (!hydrated) return null;
  const move = (point: Point) => {
    setPin(point);
    setProblem(undefined);
    const form = root.current?.closest('form');
    if (form) writePin(form, fields, point);
  };
  const askPhone = async () => {
    setAsking(true);
    const found = await placeOfPhone();
    setAsking(false);
    if ('problem' in found) setProblem(found.problem);
    else move(found.point);
  };
  return (
    <div ref={root} className="no-print space-y-3">
      <p id={hintId} className="text-sm text-ink-soft">
        {t('pinHint')}
      </p>
      <Suspense fallback={<MapWaiting height="h-80" />}>
        <PinMap base={base} pin={pin} around={around} near={near} hintId={hintId} onMove={move} />
      </Suspense>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="button"
          kind="secondary"
          icon={LocateFixed}
          busy={asking}
          onClick={() => void askPhone()}
        >
          {asking ? t('positionAsking') : t('usePosition')}
        </Button>
        <output className="text-sm">
          {pin &&
            t('pinAt', { latitude: pin.latitude.toFixed(5), longitude: pin.longitude.toFixed(5) })}
        </output>
      </div>
      {problem && (
        <p role="alert" className="text-sm text-brick">
          {t(`position.${problem}`)}
        </p>
      )}
    </div>
  );
}
