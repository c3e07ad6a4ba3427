import { z } from 'zod';
import { addHandoutLines } from '~/commands/add-handout-lines.server';
import { closeHandout } from '~/commands/close-handout.server';
import { postSignOff } from '~/commands/post-sign-off.server';
import { recordSignOff } from '~/commands/record-sign-off.server';
import { removeHandoutLine } from '~/commands/remove-handout-line.server';
import { reverseSignOff } from '~/commands/reverse-sign-off.server';
import type { Actor } from '~/domain/actor';
import { choiceField, idField, optionalTextField } from '~/domain/form-schema';
import { handoutLinesSchema } from '~/domain/handout-form';
import { reversalReasons, signOffSchema } from '~/domain/sign-off';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted } from '~/server/form.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { findHandoutSources } from './handout-sources.server';

interface Asked {
  env: ServerEnv;
  actor: Actor;
  request: Request;
  handoutId: string;
}

const nothing = z.object({});
const lineSchema = z.object({ handoutLineId: idField });
const postSchema = z.object({
  signOffId: idField,
  handoutLineId: idField,
  size: optionalTextField(30),
});
const reverseSchema = z.object({
  signOffId: idField,
  handoutLineId: idField,
  reason: choiceField(reversalReasons),
});

/** What the page of a list does, by the button pressed; `done` makes the answer of a success. */
export async function handoutAction<A>(asked: Asked, done: (word: string, lineId?: string) => A) {
  const { env, actor, handoutId } = asked;
  const posted = await readPosted(asked.request);
  switch (posted.intent) {
    case 'sign': {
      const form = parseForm(posted, actor, signOffSchema);
      if (!form.ok) return form.answer;
      const result = await recordSignOff(env, form.envelope, form.value);
      const lineId = form.value.handoutLineId;
      return respond(form, result, ({ status }) =>
        done(status === 'disputed' ? 'disputed' : 'signed', lineId),
      );
    }
    case 'post': {
      const form = parseForm(posted, actor, postSchema);
      if (!form.ok) return form.answer;
      const { signOffId, size, handoutLineId } = form.value;
      const input = { signOffId, size, version: form.version };
      const result = await postSignOff(env, form.envelope, input);
      return respond(form, result, () => done('posted', handoutLineId));
    }
    case 'undo': {
      const form = parseForm(posted, actor, reverseSchema);
      if (!form.ok) return form.answer;
      const { signOffId, reason, handoutLineId } = form.value;
      const input = { signOffId, reason, version: form.version };
      const result = await reverseSignOff(env, form.envelope, input);
      return respond(form, result, () => done('undone', handoutLineId));
    }
    case 'add': {
      const sources = found(await findHandoutSources(env, actor, handoutId));
      const factorOf = (id: string) => sources.find((one) => one.requestLineId === id)?.unit.factor;
      const form = parseForm(posted, actor, handoutLinesSchema(factorOf));
      if (!form.ok) return form.answer;
      const input = { handoutId, version: form.version, lines: form.value };
      const result = await addHandoutLines(env, form.envelope, input);
      return respond(form, result, () => done('added'));
    }
    case 'remove': {
      const form = parseForm(posted, actor, lineSchema);
      if (!form.ok) return form.answer;
      const input = { ...form.value, handoutId, version: form.version };
      const result = await removeHandoutLine(env, form.envelope, input);
      return respond(form, result, () => done('removed'));
    }
    case 'close': {
      const form = parseForm(posted, actor, nothing);
      if (!form.ok) return form.answer;
      const result = await closeHandout(env, form.envelope, { handoutId, version: form.version });
      return respond(form, result, () => done('closed'));
    }
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}
