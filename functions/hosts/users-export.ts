import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { readEnvironment } from '../http/environment.ts';
import { log, logged } from '../http/log.ts';
import { exportUsers } from '../scheduled/export-users.ts';

/** Each night, everybody who may sign in is written into the retained bucket. */
const environment = readEnvironment({ USER_POOL_ID: z.string().min(1), BUCKET: z.string().min(1) });
const deps = {
  cognito: new CognitoIdentityProviderClient({}),
  s3: new S3Client({}),
  pool: environment.USER_POOL_ID,
  bucket: environment.BUCKET,
};

export const handler = async (): Promise<{ readonly users: number }> => {
  const users = await exportUsers(deps, new Date().toISOString());
  log.info(logged.usersExported, { users });
  return { users };
};
