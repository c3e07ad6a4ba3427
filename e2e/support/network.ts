import type { Page } from '@playwright/test';

export interface CutNetwork {
  /** How often something was asked for since. */
  asked: () => number;
  back: () => Promise<void>;
}

/** Nothing that this browser asks for is answered any more, as where there is no signal. */
export async function cutNetwork(page: Page): Promise<CutNetwork> {
  let asked = 0;
  const context = page.context();
  await context.route('**/*', (route) => {
    asked += 1;
    return route.abort('internetdisconnected');
  });
  return { asked: () => asked, back: () => context.unrouteAll({ behavior: 'wait' }) };
}
