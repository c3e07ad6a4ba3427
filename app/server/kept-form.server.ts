import type { KeptForm } from '~/domain/kept-form';
import { localPath } from './local-path.server';

/** More than the largest size matrix has, and a bound on what is sent back to the browser. */
const MAX_FIELDS = 3000;
const MAX_CHARACTERS = 300_000;
const NEVER_KEPT = /password|^_login$|^_resume$|^_returnTo$/i;

/**
 * What was typed in a form that came from a signed-out browser, so that the sign-in page can carry it. Files and
 * passwords are not kept; a form too large to carry is not kept at all, and the page says so.
 */
export async function keptForm(request: Request, requestUrl: string): Promise<KeptForm> {
  const kept: KeptForm = { code: 'access.signed_out', resume: localPath(requestUrl) };
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return kept;
  const length = Number(request.headers.get('Content-Length') ?? 0);
  if (length > 4 * MAX_CHARACTERS) return kept;
  const posted = await request.clone().formData();
  return { ...kept, ...fieldsOf(posted) };
}

/** The text fields of a form, or nothing when they are too many. */
export function fieldsOf(posted: FormData): Pick<KeptForm, 'fields'> {
  const fields: [string, string][] = [];
  let characters = 0;
  for (const [name, value] of posted) {
    if (typeof value !== 'string' || NEVER_KEPT.test(name)) continue;
    fields.push([name, value]);
    characters += name.length + value.length;
    if (fields.length > MAX_FIELDS || characters > MAX_CHARACTERS) return {};
  }
  return { fields };
}
