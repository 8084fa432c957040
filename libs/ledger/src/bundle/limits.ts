/** Entries up to which a bundle holds the receipt of each; above it they are made from its tiles. */
export const MAX_BUNDLE_RECEIPTS = 2_000;
