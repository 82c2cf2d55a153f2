import { sameSecret } from './data-folder.ts';
import { jsonAnswer, type LocalAnswer, type LocalRequest } from './local-answer.ts';

export const secretsPath = '/local-secrets';

/**
 * The secret store of one machine, as the Secrets Manager extension answers functions on AWS: secrets that are never rotated.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
 */
export const answerSecrets = (
  request: LocalRequest,
  { token, secrets }: { readonly token: string; readonly secrets: Readonly<Record<string, string>> },
): LocalAnswer => {
  if (!sameSecret(request.headers['x-aws-parameters-secrets-token'] ?? '', token)) return jsonAnswer(401, {});
  const asked = new URLSearchParams(request.query);
  const name = asked.get('secretId') ?? '';
  const secret = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
  if (request.path !== `${secretsPath}/secretsmanager/get` || secret === undefined) return jsonAnswer(404, {});
  return (asked.get('versionStage') ?? 'AWSCURRENT') === 'AWSCURRENT'
    ? jsonAnswer(200, {
        Name: name,
        SecretString: secret,
        VersionId: 'local-1',
        VersionStages: ['AWSCURRENT'],
      })
    : jsonAnswer(400, {});
};
