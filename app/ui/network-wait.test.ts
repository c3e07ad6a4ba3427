import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readIsWaiting, subscribe, waitForNetwork } from './network-wait';

const PAGE = 'https://portal.test/plans/1';
const DATA = `${PAGE}.data`;

/** What the browser throws where nothing answers. */
const unanswered = () => new TypeError('Failed to fetch');

/** What the network has in store; each asking takes the first, and the last goes for all after it. */
let replies: (Response | Error)[];
let asked: string[];
let sent: (RequestInit | undefined)[];
let browser: EventTarget & { fetch: typeof fetch; location: URL };
let told: boolean[];
let unsubscribe: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  replies = [new Response('there')];
  asked = [];
  sent = [];
  const answer = (input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> => {
    asked.push(input instanceof Request ? input.url : String(input));
    sent.push(init);
    if (init?.signal?.aborted) return Promise.reject(init.signal.reason as Error);
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? unanswered();
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply.clone());
  };
  browser = Object.assign(new EventTarget(), { fetch: answer, location: new URL(PAGE) });
  told = [];
  unsubscribe = subscribe(() => told.push(readIsWaiting()));
  waitForNetwork(browser);
});
afterEach(() => {
  const timersLeft = vi.getTimerCount();
  unsubscribe();
  vi.useRealTimers();
  // Nobody waits any more, whatever became of what was asked.
  expect(readIsWaiting()).toBe(false);
  expect(timersLeft).toBe(0);
});

/** Two seconds later. */
const later = () => vi.advanceTimersByTimeAsync(2000);
/** All that needs no time has happened. */
const settled = () => vi.advanceTimersByTimeAsync(0);
const comesBack = async () => {
  await settled();
  browser.dispatchEvent(new Event('online'));
  await settled();
};

describe('what the router asks for', () => {
  it.each([
    ['data of a page', DATA],
    ['data of a page with a query', `${DATA}?_routes=root`],
    ['data by a path alone', '/plans/1.data'],
    ['data as a URL', new URL(DATA)],
    ['the routes of a link', '/__manifest?p=%2Fplans&version=1'],
  ])('waits: %s', async (_, input) => {
    replies = [unanswered(), unanswered(), new Response('there')];
    const answer = browser.fetch(input);
    await settled();
    expect(told).toEqual([true]);
    await later();
    expect(asked).toHaveLength(2);
    expect(readIsWaiting()).toBe(true);
    await later();
    expect(await (await answer).text()).toBe('there');
    expect(asked).toHaveLength(3);
    expect(told).toEqual([true, false]);
  });

  it('does not wait where it is answered, with an error of the server too', async () => {
    replies = [new Response('broken', { status: 500 })];
    expect((await browser.fetch(DATA)).status).toBe(500);
    expect(asked).toEqual([DATA]);
    expect(told).toEqual([]);
  });

  it('is asked for again as soon as the browser says that there is a network', async () => {
    replies = [unanswered(), new Response('there')];
    const answer = browser.fetch(DATA);
    await comesBack();
    expect((await answer).ok).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('is sent as it was: a form with its body', async () => {
    replies = [unanswered(), new Response('there')];
    const form = { method: 'POST', body: new URLSearchParams({ _key: '1' }) };
    const answer = browser.fetch(DATA, form);
    await later();
    await answer;
    expect(sent).toEqual([form, form]);
  });
});

it.each([
  ['the script of a page', '/assets/route-1.js'],
  ['another page', '/plans/1'],
  ['data of another site', 'https://tiles.test/plans/1.data'],
  ['what can be sent once alone', new Request(DATA, { method: 'POST', body: 'once' })],
])('what is not the router’s fails at once: %s', async (_, input) => {
  replies = [unanswered()];
  await expect(browser.fetch(input)).rejects.toThrow('Failed to fetch');
  expect(asked).toHaveLength(1);
  expect(told).toEqual([]);
});

describe('an error that is not a missing network', () => {
  const broken = new Error('broken');

  it('is thrown at once', async () => {
    replies = [broken];
    await expect(browser.fetch(DATA)).rejects.toBe(broken);
    expect(asked).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('ends the waiting', async () => {
    replies = [unanswered(), broken];
    const answer = expect(browser.fetch(DATA)).rejects.toBe(broken);
    await later();
    await answer;
    expect(asked).toHaveLength(2);
    expect(told).toEqual([true, false]);
  });
});

describe('what is given up', () => {
  it('is refused at once and no longer waited for', async () => {
    replies = [unanswered()];
    const control = new AbortController();
    const answer = expect(browser.fetch(DATA, { signal: control.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    await later();
    expect(readIsWaiting()).toBe(true);
    control.abort();
    await answer;
    expect(told).toEqual([true, false]);
    const sofar = asked.length;
    await later();
    await comesBack();
    expect(asked).toHaveLength(sofar);
  });

  it('before it began to wait is refused too', async () => {
    replies = [unanswered()];
    const control = new AbortController();
    const answer = browser.fetch(DATA, { signal: control.signal });
    control.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('of two that wait the notice stands until the last is answered or given up', async () => {
  replies = [unanswered()];
  const control = new AbortController();
  const first = browser.fetch(DATA);
  const second = browser.fetch('/plans.data', { signal: control.signal });
  await settled();
  expect(told).toEqual([true, true]);
  control.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  expect(readIsWaiting()).toBe(true);
  replies = [new Response('there')];
  await comesBack();
  expect((await first).ok).toBe(true);
  expect(told).toEqual([true, true, true, false]);
});
