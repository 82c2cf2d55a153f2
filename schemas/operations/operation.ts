import type * as z from 'zod';
import type { Register, Scope } from '#registers/declaration.ts';
import type { Role } from '../people.ts';
import type { ProblemCode } from '../problems.ts';

/** The deployed functions, one per trust boundary; `front` serves what needs no token and holds no grant. */
export const hosts = ['commands', 'queries', 'board', 'front'] as const;
export type HostName = (typeof hosts)[number];

export type Method = 'GET' | 'PUT' | 'PATCH' | 'POST';

/** The formats that are files: bytes, and no text. */
export const fileTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
  'application/pdf',
] as const;
export type FileType = (typeof fileTypes)[number];

export type MediaType = 'application/json' | 'application/jsonl' | 'text/html' | 'text/csv' | FileType;

export const isFileType = (type: MediaType): type is FileType => fileTypes.some((one) => one === type);

/**
 * One operation of the API, as data: routes, grants and documents are made from it, and a use case takes the types of its
 * path, query and body from it.
 */
export interface Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: Method;
  /** The address as users see it and the OpenAPI document has it. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly host: HostName;
  /** The file in functions/api/ that does it. */
  readonly useCase: string;
  readonly roles: readonly Role[] | 'anyone';
  /** Set where the operation belongs to a register. */
  readonly register?: Register;
  readonly scope?: Scope;
  /** Set where every register has this operation: the path with `{register}` for the register's own part. */
  readonly pattern?: string;
  readonly params: P;
  readonly query: Q;
  readonly body?: B;
  /**
   * An act of judgement happens when it is recorded: it takes no Effective-At (docs/meaning.md TIME-20), and says in its body on which
   * day something was decided.
   */
  readonly judges?: true;
  /** `in-body`: a correction, whose body says from when it is true. `none`: it happens when it is asked for, and at no other time. */
  readonly effectiveAt?: 'in-body' | 'none';
  /** `put`: exactly one of If-None-Match: * and If-Match. `if-match`: If-Match. */
  readonly version?: 'put' | 'if-match';
  /** Of a PUT: it may have neither header, and is then of whatever is there. */
  readonly versionOptional?: true;
  readonly success: {
    readonly status: 200 | 201 | 202;
    readonly schema: z.ZodType;
    readonly mediaTypes: readonly MediaType[];
  };
  readonly problems: readonly ProblemCode[];
  /** `odata`: a refusal has the form that OData gives it, and the problem stands within. */
  readonly errors?: 'odata';
  /** Costs what hundreds of others do: the gateway lets few of them through a second, whoever asks. */
  readonly costly?: true;
}

/** What the body of a request is sent as. */
export const bodyTypeOf = ({
  method,
}: {
  readonly method: string;
}): 'application/json' | 'application/merge-patch+json' =>
  method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';

/** Whether the sender may say from when a change is true, by the header Effective-At (docs/meaning.md TIME-2). */
export const takesEffectiveAt = ({ method, judges, effectiveAt }: Operation): boolean =>
  method !== 'GET' && judges !== true && effectiveAt === undefined;
