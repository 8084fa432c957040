import type { ReactNode } from 'react';
import { MantineProvider } from '@mantine/core';
import { theme, variables } from './theme';
import { usePrinted } from './use-printed';

/** The server puts a nonce into each page it sends; styles that are made here bear it, and no other inline ones hold. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Light or dark, as the device or its user says; paper is light. */
export function Coloured({ children }: { readonly children: ReactNode }) {
  const isPrinted = usePrinted();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      {...(isPrinted && { forceColorScheme: 'light' as const })}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
