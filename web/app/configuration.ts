import { isRecord, textIn } from './answers.ts';

export interface Configuration {
  readonly issuer: string;
  readonly clientId: string;
  readonly apiName: string;
  readonly scope: string;
}

/** The configuration that the server wrote into the page. Throws where the page is not the one this script belongs to. */
export const readConfiguration = (page: Document): Configuration => {
  const given: unknown = JSON.parse(page.getElementById('configuration')?.textContent ?? 'null');
  const issuer = isRecord(given) ? textIn(given, 'issuer') : null;
  const clientId = isRecord(given) ? textIn(given, 'clientId') : null;
  if (!isRecord(given) || issuer === null || clientId === null) throw new Error('The page holds no configuration.');
  return {
    issuer,
    clientId,
    apiName: textIn(given, 'apiName') ?? 'Transformation tracker',
    scope: textIn(given, 'scope') ?? 'openid profile',
  };
};
