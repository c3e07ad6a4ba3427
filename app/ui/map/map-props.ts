import type { BaseMap } from '~/domain/base-map';
import type { MapAnswer, MapWindow, Shading } from '~/domain/map';

/** What a page gives to a map. */
export interface MapProps {
  /** Drawn at once, before anything is asked for. */
  first: MapAnswer;
  /** What `first` covers, and what is shown first. */
  window: MapWindow;
  /** Data of another window, as JSON of MapAnswer. Left out: `first` is all there is. */
  viewUrl?: ((window: MapWindow) => string) | undefined;
  base: BaseMap;
  /** Names the map: for screen readers, on the picture and on paper. */
  title: string;
  /** What it shows, in words: stands on the picture and on paper, which come without the page's filters. */
  about?: string | undefined;
  /** A centre is chosen. Left out: centres are shown and cannot be chosen. */
  onPick?: ((placeId: string) => void) | undefined;
  /** The centre whose panel is open. */
  picked?: string | undefined;
  /** What the areas are shaded by: their figures stand on them in its unit. */
  shading?: Shading | undefined;
  /** The layer `reach`: centres that nothing has reached step back. */
  reach?: boolean | undefined;
  /**
   * The reader has moved the map. Keep it in the address with history.replaceState: a navigation here would
   * load the whole page again at every move.
   */
  onWindow?: ((window: MapWindow) => void) | undefined;
}
