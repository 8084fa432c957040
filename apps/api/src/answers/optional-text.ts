/** A text of a row that an entry may have left out. */
export const optionalText = (example: string | null, description?: string) => ({
  type: String,
  nullable: true,
  example,
  ...(description === undefined ? {} : { description }),
});
