const { createStrapi } = require('@strapi/strapi');

// A folder of JavaScript needs no build: what would be compiled stands here as it is.
createStrapi({ appDir: __dirname, distDir: __dirname, autoReload: false, serveAdminPanel: false })
  .start()
  .then(
    () => process.send?.({ listening: true }),
    (fault) => {
      console.error(fault);
      process.exit(1);
    },
  );
