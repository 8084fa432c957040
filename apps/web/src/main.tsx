import '@mantine/core/styles.css';
import './frame/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { client } from './api/client';
import { queryClient } from './api/query-client';
import { followArrivals } from './frame/arrival';
import { Coloured } from './frame/coloured';
import { signWrites } from './keys/sign-writes';
import { router } from './router';
import './texts/texts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element "root"');

client.use(signWrites);
followArrivals(router, root);

createRoot(root).render(
  <StrictMode>
    <Coloured>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Coloured>
  </StrictMode>,
);
