import { useText } from '~/i18n/text';

/** Made by `qrOf` on the server, so that the maker never travels to the browser. */
export interface Qr {
  /** Modules along one side, the quiet zone of 4 included. */
  size: number;
  /** Path of the dark modules, one unit a module. */
  path: string;
}

interface QrCodeProps {
  qr: Qr;
  /** The public code or address it holds, for those who cannot scan. */
  code: string;
  className?: string | undefined;
}

export function QrCode({ qr, code, className = 'size-40' }: QrCodeProps) {
  const t = useText('common');
  return (
    <>
      <span className="sr-only">{t('codeToScan', { code })}</span>
      <svg
        aria-hidden
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        shapeRendering="crispEdges"
        className={className}
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
    </>
  );
}
