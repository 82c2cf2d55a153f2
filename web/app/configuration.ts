import { isRecord, textIn } from './answers.ts';

export interface Configuration {
  readonly issuer: string;
  readonly clientId: string;
  readonly apiName: string;
  readonly scope: string;
}

/** The configuration that the server wrote into the page. Throws where the page is not the one this script belongs to. */
export const readConfiguration = (page: Document): Configuration => {
  const told: unknown = JSON.parse(page.getElementById('configuration')?.textContent ?? 'null');
  const issuer = isRecord(told) ? textIn(told, 'issuer') : null;
  const clientId = isRecord(told) ? textIn(told, 'clientId') : null;
  if (!isRecord(told) || issuer === null || clientId === null) throw new Error('The page holds no configuration.');
  return {
    issuer,
    clientId,
    apiName: textIn(told, 'apiName') ?? 'Transformation tracker',
    scope: textIn(told, 'scope') ?? 'openid profile',
  };
};
