/** Bytes of one OCDS package: it is held in memory as a whole. */
export const MAX_PACKAGE_BYTES = 50_000_000;
/** Releases of one package. */
export const MAX_RELEASES = 10_000;
/** Contracts of one package. */
export const MAX_CONTRACTS = 1_000;
/** What the releases of a package may say in all, counted by entries that each would be by itself. */
export const MAX_STATEMENTS = 300_000;
/** How often the organisations and awards of a package are looked at: anew in each release that speaks of them. */
export const MAX_LOOKS = 1_000_000;
/** Characters of an `ocid`, of the id of an item and of a code. */
export const MAX_OCDS_ID_LENGTH = 256;
/** Characters of an amount as it is written. */
export const MAX_AMOUNT_LENGTH = 64;
/** Digits before and after the point that an amount of the ledger has at most. */
export const MAX_AMOUNT_DIGITS = 15;
export const MAX_AMOUNT_DECIMALS = 4;
/** Fields that are not taken over and are told one by one; of those beyond only how many. */
export const MAX_FIELDS_TOLD = 500;
/** Contracts or processes that a refusal names. */
export const MAX_NAMED = 5;
