import { ApiProblem, unreachable } from './api-problem';

/**
 * What the API serves as it is, such as a tile of the log.
 *
 * @throws ApiProblem where it is refused, or the answer does not come, or breaks off
 */
export async function bytesAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address).catch(() => Promise.reject(unreachable()));
  if (!response.ok) throw await ApiProblem.of(response);
  const bytes = await response.arrayBuffer().catch(() => Promise.reject(unreachable()));
  return new Uint8Array(bytes);
}
