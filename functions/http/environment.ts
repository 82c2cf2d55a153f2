import * as z from 'zod';
import type { ClaimNames } from './actor.ts';

/** The environment of a function; a missing variable stops it at its start. */
export const readEnvironment = <S extends z.ZodRawShape>(shape: S): z.infer<z.ZodObject<S>> => {
  const parsed = z.object(shape).safeParse(process.env);
  if (!parsed.success)
    throw new Error(
      `the function is set up wrongly: ${parsed.error.issues.map((one) => one.path.join('.')).join(', ')}`,
    );
  return parsed.data;
};

export const claimsShape = {
  SUBJECT_CLAIM: z.string().min(1).default('sub'),
  ORGANISATION_CLAIM: z.string().min(1).default('organisation'),
  ROLES_CLAIM: z.string().min(1).default('roles'),
  /** The organisations that a token may name, separated by spaces. */
  ORGANISATIONS: z.string().min(1).optional(),
  NAME_CLAIM: z.string().min(1).default('name'),
  /** What a person's token names in `scope` or `scp`, where the gateway does not ask for it. */
  SCOPE_IN_TOKEN: z.string().min(1).optional(),
};
export const claimNamesFrom = (environment: {
  SUBJECT_CLAIM: string;
  ORGANISATION_CLAIM: string;
  ROLES_CLAIM: string;
  ORGANISATIONS?: string | undefined;
  NAME_CLAIM: string;
  SCOPE_IN_TOKEN?: string | undefined;
}): ClaimNames => ({
  subject: environment.SUBJECT_CLAIM,
  organisation: environment.ORGANISATION_CLAIM,
  roles: environment.ROLES_CLAIM,
  ...(environment.ORGANISATIONS === undefined ? {} : { organisations: environment.ORGANISATIONS.split(' ') }),
  name: environment.NAME_CLAIM,
  ...(environment.SCOPE_IN_TOKEN === undefined ? {} : { scope: environment.SCOPE_IN_TOKEN }),
});
