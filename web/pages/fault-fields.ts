import type { FormValues } from '../forms/form-values.ts';

/**
 * The field of a form that a fault of a body is about: the pointer without its first slash, or the longest part of it that is a field
 * or holds some. Undefined where it is about none.
 */
export const fieldOfFault = (pointer: string, values: FormValues): string | undefined => {
  const names = Object.keys(values);
  const parts = pointer.split('/').slice(1);
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('/');
    if (names.some((one) => one === name || one.startsWith(`${name}/`))) return name;
  }
  return parts[0];
};
