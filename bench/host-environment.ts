import { join } from 'node:path';

/** What a function's bundle reads of its environment as it is loaded: enough for each of them, none of it real. */
export const hostEnvironment = (folder: string): Readonly<Record<string, string>> => ({
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  TABLE_NAME: 'none',
  DYNAMODB_ENDPOINT: 'http://127.0.0.1:9',
  QUEUE_URL: 'http://127.0.0.1:9/queue',
  ISSUER: 'https://issuer.example',
  CLIENT_ID: 'none',
  SCOPE: 'openid',
  SESSIONS_TABLE_NAME: 'none',
  SESSION_SECRET: 'none',
  PAGES_ADDRESS: 'https://tracker.example',
  API_ADDRESS: 'https://tracker.example',
  USER_POOL_ID: 'eu-west-2_AbCdEfGhI',
  BUCKET: 'none',
  ADDRESS: 'https://tracker.example/',
  ORGANISATIONS: 'council',
  ASSETS: join(folder, 'assets'),
});
