import { type FormValues, formValuesOf } from '#web/forms/form-values.ts';
import type { ReadFile } from '#web/workbook/sheet.ts';
import type { ApiEvent } from '../http/api-event.ts';
import { unpackedForm } from './packed-values.ts';

/** A request of a browser. */
export interface PageRequest {
  readonly method: string;
  /** Decoded, as the gateway hands it over. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rawQuery: string;
  readonly cookies: readonly string[] | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Of a form; undefined where none was sent. */
  readonly form: FormValues | undefined;
}

export type LoadWorkbooks = () => Promise<typeof import('../files/workbooks.ts')>;

/** What cannot be read as a form with a file in it, as whoever sent it reads it. */
const broken: ReadFile = { name: '', refused: 'did not arrive whole: choose it again' };

/** A form with a file: of each file its cells, so that it is kept, shown again and sent once more as any other value. */
const formWithFile = async (bytes: Buffer, type: string, load: LoadWorkbooks): Promise<FormValues> => {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  if (form === undefined) return { file: JSON.stringify(broken) };
  const values: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string') values[name] = value.replaceAll('\r\n', '\n');
    else if (value.name !== '' || value.size > 0) {
      const { readFile } = await load();
      values[name] = JSON.stringify(readFile(new Uint8Array(await value.arrayBuffer()), value.name));
    }
  return values;
};

/** The form that a request holds; undefined where it holds none. */
const formOf = async (
  { body = '', isBase64Encoded, headers }: ApiEvent,
  load: LoadWorkbooks,
): Promise<FormValues | undefined> => {
  const type = headers['content-type'] ?? '';
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  switch (type.split(';')[0]?.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return unpackedForm(formValuesOf(bytes.toString('utf8')));
    case 'multipart/form-data':
      return formWithFile(bytes, type, load);
    default:
      return undefined;
  }
};

/** What is asked by HEAD is answered as by GET (RFC 9110 9.3.2): the gateway leaves the body out, and says how long it would have been. */
const methodOf = ({ requestContext: { http } }: ApiEvent): string => (http.method === 'HEAD' ? 'GET' : http.method);

export const pageRequestOf = async (event: ApiEvent, load: LoadWorkbooks): Promise<PageRequest> => ({
  method: methodOf(event),
  path: event.rawPath,
  query: Object.fromEntries(new URLSearchParams(event.rawQueryString)),
  rawQuery: event.rawQueryString,
  cookies: event.cookies,
  headers: event.headers,
  form: await formOf(event, load),
});

/**
 * Whether a form was sent by a page of this service. Browsers say so in Sec-Fetch-Site or, before they did, in Origin; the
 * token of the form is looked at besides.
 */
export const isFromHere = ({ headers }: PageRequest, address: string): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === undefined || headers.origin === address;
};
