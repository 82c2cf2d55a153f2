import { dayInBoxes, dayOf, empty, type Read } from './day.ts';
import { type FormValues, listIn, valueIn } from './form-values.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The exemption in the boxes of a field; empty where no field is ticked. */
export const exemptionOf = (values: FormValues, name: string): Read<unknown> => {
  const fields = listIn(values, `${name}/fields`);
  if (fields.length === 0) return empty;
  const ground = valueIn(values, `${name}/ground`);
  if (ground === '') return { kind: 'fault', message: 'must name the paragraph of Schedule 12A' };
  const until = dayOf(values, `${name}/until`);
  if (until.kind === 'fault') return { kind: 'fault', message: `the day until which it holds ${until.message}` };
  const reason = valueIn(values, `${name}/reason`);
  return {
    kind: 'value',
    value: {
      fields,
      ground: Number(ground),
      ...(until.kind === 'value' ? { until: until.value } : {}),
      ...(reason === '' ? {} : { reason }),
    },
  };
};

export const exemptionInBoxes = (name: string, given: unknown): FormValues => {
  if (!isObject(given)) return {};
  const fields = Array.isArray(given.fields) ? given.fields.join('\n') : '';
  return {
    [`${name}/fields`]: fields,
    [`${name}/ground`]: String(given.ground ?? ''),
    [`${name}/reason`]: String(given.reason ?? ''),
    ...(typeof given.until === 'string' ? dayInBoxes(`${name}/until`, given.until) : {}),
  };
};
