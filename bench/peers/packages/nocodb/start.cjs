const { createServer } = require('node:http');
const { Noco } = require('nocodb');

// As its own documentation starts it within a server: https://www.npmjs.com/package/nocodb
const express = require('express');

const app = express();
const server = createServer(app);
server.listen(Number(process.env.PORT), '127.0.0.1', async () => {
  app.use(await Noco.init({}, server, app));
  process.send?.({ ready: true });
});
