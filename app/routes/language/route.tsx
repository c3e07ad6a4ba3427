import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { isLanguage } from '~/i18n/language';
import { paths } from '~/paths';
import { readPosted } from '~/server/form.server';
import { languageCookie } from '~/server/locale.server';
import { localPath } from '~/server/local-path.server';

/** Someone who opens the address itself has nothing to read here. */
export function loader() {
  return redirect(paths.home);
}

/** Public: remembers the reader's language and goes back to the page they came from. */
export async function action({ request }: ActionFunctionArgs) {
  const { fields: form } = await readPosted(request);
  const language = form.get('language');
  const back = localPath(form.get('returnTo'));
  if (!isLanguage(language)) return redirect(back);
  return redirect(back, { headers: { 'Set-Cookie': languageCookie(language) } });
}
