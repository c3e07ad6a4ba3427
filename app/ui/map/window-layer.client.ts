import {
  Bounds,
  DomUtil,
  Layer,
  Util,
  type LatLng,
  type LeafletEvent,
  type Map,
  type Point,
} from 'leaflet';
import { worldPixels, type View } from './projection';

/** How much more than the window is drawn on each side, so that a drag shows no blank edge at once. */
const PADDING = 0.2;

interface ZoomAnimation extends LeafletEvent {
  center: LatLng;
  zoom: number;
}

/**
 * Keeps one drawing over the window of the map. A drag or a zoom only moves and scales the picture there is;
 * it is drawn anew when the map rests or when a drag has used up the margin.
 */
export class WindowLayer extends Layer {
  private host: Map | undefined;
  private center: LatLng | undefined;
  private zoom = 0;
  private drawn: Bounds | undefined;

  constructor(
    pane: string,
    private readonly drawing: SVGSVGElement,
    private readonly draw: (view: View) => void,
  ) {
    super();
    Util.setOptions(this, { pane });
  }

  override onAdd(map: Map): this {
    this.host = map;
    this.renew();
    return this;
  }

  override onRemove(): this {
    this.host = undefined;
    return this;
  }

  override getEvents() {
    return {
      viewreset: () => this.renew(),
      moveend: () => this.rest(),
      resize: () => this.renew(),
      move: () => this.rest(),
      zoom: () => this.stretch(),
      zoomanim: (event: LeafletEvent) => this.stretch(event as ZoomAnimation),
    };
  }

  private rest(): void {
    const map = this.host;
    if (!map) return;
    const corner = map.containerPointToLayerPoint([0, 0]);
    const seen = new Bounds(corner, corner.add(map.getSize()));
    if (map.getZoom() !== this.zoom || !this.drawn?.contains(seen)) this.renew();
  }

  private renew(): void {
    const map = this.host;
    if (!map) return;
    const size = map.getSize();
    const margin = size.multiplyBy(PADDING).round();
    const corner = map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    const whole = size.add(margin.multiplyBy(2));
    this.zoom = map.getZoom();
    this.drawn = new Bounds(corner, corner.add(whole));
    this.center = map.layerPointToLatLng(corner.add(whole.divideBy(2)));
    this.lay(corner, 1);
    const world = map.getPixelOrigin().add(corner);
    const { x: width, y: height } = whole;
    this.draw({ scale: worldPixels(this.zoom), left: world.x, top: world.y, width, height });
  }

  /** Where the picture of one view lies in another: as leaflet's own renderers do it. */
  private stretch(to?: ZoomAnimation): void {
    const map = this.host;
    if (!map || !this.center || !this.drawn) return;
    const { center, zoom } = to ?? { center: map.getCenter(), zoom: map.getZoom() };
    const scale = map.getZoomScale(zoom, this.zoom);
    const middle = map.project(this.center, zoom).subtract(pixelOrigin(map, center, zoom));
    const reach = this.drawn.getSize().multiplyBy(scale / 2);
    this.lay(middle.subtract(reach), scale);
  }

  private lay({ x, y }: Point, scale: number): void {
    this.drawing.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${scale})`;
  }
}

/** World pixels that will be a layer's zero when the map has gone there. */
export function pixelOrigin(map: Map, center: LatLng, zoom: number): Point {
  const pane = map.getPane('mapPane');
  const half = map.getSize().divideBy(2);
  const origin = map.project(center, zoom).subtract(half);
  return (pane ? origin.add(DomUtil.getPosition(pane)) : origin).round();
}
