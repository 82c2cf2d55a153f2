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

export const decideAsOffice = async (asking: Asking, property: Params): Promise<void> => {
  await redact(asking, property);
  await decideChanges(asking, property);
};
