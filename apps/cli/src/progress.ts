const BAR_WIDTH = 30;
const REDRAW_INTERVAL_MS = 100;

export interface Progress {
  /** How far it is, and with what just now; `total` may grow or be unknown. */
  readonly update: (done: number, total?: number, phase?: string) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

/** A bar on standard error, drawn at most ten times a second; nothing where that is no terminal. */
export function progress(label: string, unit: string): Progress {
  const stream = process.stderr;
  if (!stream.isTTY) return { update: () => undefined, end: () => undefined };
  const startedAt = performance.now();
  let drawnAt = -Infinity;
  return {
    update: (done, total, phase = '') => {
      const now = performance.now();
      if (now - drawnAt < REDRAW_INTERVAL_MS && done !== total) return;
      drawnAt = now;
      const perSecond = Math.round(done / Math.max(0.001, (now - startedAt) / 1000));
      const share = total ? Math.min(1, done / total) : undefined;
      const bar =
        share === undefined
          ? ''
          : `[${'#'.repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, '.')}] ${Math.floor(share * 100)} %  `;
      stream.write(
        `\r\x1b[K${label} ${phase && `${phase} `}${bar}${done}${total ? ` of ${total}` : ''} ${unit}, ${perSecond}/s`,
      );
    },
    end: () => void stream.write('\r\x1b[K'),
  };
}
