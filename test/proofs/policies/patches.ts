import type { Register } from '#registers/declaration.ts';
import { operations } from '#schemas/operations.ts';
import type { Asking } from './asking.ts';

/** A patch of whatever can be patched: of nothing, which is read and decided like any other. */
export const patchAll = async (
  { must, ifMatch }: Asking,
  paramsOf: (register: Register | undefined) => Readonly<Record<string, string>>,
): Promise<void> => {
  for (const { id, roles, register } of operations.filter(({ method }) => method === 'PATCH')) {
    const params = paramsOf(register);
    const headers = await ifMatch(id.replace('patch', 'get'), params);
    // A redaction is changed in the role in which it was asked for.
    const as = roles.includes('programme-office') ? { as: 'programme-office' as const } : {};
    await must(id, { ...as, params, body: {}, headers });
  }
};
