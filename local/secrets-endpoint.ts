import { sameSecret } from './data-folder.ts';
import { jsonAnswer, type LocalAnswer, type LocalRequest } from './local-answer.ts';

export const secretsPath = '/local-secrets';

/**
 * The secret store of one machine, as the Secrets Manager extension answers functions on AWS: one secret, never rotated.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
 */
export const answerSecrets = (
  request: LocalRequest,
  { token, sessionSecret }: { readonly token: string; readonly sessionSecret: string },
): LocalAnswer => {
  if (!sameSecret(request.headers['x-aws-parameters-secrets-token'] ?? '', token)) return jsonAnswer(401, {});
  const asked = new URLSearchParams(request.query);
  if (request.path !== `${secretsPath}/secretsmanager/get` || asked.get('secretId') !== 'sessions')
    return jsonAnswer(404, {});
  return asked.get('versionStage') === 'AWSCURRENT'
    ? jsonAnswer(200, {
        Name: 'sessions',
        SecretString: sessionSecret,
        VersionId: 'local-1',
        VersionStages: ['AWSCURRENT'],
      })
    : jsonAnswer(400, {});
};
