import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AuditState } from './audit-state';

type Move = (to: { readonly [Name in keyof AuditState]?: AuditState[Name] | undefined }) => void;

/** What the address of the desk says, and how to change a part of it. */
export function useAuditState(): readonly [AuditState, Move] {
  const state = useSearch({ from: '/framed/r/$relationship/audit' });
  const navigate = useNavigate();
  const move: Move = (to) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (search) => ({ ...search, ...to }) });
  return [state, move];
}
