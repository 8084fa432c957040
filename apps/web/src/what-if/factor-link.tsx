import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';

/** A factor by its name, with a way to why its score is what it is. */
export function FactorLink({ factor, name }: { readonly factor: number; readonly name: string }) {
  const { relationship, clocks } = useView();
  const search = { ...clocks, factor };
  return (
    <TextLink to="/r/$relationship/why" params={{ relationship }} search={search}>
      {factor} {name}
    </TextLink>
  );
}
