import '@mantine/core/styles.css';
import './frame/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from './api/query-client';
import { followArrivals } from './frame/arrival';
import { theme, variables } from './frame/theme';
import { router } from './router';
import './texts/texts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element "root"');

followArrivals(router, root);

/** The server puts a nonce into each page it sends; styles that are made here bear it, and no other inline ones hold. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
