import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { divisionField } from '~/domain/form-schema';
import { actorOf } from '~db/testing/world.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { parseDivisionForm } from './division-form.server';
import type { ServerEnv } from './env.server';

let test: TestDatabase;
let env: ServerEnv;
beforeAll(async () => {
  test = await createTestDatabase();
  env = { db: test.db, now: () => new Date('2026-01-01T00:00:00Z') } as unknown as ServerEnv;
});
afterAll(() => test.drop());

const actor = actorOf('centre_coordinator', '451121102204');
const schema = z.object({
  name: z.string('form.required').min(1, 'form.required'),
  divisionCode: divisionField,
  hukouDivisionCode: z.union([z.literal(''), divisionField]).optional(),
});
const names = ['divisionCode', 'hukouDivisionCode'];

async function post(values: Record<string, string>) {
  const fields = new FormData();
  const envelope = { _membership: actor.membershipId, _key: newId() };
  for (const [name, value] of Object.entries({ ...envelope, ...values })) fields.set(name, value);
  const form = await parseDivisionForm(env, { intent: '', fields }, actor, schema, names);
  if (form.ok) return { value: form.value, shown: form.submission.reply().initialValue };
  const { lastResult, divisions } = form.answer;
  return {
    status: form.status,
    errors: lastResult?.error ?? {},
    shown: lastResult?.initialValue ?? {},
    offered: Object.entries(divisions ?? {}).map(([name, { choices }]) => [name, choices.length]),
  };
}

describe('a form with divisions', () => {
  it('is asked for nothing else while somebody goes down level by level', async () => {
    const { status, errors, shown, offered } = await post({
      divisionCode: '贺州市',
      divisionCodeChoice: '451121000000',
      divisionCodeInto: 'on',
      phone: '13800000000',
      password: 'rice for a village',
    });
    expect([status, errors, offered]).toEqual([200, {}, [['divisionCode', 12]]]);
    expect(shown).toMatchObject({
      divisionCode: '贺州市 昭平县 451121000000',
      phone: '13800000000',
    });
    expect(shown).not.toHaveProperty('password');
  });

  it('keeps what was chosen for its other division', async () => {
    const { shown, offered } = await post({
      divisionCode: '贺州市',
      divisionCodeChoice: '451121000000',
      hukouDivisionCode: '钟山县',
      hukouDivisionCodeInto: 'on',
    });
    expect(shown).toMatchObject({ divisionCode: '贺州市 昭平县 451121000000' });
    expect(offered).toEqual([
      ['divisionCode', 0],
      ['hukouDivisionCode', 12],
    ]);
  });

  it('keeps the one chosen when something else is wrong', async () => {
    const { status, errors, shown } = await post({
      name: '',
      divisionCode: '贺州市 昭平县 451121000000',
      divisionCodeChoice: '451121102000',
    });
    expect([status, Object.keys(errors ?? {})]).toEqual([422, ['name']]);
    expect(shown).toMatchObject({ divisionCode: '贺州市 昭平县 黄姚镇 451121102000' });
  });

  it('comes back in words when a command refuses it', async () => {
    const { value, shown } = await post({ name: 'x', divisionCode: 'zpx hyz' });
    expect(value).toEqual({ name: 'x', divisionCode: '451121102000' });
    expect(shown).toMatchObject({ divisionCode: '贺州市 昭平县 黄姚镇 451121102000' });
  });

  it('tells each division that is wrong, with what may be meant', async () => {
    const { errors, shown, offered } = await post({
      name: 'x',
      divisionCode: '太平村委会',
      hukouDivisionCode: '哪儿都不是',
    });
    expect(errors).toEqual({
      divisionCode: ['division.several'],
      hukouDivisionCode: ['division.unknown'],
    });
    expect(shown).toMatchObject({ divisionCode: '太平村委会', hukouDivisionCode: '哪儿都不是' });
    expect(offered).toEqual([
      ['divisionCode', 12],
      ['hukouDivisionCode', 0],
    ]);
  });

  it('leaves an empty one to its schema', async () => {
    expect((await post({ name: 'x', divisionCode: '', hukouDivisionCode: '' })).errors).toEqual({
      divisionCode: ['form.required'],
    });
  });
});
