/** What a browser gets where the web application is not built: where to look. Nothing in it comes from elsewhere. */
export const FRONT_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Collaboration ledger</title>
  </head>
  <body>
    <h1>Collaboration ledger</h1>
    <p>The web application is not built here: <code>npm run build</code>, then start again. Meanwhile:</p>
    <ul>
      <li><a href="/api/docs">The API, to browse and to try</a>, and its <a href="/api/openapi.json">description</a></li>
      <li><a href="/health/ready">Health</a> and <a href="/metrics">metrics</a></li>
      <li><a href="/api/v1/problems">Every problem the API may answer</a></li>
    </ul>
  </body>
</html>
`;
