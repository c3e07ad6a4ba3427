import type { Map } from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { MapWindow } from '~/domain/map';
import { BaseContainer, showWindow } from './base-container.client';
import { GroundDrawing } from './ground-drawing.client';
import type { MapProps } from './map-props';
import { MapState } from './map-state';
import { MarkPoints } from './mark-points.client';
import { spreadMarks } from './spread';
import { useGround } from './use-ground';
import { useMapAnswer } from './use-map-answer';

export default function MapView(props: MapProps) {
  const { base, title, viewUrl, first, window: firstWindow } = props;
  const { answer, state, look, retry } = useMapAnswer({ first, window: firstWindow, viewUrl });
  return (
    <BaseContainer
      base={base}
      title={title}
      shown={firstWindow}
      over={<MapState state={state} retry={retry} />}
    >
      <Watch window={firstWindow} look={look} onWindow={props.onWindow} />
      <Drawing {...props} answer={answer} />
    </BaseContainer>
  );
}

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

function Drawing({
  answer,
  base,
  picked,
  onPick,
  reach = false,
}: MapProps & { answer: MapProps['first'] }) {
  const { ground, shift } = useGround(base, answer.areas);
  const marks = useMemo(() => spreadMarks(answer.marks), [answer.marks]);
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
      />
    </>
  );
}
