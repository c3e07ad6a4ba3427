import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';

type Field = readonly [name: string, value: string];

/** A form as a page draws it, with something in each of its fields. */
export interface DrawnForm {
  /** The page it was met on. */
  address: string;
  action: string;
  fields: Field[];
  buttons: Field[];
}

/** What nobody types into most fields: nothing, too much, no number, no day, no text at all. */
const oddValues = [
  '',
  'x'.repeat(6000),
  '\u0000',
  '99999999999999999999',
  '-1',
  '1e309',
  '01890000-0000-7000-8000-000000000000',
  '2026-02-30',
  '%00',
  '长'.repeat(900),
  'NaN',
  "x' or 1=1; --",
  '0',
  '0.5',
  '2147483648',
  '0001-01-01',
  '9999-12-31',
];

/** Tells pages apart by their kind, not by the record they show. */
export const kindOf = (address: string) =>
  address
    .replace(/[?#].*/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/t\/.*/, '/t/:code');

/** Follows the links from the start page; answers each kind of form once. A kind of page is read `each` times at most. */
export async function formsOf(
  reader: APIRequestContext,
  parser: Page,
  each: number,
): Promise<DrawnForm[]> {
  const waiting = ['/'];
  const known = new Set(waiting);
  const read = new Map<string, number>();
  const forms = new Map<string, DrawnForm>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const times = (read.get(kindOf(address)) ?? 0) + 1;
    read.set(kindOf(address), times);
    if (times > each) continue;
    const answer = await reader.get(address, { maxRedirects: 0 });
    if (answer.status() >= 500) throw new Error(`${kindOf(address)}: ${answer.status()}`);
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
    const drawn = await parsed(parser, await answer.text());
    for (const link of drawn.links.filter((one) => one.startsWith('/') && !known.has(one))) {
      known.add(link);
      waiting.push(link);
    }
    for (const form of drawn.forms) {
      const whole = { ...form, address, action: form.action || address };
      const kind = [
        kindOf(whole.action),
        ...form.fields.map(([name]) => name.replace(/\d+/g, 'N')),
      ];
      const key = [...new Set(kind), intentOf(form.fields)].join(' ');
      if (!forms.has(key)) forms.set(key, whole);
    }
  }
  return [...forms.values()];
}

const intentOf = (fields: Field[]) => fields.find(([name]) => name === '_intent')?.[1] ?? '';

function parsed(parser: Page, html: string) {
  return parser.evaluate((source) => {
    const page = new DOMParser().parseFromString(source, 'text/html');
    const filled = (field: HTMLInputElement) =>
      field.value || { number: '1', date: '2026-12-01', hidden: '' }[field.type] || '一';
    const fieldsOf = (form: HTMLFormElement): [string, string][] =>
      [...form.elements]
        .filter((field): field is HTMLInputElement => 'name' in field && field.name !== '')
        .filter((field) => field.tagName !== 'BUTTON' && (field.type !== 'radio' || field.checked))
        .map((field) => [field.name, field.type === 'hidden' ? field.value : filled(field)]);
    return {
      links: [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
      forms: [...page.querySelectorAll<HTMLFormElement>('form[method=post]')].map((form) => ({
        action: form.getAttribute('action') ?? '',
        fields: fieldsOf(form),
        buttons: [...form.querySelectorAll<HTMLButtonElement>('button[name]')].map(
          ({ name, value }): [string, string] => [name, value],
        ),
      })),
    };
  }, html);
}

export interface OddPost {
  form: DrawnForm;
  field: string;
  value: string;
  body: string;
}

/** The form sent as drawn but for one field: each field in turn with `each` odd values, another few for the next field. */
export function oddPostsOf(form: DrawnForm, each: number): OddPost[] {
  const names = [...new Set(form.fields.map(([name]) => name))].filter(
    (name) => name !== '_key' && name !== '_membership',
  );
  return names.slice(0, 16).flatMap((field, index) =>
    Array.from({ length: each }, (_, turn) => {
      const value = oddValues[(index * each + turn) % oddValues.length] ?? '';
      const body = new URLSearchParams(
        form.fields.map(([name, drawn]) => [
          name,
          name === '_key' ? randomUUID() : name === field ? value : drawn,
        ]),
      );
      const button = form.buttons[turn % Math.max(1, form.buttons.length)];
      if (button) body.append(...button);
      return { form, field, value, body: body.toString() };
    }),
  );
}
