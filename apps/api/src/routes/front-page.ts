/** What a browser gets at `/`: where to look. Nothing in it comes from elsewhere. */
export const FRONT_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Collaboration ledger</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
      code { background: #f2f2f2; padding: 0.1rem 0.3rem; }
      @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } a { color: #9cf; } code { background: #333; } }
    </style>
  </head>
  <body>
    <h1>Collaboration ledger</h1>
    <p>One record of a long contract’s relationship that both parties trust.</p>
    <ul>
      <li><a href="/api/docs">The API, to browse and to try</a>, and its <a href="/api/openapi.json">description</a></li>
      <li><a href="/health/ready">Health</a> and <a href="/metrics">metrics</a></li>
      <li><a href="/api/v1/problems">Every problem the API may answer</a></li>
    </ul>
    <p>On the command line: <code>npm run --silent ledger -- --help</code></p>
  </body>
</html>
`;
