import type { Map } from 'leaflet';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { MapAnswer, MapWindow } from '~/domain/map';
import { useLanguage } from '~/i18n/text';
import { withFigures } from './area-figures';
import { BaseContainer, showWindow } from './base-container.client';
import { GroundDrawing } from './ground-drawing.client';
import { MapLegend } from './map-legend';
import type { MapProps } from './map-props';
import { MapState } from './map-state';
import { MapTools } from './map-tools';
import { MarkPoints } from './mark-points.client';
import { spreadMarks } from './spread';
import { useGround } from './use-ground';
import { useMapAnswer } from './use-map-answer';
import { usePicture } from './use-picture.client';

interface MapViewProps extends MapProps {
  /** The first marks stand. */
  onDrawn: () => void;
}

export default memo(function MapView(props: MapViewProps) {
  const { base, title, viewUrl, first, window: firstWindow } = props;
  const { answer, state, look, retry } = useMapAnswer({ first, window: firstWindow, viewUrl });
  const picture = useRef<DrawPicture>();
  const draw = useCallback(() => picture.current?.(), []);
  const keepPicture = useCallback((drawing: DrawPicture) => {
    picture.current = drawing;
  }, []);
  return (
    <div className="space-y-3">
      <BaseContainer
        base={base}
        title={title}
        shown={firstWindow}
        over={<MapState state={state} retry={retry} />}
      >
        <Watch window={firstWindow} look={look} onWindow={props.onWindow} />
        <Drawing {...props} answer={answer} keepPicture={keepPicture} />
      </BaseContainer>
      <MapLegend
        answer={answer}
        live={viewUrl !== undefined}
        counties={base.counties !== undefined}
      />
      <MapTools title={title} draw={draw} />
    </div>
  );
});

function windowOf(map: Map): MapWindow {
  const bounds = map.getBounds();
  return {
    west: bounds.getWest(),
    south: bounds.getSouth(),
    east: bounds.getEast(),
    north: bounds.getNorth(),
    zoom: map.getZoom(),
  };
}

interface WatchProps {
  window: MapWindow;
  look: (window: MapWindow) => void;
  onWindow: MapProps['onWindow'];
}

function Watch({ window: first, look, onWindow }: WatchProps) {
  const map = useMap();
  const told = useRef(onWindow);
  useEffect(() => {
    told.current = onWindow;
  }, [onWindow]);
  useEffect(() => {
    const rested = () => {
      const seen = windowOf(map);
      map.getContainer().dataset.zoom = String(seen.zoom);
      look(seen);
      told.current?.(seen);
    };
    showWindow(map, first);
    rested();
    map.on('moveend', rested);
    return () => {
      map.off('moveend', rested);
    };
    // Another window is gone to only when the map is made: a reader who filters stays where they are.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [map, look]);
  return null;
}

type DrawPicture = () => HTMLCanvasElement;

interface DrawingProps extends MapViewProps {
  answer: MapAnswer;
  /** Kept for whoever asks for the map as a picture. */
  keepPicture: (draw: DrawPicture) => void;
}

function Drawing(props: DrawingProps) {
  const { answer, base, title, picked, onPick, viewUrl, keepPicture } = props;
  const { reach = false, shading = 'need' } = props;
  const language = useLanguage();
  const areas = useMemo(
    () => withFigures(answer.areas, shading, language),
    [answer.areas, shading, language],
  );
  const { ground, shift } = useGround(base, areas);
  const marks = useMemo(() => spreadMarks(answer.marks), [answer.marks]);
  const drawing = usePicture({
    answer,
    marks,
    ground,
    base,
    title,
    about: props.about,
    picked,
    live: viewUrl !== undefined,
  });
  useEffect(() => {
    keepPicture(drawing);
  }, [keepPicture, drawing]);
  return (
    <>
      <GroundDrawing ground={ground} roads={answer.roads} place={shift} />
      <MarkPoints
        marks={marks}
        answer={answer}
        ground={ground}
        place={shift}
        onPick={onPick}
        picked={picked}
        reach={reach}
        onDrawn={props.onDrawn}
      />
    </>
  );
}
