import {
  DomUtil,
  Layer,
  Util,
  type LatLng,
  type LeafletEvent,
  type Map,
  type Point,
} from 'leaflet';
import type { SheetContent } from './paint-sheet';
import { worldPixels, type View } from './projection';
import { SheetPainter } from './sheet-painter.client';

/** How much more than the window is drawn on each side, so that a drag shows no blank edge at once. */
const PADDING = 0.2;

/** More than two dots to a pixel cost time, and nobody sees them. */
const MAX_RATIO = 2;

interface ZoomAnimation extends LeafletEvent {
  center: LatLng;
  zoom: number;
}

/**
 * Keeps one picture over the window of the map. A drag or a zoom only moves and scales the picture there is;
 * it is painted anew when the map rests or when a drag has used up the margin.
 */
export class SheetLayer extends Layer {
  private readonly canvas = DomUtil.create('canvas', 'leaflet-zoom-animated map-drawing');
  private painter: SheetPainter | undefined;
  private host: Map | undefined;
  private content: SheetContent | undefined;
  /** What the picture shows. */
  private drawn: View | undefined;
  private painting = false;
  /** Other things are to be shown than are drawn or being painted. */
  private stale = false;
  /** Under way to another zoom: the picture is where it will be. */
  private flying = false;

  constructor(pane: string) {
    super();
    Util.setOptions(this, { pane });
    this.canvas.ariaHidden = 'true';
  }

  show(content: SheetContent): void {
    this.content = content;
    this.renew();
  }

  override onAdd(map: Map): this {
    this.host = map;
    this.painter = new SheetPainter();
    this.getPane()?.append(this.canvas);
    this.renew();
    return this;
  }

  override onRemove(): this {
    this.host = undefined;
    this.painter?.close();
    this.painter = undefined;
    this.painting = false;
    this.canvas.remove();
    return this;
  }

  override getEvents() {
    return {
      viewreset: () => this.rest(),
      moveend: () => this.rest(),
      resize: () => this.renew(),
      move: () => this.isUsedUp() && this.renew(),
      zoom: () => this.lay(),
      zoomanim: (event: LeafletEvent) => {
        this.flying = true;
        this.lay(event as ZoomAnimation);
      },
    };
  }

  private rest(): void {
    this.flying = false;
    this.lay();
    if (this.stale || this.host?.getZoom() !== this.drawnZoom() || this.isUsedUp()) this.renew();
  }

  /** A drag at the zoom of the picture shows more than it holds. */
  private isUsedUp(): boolean {
    const { host: map, drawn } = this;
    if (!map || !drawn || map.getZoom() !== this.drawnZoom()) return false;
    const { min, max } = map.getPixelBounds();
    if (!min || !max) return false;
    return (
      min.x < drawn.left ||
      min.y < drawn.top ||
      max.x > drawn.left + drawn.width ||
      max.y > drawn.top + drawn.height
    );
  }

  private renew(): void {
    this.stale = true;
    if (!this.painting && !this.flying) void this.paint();
  }

  private async paint(): Promise<void> {
    const { host: map, content, painter } = this;
    // A map that is hidden has no size, and is painted when it gets one.
    if (!map || !content || !painter || map.getSize().x === 0 || map.getSize().y === 0) return;
    this.stale = false;
    this.painting = true;
    const view = viewOf(map);
    const ratio = Math.min(devicePixelRatio, MAX_RATIO);
    const picture = await painter.paint({ view, ratio, content }).catch(() => undefined);
    if (this.painter !== painter) return;
    this.painting = false;
    // A picture that comes while the map flies is not needed any more where it lands.
    if (this.flying) this.stale = true;
    else if (picture) this.put(picture, view);
    if (this.stale) this.renew();
  }

  private put(picture: ImageBitmap, view: View): void {
    this.canvas.style.width = `${view.width}px`;
    this.canvas.style.height = `${view.height}px`;
    this.canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
    this.drawn = view;
    this.lay();
  }

  private drawnZoom(): number | undefined {
    return this.drawn && Math.log2(this.drawn.scale / worldPixels(0));
  }

  /** Lays the picture where it belongs in the view that there is, or that will be. */
  private lay(to?: ZoomAnimation): void {
    const { host: map, drawn } = this;
    if (!map || !drawn) return;
    const { center, zoom } = to ?? { center: map.getCenter(), zoom: map.getZoom() };
    const scale = worldPixels(zoom) / drawn.scale;
    const origin = to ? pixelOrigin(map, center, zoom) : map.getPixelOrigin();
    const [x, y] = [drawn.left * scale - origin.x, drawn.top * scale - origin.y];
    this.canvas.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${scale})`;
  }
}

/** The window of the map, with a margin. */
function viewOf(map: Map): View {
  const size = map.getSize();
  const margin = size.multiplyBy(PADDING).round();
  const corner = map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
  const { x: left, y: top } = map.getPixelOrigin().add(corner);
  const { x: width, y: height } = size.add(margin.multiplyBy(2));
  return { scale: worldPixels(map.getZoom()), left, top, width, height };
}

/** World pixels that will be a layer's zero when the map has gone there. */
export function pixelOrigin(map: Map, center: LatLng, zoom: number): Point {
  const pane = map.getPane('mapPane');
  const half = map.getSize().divideBy(2);
  const origin = map.project(center, zoom).subtract(half);
  return (pane ? origin.add(DomUtil.getPosition(pane)) : origin).round();
}
