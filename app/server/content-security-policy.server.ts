/**
 * The policy of one document. Style attributes are allowed because server-rendered figures (bars,
 * shares) carry their width in one; style sheets and scripts are ours alone.
 * @param nonce of the document's inline scripts.
 * @param tileOrigins whose pictures the maps show, as the operator has set it.
 */
export function contentSecurityPolicy(
  nonce: string,
  tileOrigins: readonly string[] = [],
  development = process.env.NODE_ENV === 'development',
): string {
  // Vite's development client injects style elements and speaks over a web socket.
  const style = development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'";
  const connect = development ? "connect-src 'self' ws:" : "connect-src 'self'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    style,
    "style-src-attr 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...tileOrigins].join(' '),
    "font-src 'self'",
    connect,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
