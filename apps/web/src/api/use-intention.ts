import { useState } from 'react';
import { createIntention, type Intention } from './intention';

/** The keys of what one component is about to write. */
export function useIntention(): Intention {
  const [keyOf] = useState(createIntention);
  return keyOf;
}
