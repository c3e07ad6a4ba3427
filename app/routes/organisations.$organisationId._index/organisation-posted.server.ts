import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { closeProgramme } from '~/commands/close-programme.server';
import { endOrganisation } from '~/commands/end-organisation.server';
import { openProgramme } from '~/commands/open-programme.server';
import { restoreOrganisation } from '~/commands/restore-organisation.server';
import { restorePlace } from '~/commands/restore-place.server';
import type { Actor } from '~/domain/actor';
import {
  placeRestoreSchema,
  programmeClosureSchema,
  programmeSchema,
  restoreSchema,
} from '~/domain/organisation-form';
import { paths } from '~/paths';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';

interface Asked {
  request: Request;
  actor: Actor;
  env: ServerEnv;
  organisationId: string;
}

/** Opens or closes a programme, ends the organisation, or lets it or one of its places run again. */
export async function organisationPosted({ request, actor, env, organisationId }: Asked) {
  const posted = await readPosted(request);
  const back = () => redirect(`${paths.organisation(organisationId)}?done`);
  switch (posted.intent) {
    case 'open-programme': {
      const form = parseForm(posted, actor, programmeSchema);
      if (!form.ok) return form.answer;
      return respond(form, await openProgramme(env, form.envelope, form.value), back);
    }
    case 'close-programme': {
      const form = parseForm(posted, actor, programmeClosureSchema);
      if (!form.ok) return form.answer;
      const input = { ...form.value, version: form.version };
      return respond(form, await closeProgramme(env, form.envelope, input), back);
    }
    case 'end': {
      const form = parseForm(posted, actor, z.object({}));
      if (!form.ok) return form.answer;
      const input = { organisationId, version: form.version };
      return respond(form, await endOrganisation(env, form.envelope, input), back);
    }
    case 'restore': {
      const form = parseForm(posted, actor, restoreSchema);
      if (!form.ok) return form.answer;
      const input = { ...form.value, organisationId, version: form.version };
      return respond(form, await restoreOrganisation(env, form.envelope, input), back);
    }
    case 'restore-place': {
      const form = parseForm(posted, actor, placeRestoreSchema);
      if (!form.ok) return form.answer;
      const input = { ...form.value, version: form.version };
      return respond(form, await restorePlace(env, form.envelope, input), back);
    }
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}
