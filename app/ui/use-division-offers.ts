import { useEffect, useState } from 'react';
import { paths } from '~/paths';

export interface DivisionOffer {
  code: string;
  label: string;
}

/** What `paths.divisions` answers. */
export interface DivisionOffers {
  /** The words that were asked for. */
  text: string;
  choices: DivisionOffer[];
}

const none: DivisionOffer[] = [];
const AGAIN_AFTER_MS = 1_500;
const TRIES = 8;

/**
 * What fits the words typed last; newer words end the older question. It is asked for beside the page's own data: where
 * those cannot be fetched the error page stands in for the whole form, and a list that helps to type is not worth that.
 */
export function useDivisionOffers() {
  const [data, setData] = useState<DivisionOffers>();
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    if (wanted === '') return undefined;
    const newer = new AbortController();
    const look = async () => {
      const found = await askUntil(newer.signal, wanted);
      if (found && !newer.signal.aborted) setData(found);
    };
    void look();
    return () => newer.abort();
  }, [wanted]);
  const offer = (text: string) => {
    // A code is no longer looked for: it was chosen from the list, or copied whole.
    const isSettled = text.trim() === '' || /\d{12}/.test(text);
    setWanted(isSettled ? '' : text);
  };
  const isCurrent = data !== undefined && wanted !== '' && data.text === wanted;
  return { offers: isCurrent ? data.choices : none, isCurrent, offer };
}

/** Asks again for a while where nobody answers: the network may be back. Undefined once nobody wants to know. */
async function askUntil(ended: AbortSignal, text: string): Promise<DivisionOffers | undefined> {
  for (let tries = 0; tries < TRIES && !ended.aborted; tries += 1) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    const found = await ask(ended, text).catch(() => undefined);
    if (found) return found;
  }
  return undefined;
}

async function ask(signal: AbortSignal, text: string): Promise<DivisionOffers | undefined> {
  const url = `${paths.divisions}?text=${encodeURIComponent(text)}`;
  const answer = await fetch(url, { signal, headers: { Accept: 'application/json' } });
  return answer.ok ? ((await answer.json()) as DivisionOffers) : undefined;
}
