import type { HistoryEvent } from '#schemas/history.ts';
import { linkedEvent } from '#store/digests/event-digest.ts';
import { exportOf, type MadeUpReport, RecordTeller } from './made-up-record.ts';

/*
 * One record, told by hand: two reviews, January and February published, February revised, then more told.
 *
 * line 1 export; 2-7 tomorrow 1-6 (settings, settings, January, February, February again, settings);
 * 8-11 tomorrow/legal 1-4; 12-14 tomorrow/property 1-3; 15-17 January, February, February again; 18 manifest
 */
const persona = new RecordTeller('tomorrow');
export const { record } = persona;
const risk = { kind: 'risk', id: 'late' } as const;
persona.recordChange('tomorrow/property', { kind: 'review', id: 'property' }, { title: 'Property' });
persona.recordChange('tomorrow/property', risk, { title: 'The lease runs on', pounds: 100_000 });
persona.recordChange('tomorrow/legal', { kind: 'review', id: 'legal' }, { title: 'Legal\u2028Services' });
persona.recordChange('tomorrow', { kind: 'programme', id: 'tomorrow' }, { title: 'Services for Tomorrow' });
export const january = persona.publish(persona.fix({ month: '2026-01', revision: 1 }));
persona.recordChange('tomorrow/legal', risk, { title: 'A claim' });
export const february = persona.publish(persona.fix({ month: '2026-02', revision: 1 }));
persona.recordChange('tomorrow/legal', risk, { title: 'A smaller claim' });
export const again = persona.publish(persona.fix({ month: '2026-02', revision: 2 }));
persona.recordChange('tomorrow', { kind: 'programme', id: 'tomorrow' }, { title: 'Services for the Day after' });
persona.recordChange('tomorrow/legal', risk, { title: 'No claim' });
persona.recordChange('tomorrow/property', risk, { title: 'The lease ends', pounds: 0 });

export const lines = exportOf(record, 100);
export const anchorOf = (report: MadeUpReport): string => report.publication.sealingDigest;
export const events = (chain: string): HistoryEvent[] => record.chains.get(chain) ?? [];
export const line = (number: number): string => lines[number - 1] ?? '';
export const withLine = (number: number, change: (line: never) => void): string[] => {
  const changed = JSON.parse(line(number));
  change(changed as never);
  return lines.with(number - 1, JSON.stringify(changed));
};
export const eventAt = (number: number): HistoryEvent => JSON.parse(line(number)).event;
export const withEvent = (number: number, over: Partial<HistoryEvent>): string[] => {
  const { digest: _, ...event } = { ...eventAt(number), ...over };
  return lines.with(number - 1, JSON.stringify({ kind: 'event', event: linkedEvent(event) }));
};
