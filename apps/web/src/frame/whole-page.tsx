import { Outlet } from '@tanstack/react-router';
import { useTitle } from './use-title';

/** What is the same of every page, signed in or not. */
export function WholePage() {
  useTitle();
  return <Outlet />;
}
