import {
  readStrokes,
  SIGNATURE_HEIGHT,
  SIGNATURE_WIDTH,
  strokePath,
  type Stroke,
} from './signature-strokes';

/** Strokes inside an <svg> of the signature's view box. */
export function StrokePaths({ strokes }: { strokes: readonly Stroke[] }) {
  return (
    <g
      fill="none"
      stroke="currentColor"
      strokeWidth="8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {strokes.map((stroke) => {
        const path = strokePath(stroke);
        return <path key={path} d={path} />;
      })}
    </g>
  );
}

interface SignatureDrawingProps {
  /** As the pad sent it. */
  strokes: string;
  label: string;
  className?: string | undefined;
}

/** A signature given before. */
export function SignatureDrawing({ strokes, label, className = 'h-16' }: SignatureDrawingProps) {
  return (
    <>
      <span className="sr-only">{label}</span>
      <svg aria-hidden viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`} className={className}>
        <StrokePaths strokes={readStrokes(strokes)} />
      </svg>
    </>
  );
}
