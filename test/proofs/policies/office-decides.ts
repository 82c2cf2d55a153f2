import { operationById } from '#schemas/operations.ts';
import { exampleBodyOf } from '../../support/examples.ts';
import { records } from '../../support/records.ts';
import type { Asking } from './asking.ts';

const create = { 'if-none-match': '*' };
type Params = Readonly<Record<'programmeId' | 'reviewId', string>>;

/** Words of a risk are taken out: asked for by the office, agreed by assurance. */
const redact = async ({ must, ifMatch }: Asking, property: Params): Promise<void> => {
  const params = { ...property, entryId: 'wrongly-named' };
  const body = { ...Object(records.redaction), review: property.reviewId, entry: 'first-option' };
  await must('putProgrammeRedaction', { as: 'programme-office', params, body, headers: create });
  const headers = await ifMatch('getProgrammeRedaction', params);
  await must('agreeRedaction', { as: 'assurance', params, body: {}, headers });
};

/** Change requests of the team, of a review and of the programme, are decided. */
const decideChanges = async ({ must, ifMatch }: Asking, property: Params): Promise<void> => {
  const params = { ...property, entryId: 'to-decide' };
  for (const stem of ['ChangeRequest', 'ProgrammeChangeRequest']) {
    const body = Object(exampleBodyOf(operationById(`decide${stem}`)));
    const asked = { params, body: records['change-request'], headers: create };
    await must(`put${stem}`, { as: 'transformation-team', ...asked });
    const headers = await ifMatch(`get${stem}`, params);
    await must(`decide${stem}`, { as: 'programme-office', params, body, headers });
  }
};

/** A programme is proposed to a neighbour, which is withdrawn, refused and accepted; the id of the transfer. */
export const handOver = async ({ must }: Asking, body: unknown): Promise<string> => {
  const params = { programmeId: 'goes-over' };
  await must('putProgramme', { params, body, headers: create });
  const propose = async (): Promise<string> => {
    const proposal = exampleBodyOf(operationById('proposeTransfer'));
    return (await (await must('proposeTransfer', { params, body: proposal })).json()).id;
  };
  const answer = async (operation: string, transferId: string, organisation: string): Promise<void> => {
    const body = exampleBodyOf(operationById(operation));
    await must(operation, { params: { transferId }, body, organisation });
  };
  await answer('withdrawTransfer', await propose(), 'council');
  await answer('refuseTransfer', await propose(), 'medway');
  const transferId = await propose();
  await answer('acceptTransfer', transferId, 'medway');
  return transferId;
};

export const decideAsOffice = async (asking: Asking, property: Params): Promise<void> => {
  await redact(asking, property);
  await decideChanges(asking, property);
};
