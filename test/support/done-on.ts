import type { ChangeOutcome } from '#functions/commands/change-outcome.ts';
import type { Outcome, UseCase } from '#functions/http/use-case.ts';
import type { Person } from './request-event.ts';

/** Does an operation by its use case alone, on what a test gives it; nothing is handed over to anybody but what that says. */
export const doneOn = async <D>(
  useCase: UseCase<D>,
  operationId: string,
  asked: { readonly as: Person; readonly params: object; readonly body: unknown; readonly isNew?: true },
  deps: D,
): Promise<Outcome | ChangeOutcome> => {
  const endpoint = useCase.find(({ operation }) => operation.id === operationId);
  if (endpoint === undefined) throw new Error(`the use case does not do ${operationId}`);
  const { as, params, body } = asked;
  const call = {
    operation: endpoint.operation,
    actor: { organisation: 'council', ...as, roles: [...as.roles] },
    params,
    query: {},
    body,
    expected: { kind: asked.isNew === true ? 'none-there' : 'nothing' } as const,
    now: new Date().toISOString(),
    effectiveAt: undefined,
    identity: undefined,
    headers: {},
    requestId: undefined,
  };
  const parsed = endpoint.parse({ call } as never);
  if (parsed.kind === 'refused') throw new Error(parsed.refusal.detail);
  return parsed.result(deps);
};

/** The code of a refusal, or that it is recorded. */
export const whatBecame = (outcome: Outcome | ChangeOutcome): string =>
  outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
