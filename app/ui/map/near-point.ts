/** A place whose point is known, to find one's way by: a town, a county's seat. WGS-84. */
export interface NearPoint {
  name: string;
  longitude: number;
  latitude: number;
}
