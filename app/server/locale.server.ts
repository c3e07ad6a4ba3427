import { defaultLanguage, isLanguage, type Language } from '~/i18n/language';

const COOKIE = 'nuanqiao_language';
const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** The language the reader chose; Chinese until one is chosen, whatever the browser says. */
export function requestLanguage(request: Request): Language {
  const cookies = request.headers.get('Cookie') ?? '';
  for (const part of cookies.split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE && isLanguage(value)) return value;
  }
  return defaultLanguage;
}

/** Set-Cookie value that remembers a choice. It holds no secret, so it needs no signature. */
export function languageCookie(language: Language): string {
  return `${COOKIE}=${language}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax; HttpOnly`;
}
