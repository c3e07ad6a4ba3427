import { useEffect, useMemo, useState } from 'react';
import type { BaseMap } from '~/domain/base-map';
import type { AreaShade } from '~/domain/map';
import { loadOutlines, type Outline } from './outlines';
import type { Shift } from './projection';
import type { Ground } from './shades';

interface Loaded {
  prefectures: Outline[];
  counties: Outline[];
  shift: Shift | undefined;
}

const asGiven: Shift = (point) => point;

/** Outlines under the marks. Undefined until they are there; a map without them still shows its marks. */
export function useGround(base: BaseMap, areas: readonly AreaShade[]) {
  const [loaded, setLoaded] = useState<Loaded>();
  const { prefectures, counties, tiles } = base;
  const datum = tiles?.datum;
  const countiesUrl = counties?.url;
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      const shift = datum === 'GCJ02' ? await shiftToGcj02() : undefined;
      const [large, small] = await Promise.all([
        loadOutlines(prefectures.url, shift).catch(() => []),
        countiesUrl ? loadOutlines(countiesUrl, shift).catch(() => []) : [],
      ]);
      if (wanted) setLoaded({ prefectures: large, counties: small, shift });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [prefectures.url, countiesUrl, datum]);
  const ground = useMemo<Ground | undefined>(
    () => loaded && { ...loaded, areas, overTiles: tiles !== undefined },
    [loaded, areas, tiles],
  );
  return { ground, shift: loaded?.shift ?? asGiven };
}

/** Only maps over tiles in GCJ-02 need the conversion. */
async function shiftToGcj02(): Promise<Shift> {
  const { default: gcoord } = await import('gcoord');
  return ([longitude, latitude]) => {
    const [x, y] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02);
    return [x, y];
  };
}
