import i18next from 'i18next';

/** What the API refuses, as it says so: RFC 9457 problem details with a code of one closed list. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    /** `unreachable` where no answer came. */
    readonly code: string,
    /** What to do instead, in a sentence. */
    readonly detail: string,
    /** 0 where no answer came. */
    readonly status: number,
    /** The field of what was sent that it is about, such as `data.owner`. */
    readonly field: string | null = null,
  ) {
    super(detail);
  }

  static async of(response: Response): Promise<ApiProblem> {
    const type = response.headers.get('content-type') ?? '';
    if (!type.startsWith('application/problem+json')) {
      return unreachable(response.status);
    }
    const body = (await response.json()) as { code: string; detail?: string; title: string; field?: string };
    return new ApiProblem(body.code, body.detail ?? body.title, response.status, body.field ?? null);
  }
}

/** What a call comes to that got no answer, or none of the API: such as of what stands before it. */
export function unreachable(status = 0): ApiProblem {
  return new ApiProblem('unreachable', i18next.t('problems.unreachable'), status);
}

/** Nobody is signed in, or not any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'unauthenticated';
}
