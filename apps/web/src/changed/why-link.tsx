import { useSearch } from '@tanstack/react-router';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';

interface WhyLinkProps {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly factor?: number;
  readonly children: string;
}

/** Why the score, or that of a factor, was what it was on a day: as it is compared here. */
export function WhyLink({ day, factor, children }: WhyLinkProps) {
  const { relationship, clocks } = useView();
  const { asKnown } = useSearch({ from: '/framed/r/$relationship/changed' });
  const knownAt = asKnown === true ? day : clocks.knownAt;
  return (
    <TextLink
      to="/r/$relationship/why"
      params={{ relationship }}
      search={{
        asOf: day,
        ...(knownAt === undefined ? {} : { knownAt }),
        ...(factor === undefined ? {} : { factor }),
      }}
    >
      {children}
    </TextLink>
  );
}
