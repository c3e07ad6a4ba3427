import type { MapMark } from '~/domain/map';
import type { LonLat } from './projection';

/** Half the width of a mark in pixels: its area grows with the number of persons waiting. */
export function radiusOf(mark: MapMark): number {
  const [least, most] = mark.kind === 'cluster' ? [15, 30] : [12, 20];
  const grown = Math.sqrt(mark.persons) / (mark.kind === 'cluster' ? 6 : 1.5);
  return Math.round(Math.min(most, least + grown));
}

export const lonLatOf = ({
  longitude,
  latitude,
}: {
  longitude: number;
  latitude: number;
}): LonLat => [longitude, latitude];
