import type { Point } from '~/domain/coordinates';

export type PositionProblem = 'refused' | 'unknown' | 'slow' | 'unsafe';

const WAIT_MS = 20_000;

/** Where the device says it is, WGS-84 by the standard of browsers, or why it does not say. */
export function placeOfPhone(): Promise<{ point: Point } | { problem: PositionProblem }> {
  // Browsers tell it only to pages that came over https, or from this machine.
  if (!window.isSecureContext || !('geolocation' in navigator)) {
    return Promise.resolve({ problem: 'unsafe' });
  }
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ point: { latitude, longitude } }),
      (error) => resolve({ problem: problemOf(error) }),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 60_000 },
    );
  });
}

function problemOf(error: GeolocationPositionError): PositionProblem {
  if (error.code === error.PERMISSION_DENIED) return 'refused';
  return error.code === error.TIMEOUT ? 'slow' : 'unknown';
}
