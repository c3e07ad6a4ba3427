import type { Page } from '@playwright/test';

export interface CutNetwork {
  /** How often something was asked for since. */
  asked: () => number;
  back: () => Promise<void>;
}

/** Nothing that this browser asks for (at these addresses) is answered any more, as where there is no signal. */
export async function cutNetwork(page: Page, addresses = '**/*'): Promise<CutNetwork> {
  let asked = 0;
  const context = page.context();
  await context.route(addresses, (route) => {
    asked += 1;
    return route.abort('internetdisconnected');
  });
  return { asked: () => asked, back: () => context.unrouteAll({ behavior: 'wait' }) };
}
