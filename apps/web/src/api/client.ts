import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { ApiProblem, unreachable } from './api-problem';
import { followPositions } from './read-again';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await ApiProblem.of(response);
  },
  onError: ({ error }) => (error instanceof ApiProblem ? error : unreachable()),
};

/** Calls of the API, typed by its own description. They throw an {@link ApiProblem}, and nothing else. */
export const client = createFetchClient<paths>({ baseUrl: window.location.origin });
client.use(throwProblems);
client.use(followPositions);

/** The same as queries and mutations of components. */
export const api = createQueryClient(client);
