/** What a form holds, by the names of its fields; of several boxes with one name, each value on a line of its own. */
export type FormValues = Readonly<Record<string, string>>;

/** Fields that say how the form is sent, not what is in it. */
export const formKey = '_key';
export const formVersion = '_version';
export const formToken = '_token';
export const formBefore = '_before';
export const formFrom = '_from';
export const pressed = '_pressed';
/** The part of an address that says which of the forms that somebody has open its page is. */
export const formOfPage = 'form';
/** The item of a list that was just added, where its form is shown again: there one goes on. It is not sent. */
export const justAdded = '_added';

/** A field whose value is sent packed (`At.pack`): whoever serves the pages unpacks it under its own name. */
const packed = '_packed/';
export const packedName = (name: string): string => `${packed}${name}`;
/** The name under which a packed field is unpacked; undefined: it is another field. */
export const nameOfPacked = (name: string): string | undefined =>
  name.startsWith(packed) ? name.slice(packed.length) : undefined;

/** Where what may be chosen under a name is looked for. */
export const findBox = (name: string): string => `${name}/find`;

/** Letters as they are compared where words are looked for: in any case, without their marks. */
export const plainText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

export const valueIn = (values: FormValues, name: string): string => (values[name] ?? '').trim();
export const listIn = (values: FormValues, name: string): readonly string[] =>
  valueIn(values, name)
    .split('\n')
    .filter((one) => one !== '');

/** What a hidden field holds as JSON; undefined where it does not. */
export const jsonIn = (values: FormValues, name: string): unknown => {
  try {
    return JSON.parse(valueIn(values, name));
  } catch {
    return undefined;
  }
};

/** A form as a browser sends it: `application/x-www-form-urlencoded`. */
export const formValuesOf = (body: string): FormValues => {
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const written = value.replaceAll('\r\n', '\n');
    const before = values[name];
    values[name] = before === undefined ? written : `${before}\n${written}`;
  }
  return values;
};

/** What people filled in, without the fields that say how the form is sent. */
export const filledIn = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('_')));

/** What is wrong with what was filled in, by the name of the field. */
export type FieldFaults = ReadonlyMap<string, string>;
export const noFaults: FieldFaults = new Map();
