import type { ReactNode } from 'react';

/** What may be wider than the screen, such as a table: it scrolls by itself, by keyboard too. */
export function Wide({
  label,
  maxHeightPx,
  children,
}: {
  /** What it holds, for who cannot see it. */
  readonly label: string;
  readonly maxHeightPx?: number;
  readonly children: ReactNode;
}) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={label} style={{ maxHeight: maxHeightPx }}>
      {children}
    </div>
  );
}
