import { describe, expect, it } from 'vitest';
import { review } from '../../../support/records.ts';
import { screensBefore } from './screen-under-test.ts';

/* A review on one page leads straight to what is done with it every month. */

const api = '/programmes/p/reviews/r';
const here = '/pages/programmes/p/reviews/r';
const entries = (count: number) => ({
  body: {
    next: null,
    items: Array.from({ length: count }, (_, n) => ({
      ...{ id: `one-${n}`, record: { title: `One ${n}` }, facts: {}, computed: {}, version: 1, struckOut: null },
      ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 'tara' },
    })),
  },
});
const gate = (open: boolean) => ({
  body: {
    ...{
      stage: 'identified',
      stageName: 'Identified',
      next: 'service-baseline',
      nextName: 'Service baseline (1)',
      open,
    },
    ...{ sentence: 'It may move.', criteria: [], held: [] },
  },
});
const answers = (isOpen: boolean, count = 2) => ({
  [api]: {
    body: {
      ...{ id: 'r', record: review, struckOut: null },
      facts: {
        ...{ stage: 'identified', stageSince: '2026-01-01T00:00:00.000Z', moves: [], waivers: [], stageWork: null },
        lifecycles: [{ lifecycle: 'active', at: '2026-01-01T00:00:00.000Z' }],
      },
      computed: {
        ...{ stageName: 'Identified', nextStage: 'service-baseline', sroState: 'one', counted: true },
        sentence: 'It is counted.',
      },
    },
  },
  [`${api}/gate`]: gate(isOpen),
  [`${api}/savings`]: entries(count),
  [`${api}/risks`]: entries(count),
  [`${api}/business-cases`]: entries(count),
});
const bodyFor = async (role: 'transformation-team' | 'sro' | 'board', isOpen = true, count = 2): Promise<string> =>
  String((await screensBefore(() => answers(isOpen, count), [role]).opened(here)).body);

describe('the page of a review', () => {
  it('leads who keeps a register straight to the form that adds to it', async () => {
    expect(await bodyFor('transformation-team')).toContain(`href="${here}/risks/_new">Add`);
    expect(await bodyFor('board')).not.toContain('_new');
  });

  it('has its latest ratings with whose they are, and lets who may give one', async () => {
    const rated = (id: string, source: string, on: string, rating: string, words: string) => ({
      ...{
        id,
        record: { on, overall: { rating, words }, forwardLook: 'improving' },
        facts: { source },
        struckOut: null,
      },
    });
    const given = {
      ...answers(true),
      [`${api}/ratings`]: {
        body: {
          items: [
            rated('sro-2026-01-31', 'sro', '2026-01-31', 'amber', 'The lease is not signed.'),
            rated('assurance-2026-01-10', 'assurance', '2026-01-10', 'red', 'Nobody leads it.'),
          ],
          next: null,
        },
      },
    };
    const shownTo = async (role: 'sro' | 'board') =>
      String((await screensBefore(() => given, [role]).opened(here)).body)
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ');
    expect(await shownTo('sro')).toMatch(
      /Ratings Give a rating.* Amber The SRO, 31 January 2026 The lease is not signed\. Red Assurance, 10 January 2026 Nobody leads it\./,
    );
    expect(await shownTo('board')).not.toContain('Give a rating');
    expect(await bodyFor('board')).toContain('Not rated yet.');
  });

  it('leads who keeps it to all savings lines and all risks at once, where there are some', async () => {
    for (const page of ['savings/_month-end', 'risks/_reviewed']) {
      expect(await bodyFor('transformation-team')).toContain(`href="${here}/${page}"`);
      expect(await bodyFor('transformation-team', true, 0)).not.toContain(page);
      expect(await bodyFor('board')).not.toContain(page);
    }
  });

  it('leads to the move where the gate is open, and whoever may move it', async () => {
    expect(await bodyFor('sro')).toContain('Move to Service baseline (1)');
    expect(await bodyFor('sro', false)).not.toContain('/stage/move');
    expect(await bodyFor('board')).not.toContain('/stage/move');
  });

  it('names its business cases', async () => {
    expect(await bodyFor('sro')).toContain(`href="${here}/business-cases/one-0"`);
  });
});
