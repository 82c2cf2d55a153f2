import { type RegisterKind, registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import type { Call } from './call.ts';

/** The register that an operation belongs to. */
export const registerOf = ({ operation }: Pick<Call, 'operation'>): Register & { readonly kind: RegisterKind } => {
  const register = registers.find((one) => one.kind === operation.register?.kind);
  if (register === undefined) throw new Error(`the operation ${operation.id} belongs to no register`);
  return register;
};
