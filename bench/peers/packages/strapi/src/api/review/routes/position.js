module.exports = {
  routes: [{ method: 'GET', path: '/position', handler: 'review.position' }],
};
