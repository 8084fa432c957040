import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RegisterSearch } from './register-search';

/** What the address of the register says, and what changes it. */
export function useRegisterSearch(): [RegisterSearch, (changed: RegisterSearch) => void] {
  const search = useSearch({ from: '/framed/r/$relationship/registers/$register' });
  const navigate = useNavigate();
  const change = (changed: RegisterSearch): void =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (before) => ({ ...before, ...changed }) });
  return [search, change];
}
