import type { MachineRole } from '#schemas/people.ts';
import { defaultOrganisation } from './local-person.ts';

/** A program that signs in to a tracker on one machine by itself. */
export interface LocalMachine {
  readonly id: string;
  /** What history calls it. */
  readonly machine: string;
  readonly organisation: string;
  readonly role: MachineRole;
}

const organisation = defaultOrganisation;

/** Such as a deployment would choose: a tool that reads, a system that keeps registers up to date, and one that sends what the ledger says. */
export const localMachines: readonly LocalMachine[] = [
  { id: 'power-bi', machine: 'Power BI', organisation, role: 'board' },
  { id: 'project-system', machine: 'Project system', organisation, role: 'transformation-team' },
  { id: 'finance-ledger', machine: 'Finance ledger', organisation, role: 'ledger' },
];
