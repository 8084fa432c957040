import { TextLink } from './links';
import { useView } from './use-view';

/** A link to what a factor’s score is made of. */
export function FactorLink({ code, name }: { readonly code: number; readonly name: string }) {
  const { relationship } = useView();
  return (
    <TextLink to="/r/$relationship/why" params={{ relationship }} search={{ factor: code }}>
      {code} {name}
    </TextLink>
  );
}

/** Links to several factors, in their order. */
export function FactorLinks({ factors }: { readonly factors: readonly { code: number; name: string }[] }) {
  return factors.map(({ code, name }, index) => (
    <span key={code}>
      {index > 0 && ', '}
      <FactorLink code={code} name={name} />
    </span>
  ));
}
