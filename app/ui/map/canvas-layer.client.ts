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

export type Paint = (context: CanvasRenderingContext2D, view: View) => void;

/** How much more than the window is drawn on each side, so that a drag shows no blank edge at once. */
const PADDING = 0.2;

interface ZoomAnimation extends LeafletEvent {
  center: LatLng;
  zoom: number;
}

/**
 * One canvas over the window of the map. A drag or a zoom only moves and scales the picture it has;
 * it is painted again when the map rests, when a drag has used up the margin, or when asked.
 */
export class CanvasLayer extends Layer {
  private readonly canvas = document.createElement('canvas');
  private host: Map | undefined;
  private center: LatLng | undefined;
  private zoom = 0;
  private frame = 0;
  private drawn: Bounds | undefined;

  private paint: Paint = () => undefined;

  constructor(pane: string) {
    super();
    Util.setOptions(this, { pane });
    this.canvas.className = 'leaflet-zoom-animated map-canvas';
    this.canvas.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: Map): this {
    this.host = map;
    this.getPane()?.append(this.canvas);
    this.draw();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.host = undefined;
    this.canvas.remove();
    return this;
  }

  override getEvents() {
    return {
      viewreset: () => this.draw(),
      moveend: () => this.draw(),
      resize: () => this.draw(),
      move: () => this.followDrag(),
      zoom: () => this.stretch(),
      zoomanim: (event: LeafletEvent) => this.stretch(event as ZoomAnimation),
    };
  }

  /** Paints in the next frame, however often it is asked before. */
  repaint(paint: Paint): void {
    this.paint = paint;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const map = this.host;
    if (!map) return;
    cancelAnimationFrame(this.frame);
    const size = map.getSize();
    const margin = size.multiplyBy(PADDING).round();
    const corner = map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    const whole = size.add(margin.multiplyBy(2));
    this.center = map.getCenter();
    this.zoom = map.getZoom();
    this.drawn = new Bounds(corner, corner.add(whole));
    DomUtil.setTransform(this.canvas, corner, 1);
    const context = this.prepare(whole);
    const world = map.getPixelOrigin().add(corner);
    const view = { scale: worldPixels(this.zoom), left: world.x, top: world.y };
    if (context) this.paint(context, { ...view, width: whole.x, height: whole.y });
  }

  private prepare({ x: width, y: height }: Point): CanvasRenderingContext2D | null {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    // Giving a canvas its size throws its memory away, even if the size is the same.
    if (this.canvas.width !== wide || this.canvas.height !== high) {
      this.canvas.width = wide;
      this.canvas.height = high;
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    const context = this.canvas.getContext('2d');
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    context?.clearRect(0, 0, width, height);
    return context;
  }

  private followDrag(): void {
    const map = this.host;
    if (!map || !this.drawn || map.getZoom() !== this.zoom) return;
    const corner = map.containerPointToLayerPoint([0, 0]);
    if (!this.drawn.contains(new Bounds(corner, corner.add(map.getSize())))) this.draw();
  }

  /** Where the picture of one view lies in another: as leaflet's own renderers do it. */
  private stretch(to?: ZoomAnimation): void {
    const map = this.host;
    if (!map || !this.center || !this.drawn) return;
    const { center, zoom } = to ?? { center: map.getCenter(), zoom: map.getZoom() };
    const scale = map.getZoomScale(zoom, this.zoom);
    const half = map.getSize().divideBy(2);
    const paneAt = DomUtil.getPosition(map.getPane('mapPane') ?? this.canvas);
    const origin = map.project(center, zoom).subtract(half).add(paneAt).round();
    const middle = map.project(this.center, zoom);
    const reach = half.multiplyBy(1 + 2 * PADDING).multiplyBy(scale);
    DomUtil.setTransform(this.canvas, middle.subtract(reach).subtract(origin), scale);
  }
}
