import { isUuid } from '~/domain/account';
import { refuseRequest } from './respond.server';

/** An id out of the address; what is no id at all is no record: the not-found page. */
export function idParam(params: Record<string, string | undefined>, name: string): string {
  const id = params[name];
  return isUuid(id) ? id : refuseRequest({ code: 'access.not_found' });
}
