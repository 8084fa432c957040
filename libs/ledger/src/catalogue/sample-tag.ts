/** The tag that marks `relationship.established` of the fictional sample contract. */
export const SAMPLE_TAG = 'sample';
