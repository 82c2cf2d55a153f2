const { readFileSync } = require('node:fs');

module.exports = {
  register() {},
  /** Told before it is measured: the rows of a file, past the API, and a token that may do everything. */
  async bootstrap({ strapi }) {
    // Started again, it has all of that.
    if ((await strapi.db.query('api::review.review').count()) > 0) {
      process.send?.({ again: true });
      return;
    }
    const { reviews, lines } = JSON.parse(readFileSync(process.env.PEER_ROWS, 'utf8'));
    for (const [uid, rows] of [
      ['api::review.review', reviews],
      ['api::line.line', lines],
    ])
      for (let n = 0; n < rows.length; n += 50) await strapi.db.query(uid).createMany({ data: rows.slice(n, n + 50) });
    const token = await strapi
      .service('admin::api-token')
      .create({ name: 'peer', description: '', type: 'full-access', lifespan: null });
    process.send?.({ token: token.accessKey });
  },
};
