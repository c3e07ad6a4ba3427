import type { RequestHandler } from 'express';

/**
 * Headers of every answer. The content security policy is not among them: a document sets its own,
 * which holds its nonce, and Remix would append it to one set here.
 */
export function securityHeaders(publicOrigin: string): RequestHandler {
  const secure = publicOrigin.startsWith('https:');
  return (_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('X-Frame-Options', 'DENY');
    // `no-referrer` would make form posts send `Origin: null`, which the same-origin check refuses.
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'geolocation=(self), camera=(self), microphone=()');
    if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}
