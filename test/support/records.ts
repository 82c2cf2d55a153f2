/** What the proofs of `npm run prove` tell, for the tests too. */
export { programme, records, review, risk, saving } from '../../prove/records.ts';
