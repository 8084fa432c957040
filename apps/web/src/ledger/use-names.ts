import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { useView } from '../frame/use-view';
import type { Kind } from './corrections';

/** What people call what the record names by codes. */
export interface Names {
  readonly kinds: readonly Kind[];
  readonly factors: readonly Schemas['FactorScoreAnswer'][];
  readonly parties: readonly { readonly id: string }[];
  kind(kind: string): Kind | undefined;
  party(party: string): string;
  factor(factor: number): string;
  /** The post of a member, where the record says one. */
  post(member: string): string | null;
}

/** The names of kinds, parties, factors and posts, at both clocks; codes stand in for what is not read yet. */
export function useNames(): Names {
  const { t } = useTranslation();
  const { params } = useView();
  const { data: catalogue } = api.useQuery('get', '/api/v1/catalogue');
  const { data: register } = api.useQuery('get', '/api/v1/relationships/{relationship}/parties', { params });
  const { data: members } = api.useQuery('get', '/api/v1/relationships/{relationship}/members', { params });
  const { data: score } = api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params });
  return useMemo(() => {
    const kinds = new Map(catalogue?.kinds.map((kind) => [kind.kind, kind]));
    const parties = new Map(register?.parties.map(({ id, name }) => [id, name ?? id]));
    const factors = new Map(score?.factors.map(({ code, name }) => [code, name]));
    const posts = new Map(members?.members.map(({ member, post }) => [member, post]));
    const others = new Map([
      ['ledger', t('words.ledger')],
      ['third-party', t('words.third-party')],
      ['joint', t('words.joint')],
    ]);
    return {
      kinds: catalogue?.kinds ?? [],
      factors: score?.factors ?? [],
      parties: register?.parties ?? [],
      kind: (kind) => kinds.get(kind),
      party: (party) => parties.get(party) ?? others.get(party) ?? party,
      factor: (factor) => `${factor} ${factors.get(factor) ?? ''}`.trim(),
      post: (member) => posts.get(member) ?? null,
    };
  }, [catalogue, register, members, score, t]);
}
