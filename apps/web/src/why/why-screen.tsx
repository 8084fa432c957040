import { Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { mayReadEntries, useSession } from '../api/session';
import { ExplainedFactor, SummedFactor } from './factor-score';
import { WholeScore } from './whole-score';

/** A score opened into its terms: that of all factors, or of the one in the address. */
export function WhyScreen() {
  const { factor } = useSearch({ from: '/framed/r/$relationship/why' });
  const { data: session } = useSession();
  if (session === undefined) return null;
  const OneFactor = mayReadEntries(session) ? ExplainedFactor : SummedFactor;
  return <Stack gap="md">{factor === undefined ? <WholeScore /> : <OneFactor code={factor} />}</Stack>;
}
