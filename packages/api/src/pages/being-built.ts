/**
 * The page in the place of the dashboard while there is none yet; it asks for itself again until the
 * dashboard is there.
 */
export const beingBuilt = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="refresh" content="2" />
    <title>Hotline Atlas</title>
    <style>
      body { display: grid; place-content: center; min-height: 90vh; font: 1.1rem/1.6 system-ui, sans-serif; text-align: center; }
    </style>
  </head>
  <body>
    <p>The dashboard is being built. It opens here by itself, in about a minute.</p>
    <p lang="zh">正在构建页面，约一分钟后自动打开。</p>
  </body>
</html>
`;
