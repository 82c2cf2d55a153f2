// Nobody looks at the admin pages here: they are neither built nor served.
module.exports = () => ({
  serveAdminPanel: false,
  auth: { secret: 'peer-auth-secret' },
  apiToken: { salt: 'peer-token-salt' },
  transfer: { token: { salt: 'peer-transfer-salt' } },
});
