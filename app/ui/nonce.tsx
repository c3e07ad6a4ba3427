import { createContext, useContext } from 'react';

// The browser hides a script's nonce from the page, so there is none to read after hydration.
const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

/** The Content-Security-Policy nonce of the document being rendered; undefined in the browser. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
