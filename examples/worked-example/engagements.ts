import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { MarketEngagement } from '#registers/market-engagement/record.ts';
import type { ChangeStep } from '../step.ts';
import { team } from './personas.ts';
import { command } from './settings.ts';

type Engagement = z.input<typeof MarketEngagement>;
type Organisation = NonNullable<Engagement['organisations']>[number];

// Firms and bodies that do not exist. One of them may answer for several reviews: it is still one organisation.
const organisations = {
  northgate: { id: 'northgate-works', name: 'Northgate Works (fictional)', kind: 'national' },
  brightwater: { id: 'brightwater', name: 'Brightwater Environmental (fictional)', kind: 'national' },
  millbrook: { id: 'millbrook', name: 'Millbrook Facilities (fictional)', kind: 'sme' },
  hearth: { id: 'hearth', name: 'Hearth Community Care (fictional)', kind: 'vcse' },
  alder: { id: 'alder', name: 'Alder Home Support (fictional)', kind: 'sme' },
  lantern: { id: 'lantern', name: 'Lantern Libraries Trust (fictional)', kind: 'vcse' },
  easthaven: { id: 'easthaven', name: 'Easthaven District Council (fictional)', kind: 'public-body' },
  westmoor: { id: 'westmoor', name: 'Westmoor County Council (fictional)', kind: 'public-body' },
  cirrus: { id: 'cirrus', name: 'Cirrus Hosting (fictional)', kind: 'national' },
  quill: { id: 'quill', name: 'Quill Legal (fictional)', kind: 'sme' },
} as const satisfies Record<string, Organisation>;

const answering = (responses: number, ...who: readonly (keyof typeof organisations)[]): Organisation[] =>
  who.map((one) => ({ ...organisations[one], responses }));
const invited = (...who: readonly (keyof typeof organisations)[]): Organisation[] =>
  who.map((one) => ({ ...organisations[one], responses: 1, invitedIn: true }));

const day = (date: LocalDate): Engagement['on'] => ({ kind: 'date', date });

const ofReview = (on: LocalDate, review: string, id: string, engagement: Engagement): ChangeStep =>
  command.entry({ on, as: team }, 'market-engagement', review, id, { on: day(on), ...engagement });

export const engagementSteps: readonly ChangeStep[] = [
  command.ofProgramme({ on: '2025-03-24', as: team }, 'market-engagement', 'notice', {
    title: 'Preliminary market engagement notice for Wave 1',
    kind: 'preliminary-market-engagement-notice',
    on: day('2025-03-24'),
    purpose: 'To hear who is interested in which service before options are drawn up.',
    organisations: [
      ...answering(5, 'northgate', 'millbrook'),
      ...answering(2, 'brightwater', 'cirrus'),
      ...answering(1, 'hearth', 'alder', 'lantern', 'quill', 'easthaven', 'westmoor'),
    ],
    conflictsAndEqualTreatment: 'Every answer was read by two officers; one declared an interest and left.',
    findings: 'Strong interest in highways and facilities, little in leisure and legal work.',
  }),
  command.ofProgramme({ on: '2025-04-28', as: team }, 'market-engagement', 'benchmark', {
    title: 'Benchmarking by the counties that share their figures',
    kind: 'benchmarking',
    on: { kind: 'month', month: '2025-04' },
    stated: { organisations: 14, source: 'Annual comparison of fourteen counties (fictional)' },
    findings: 'Transport for pupils costs a fifth more than the middle of the fourteen.',
  }),
  ofReview('2025-04-10', 'waste-and-recycling', 'supplier-day', {
    title: 'Supplier day at the transfer station',
    kind: 'supplier-session',
    organisations: invited('brightwater', 'northgate', 'millbrook'),
    findings: 'Nobody would carry the price of recyclables for longer than two years.',
  }),
  ofReview('2025-05-06', 'libraries-and-archives', 'trust-visit', {
    title: 'Visit to a county whose libraries are a trust',
    kind: 'peer-authority-visit',
    organisations: invited('westmoor', 'lantern'),
    findings: 'Two years from decision to charity.',
  }),
  ofReview('2025-04-03', 'revenues-and-benefits', 'district-session', {
    title: 'Session with the district that would share the service',
    kind: 'soft-market-test',
    organisations: invited('easthaven'),
  }),
  ofReview('2025-06-04', 'adult-home-care', 'provider-sessions', {
    title: 'Sessions with providers in four towns',
    kind: 'supplier-session',
    organisations: [...invited('hearth', 'alder'), ...answering(1, 'millbrook')],
    findings: 'Zones of 1,800 hours a week are small enough for local firms.',
  }),
  ofReview('2025-05-20', 'highways-maintenance', 'deep-dives', {
    title: 'Deep dives with three firms',
    kind: 'soft-market-test',
    organisations: invited('northgate', 'brightwater'),
    conflictsAndEqualTreatment: 'The same questions, in writing, to every firm.',
  }),
  ofReview('2025-04-16', 'ict-and-digital', 'hosting', {
    title: 'Prices of three hosting firms',
    kind: 'benchmarking',
    organisations: answering(1, 'cirrus', 'quill'),
  }),
  ofReview('2025-09-08', 'youth-services', 'not-engaged', {
    title: 'No engagement before the service baseline',
    kind: 'decision-not-to-engage',
    reason: 'What the service costs and whom it reaches must be known before the market is asked.',
  }),
];
