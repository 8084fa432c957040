/**
 * Why something was refused, where the error is of the class that says so.
 *
 * @throws the error where it is any other: a mistake of the program is no refusal
 */
export function reasonOf(error: unknown, refusal: abstract new (...args: never[]) => Error): string {
  if (error instanceof refusal) return error.message;
  throw error;
}
