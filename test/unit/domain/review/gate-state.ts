import { type GateContext, gateOf } from '#domain/review/gate.ts';
import { told } from '../perfect-review.ts';

export const stateOf = (context: GateContext, id: string) => gateOf(context).criteria.find((one) => one.id === id);
export const outcome = (name: string) => ({
  outcomes: [
    {
      number: 1,
      outcome: name,
      body: 'Cabinet',
      on: '2014-03-13',
      by: 'ann-lee',
      at: told,
      ofVersion: 3,
      conditions: [],
    },
  ],
});
export const waiting = {
  waitsFor: [{ id: 'strategy', on: 'document', what: 'the Accommodation Strategy', holdsStage: 'identified' }],
};
