import { type Asking, morningAfter } from './asking.ts';

const create = { 'if-none-match': '*' };

/** The register of people, its messages, and somebody who left. */
export const keepPeople = async ({ must, ifMatch, tracker }: Asking): Promise<void> => {
  const params = { personId: 'petra-person' };
  const body = { name: 'Petra Person', subject: 'petra-of-the-token' };
  await must('putPerson', { params, body, headers: create });
  await must('putPerson', { params: { personId: 'sam-sro-after' }, body: { name: 'Sam After' }, headers: create });
  await must('passOn', { params, body: { to: 'sam-sro-after', reason: 'Left the council' } });
  await must('chooseMessages', { body: { messages: 'at-once' } });
  await tracker.sweepMessages(morningAfter(new Date().toISOString()));
  await must('erasePerson', {
    params,
    body: { ground: 'no-longer-needed' },
    headers: await ifMatch('getPerson', params),
  });
};
