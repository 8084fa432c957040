import { ApiProblem, unreachable } from '../api/api-problem';
import type { Schemas } from '../api/client';

/**
 * Stores a file. The API of browsers that tells how much has been sent is this one alone.
 *
 * @param onProgress is told the share that has been sent, 0 to 1
 * @throws ApiProblem
 */
export function sendFile(
  relationship: string,
  file: Blob,
  type: string,
  onProgress: (share: number) => void,
): Promise<Schemas['FileAnswer']> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/relationships/${encodeURIComponent(relationship)}/files`);
    request.setRequestHeader('content-type', type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const { status, responseText } = request;
      if (status === 201) resolve(JSON.parse(responseText) as Schemas['FileAnswer']);
      else {
        const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' };
        ApiProblem.of(new Response(responseText, { status, headers })).then(reject, reject);
      }
    };
    request.send(file);
  });
}

/** SHA-256 of a file, in hex; null where the browser computes none, as at an address without TLS. */
export async function sha256Of(file: Blob): Promise<string | null> {
  if (!window.isSecureContext) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
