import { createHash } from 'node:crypto';
import type { DomainError } from '~/domain/error';
import type { MapView } from '~/domain/map';
import { writeMapView } from '~/domain/map/map-address';
import { mapAnswer, wholeWindow, type MapSight } from './map.server';

/**
 * The answer of a window as JSON. It is the reader's own, so that nobody in between may keep it; the browser may, and
 * asks each time whether it still holds.
 */
export function mapAnswerResponse(
  request: Request,
  sight: MapSight,
  view: MapView,
  notes: DomainError[],
): Response {
  const window = view.window ?? wholeWindow(sight);
  const asked = `${sight.tag}|${writeMapView({ ...view, window })}|${notes.map((note) => note.code).join()}`;
  const headers = {
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie',
    ETag: `W/"${processTag}-${createHash('sha256').update(asked).digest('base64url').slice(0, 22)}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) {
    return new Response(null, { status: 304, headers });
  }
  return Response.json(mapAnswer(sight, view, window, notes), { headers });
}

/** Versions of the picture are counted by each process for itself. */
const processTag = createHash('sha256')
  .update(`${process.pid} ${performance.timeOrigin}`)
  .digest('base64url')
  .slice(0, 8);
