import { Eraser } from 'lucide-react';
import { useState, type PointerEvent } from 'react';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { StrokePaths } from './signature-drawing';
import {
  addPoint,
  SIGNATURE_HEIGHT,
  SIGNATURE_WIDTH,
  writeStrokes,
  type Point,
  type Stroke,
} from './signature-strokes';
import { TextField } from './text-field';
import { useHydrated } from './use-hydrated';

interface SignaturePadProps {
  label: string;
  /** Hidden field that carries the strokes; empty when nothing is drawn. */
  name: string;
  /** Field of the typed name: for the keyboard, and for pages without JavaScript. */
  typedName: string;
  /** Whose name to offer. */
  typedDefault?: string | undefined;
  errors?: string[] | undefined;
}

/** A box to sign in with a finger, a pen or a mouse, and a name to type where that cannot be. */
export function SignaturePad(props: SignaturePadProps) {
  const { label, name, typedName, typedDefault, errors } = props;
  const t = useText('common');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  // Without JavaScript there is nothing to draw on, so the box is not shown.
  const drawable = useHydrated();

  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    setStrokes((before) => [...before, [point]]);
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const point = pointOf(event);
    setStrokes((before) => addPoint(before, point));
  };

  return (
    <fieldset className="space-y-3">
      <legend className="font-medium">{label}</legend>
      <input type="hidden" name={name} value={writeStrokes(strokes)} />
      {drawable && (
        <div className="space-y-2">
          <output className="sr-only">{strokes.length > 0 && t('signatureDrawn')}</output>
          <svg
            aria-hidden
            viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
            onPointerDown={begin}
            onPointerMove={draw}
            className="block w-full max-w-xl cursor-crosshair touch-none rounded-lg border border-edge bg-white select-none"
          >
            <path d="M80 310H920" stroke="var(--color-line)" strokeWidth="4" />
            {strokes.length === 0 && (
              <text x="500" y="215" textAnchor="middle" fontSize="52" fill="var(--color-ink-soft)">
                {t('signHere')}
              </text>
            )}
            <StrokePaths strokes={strokes} />
          </svg>
          {strokes.length > 0 && (
            <Button type="button" kind="quiet" icon={Eraser} onClick={() => setStrokes([])}>
              {t('clearSignature')}
            </Button>
          )}
        </div>
      )}
      <TextField
        name={typedName}
        label={t('signatureTyped')}
        defaultValue={typedDefault}
        errors={errors}
      />
    </fieldset>
  );
}

function pointOf(event: PointerEvent<SVGSVGElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  const scale = (at: number, length: number, size: number) =>
    Math.max(0, Math.min(size, Math.round((at / length) * size)));
  return [
    scale(event.clientX - box.left, box.width, SIGNATURE_WIDTH),
    scale(event.clientY - box.top, box.height, SIGNATURE_HEIGHT),
  ];
}
