import * as z from 'zod';
import { counted } from '#language/in-words.ts';
import type { Instant } from '#language/time.ts';
import { mostEntriesTogether } from '#schemas/limits.ts';
import { button, link, paragraph } from '../../design/blocks.ts';
import { hidden } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, formFrom, jsonIn } from '../../forms/form-values.ts';
import { type Html, html, trusted } from '../../html.ts';
import type { PlannedEntry } from '../../workbook/place.ts';
import { apiRegisterPath } from '../paths.ts';
import type { Api, ProblemAnswer } from '../question.ts';
import { type Brought, carriedOn, stepBox } from './brought.ts';
import { nameOfOwner, type PlanOf, placeOf, plansOf, registerOf, rowsByOwner } from './owner-plans.ts';

/*
 * Records the rows of a spreadsheet by parts, forty entries of a review at a time, a few parts a request. What is left is found by what is recorded by
 * then: a part that was recorded is as recorded, whoever sends it again. What is refused stops its review, and no other.
 */

/** Parts that one request records, of several reviews at once. */
const partsOfRequest = 12;
/** How far a page has come, as it sends it along. */
const progressBox = 'progress';

const Progress = z.array(
  z.object({
    owner: z.string(),
    recorded: z.int(),
    /** Nothing more is recorded of it: all is, or something was refused. */
    isDone: z.boolean(),
    refused: z.array(z.string()),
  }),
);
type Progress = z.infer<typeof Progress>;
export const progressIn = (values: FormValues): Progress => Progress.safeParse(jsonIn(values, progressBox)).data ?? [];

interface Part {
  readonly path: string;
  readonly entries: readonly PlannedEntry[];
}

const partsOf = (brought: Brought, { owner, plan }: PlanOf): readonly Part[] => {
  const path = apiRegisterPath(placeOf(brought, owner), brought.register.path);
  const divided = (entries: readonly PlannedEntry[], to: string): readonly Part[] =>
    Array.from({ length: Math.ceil(entries.length / mostEntriesTogether) }, (_, n) => ({
      path: to,
      entries: entries.slice(n * mostEntriesTogether, (n + 1) * mostEntriesTogether),
    }));
  return [...divided(plan.added, path), ...divided(plan.changed, `${path}/changes`)];
};

const sentencesOf = ({ faults, title, detail }: ProblemAnswer, { entries }: Part): string[] => {
  const each = faults.map(({ pointer, message }) => {
    const [, n] = /^\/entries\/(\d+)/.exec(pointer) ?? [];
    const entry = n === undefined ? undefined : entries[Number(n)];
    return entry === undefined ? message : `Row ${entry.row}, ${entry.title}: ${message}`;
  });
  return each.length > 0 ? each.slice(0, 10) : [detail || title];
};

/** The service is away, or too many ask: nothing is wrong with the rows. */
const isBusy = ({ status }: ProblemAnswer): boolean => status === 429 || status >= 500;

interface Recording {
  readonly brought: Brought;
  readonly api: Api;
  readonly effectiveAt: Instant | undefined;
}

interface OwnerRecorded {
  readonly recorded: number;
  readonly isDone: boolean;
  readonly refused: string[];
  readonly isBusy: boolean;
}

const recordOwner = async (
  { brought, api, effectiveAt }: Recording,
  parts: readonly Part[],
  most: number,
): Promise<OwnerRecorded> => {
  let recorded = 0;
  for (const part of parts.slice(0, most)) {
    const body = {
      entries: part.entries.map(({ id, version, record }) =>
        version === undefined ? { id, record } : { id, version, record },
      ),
    };
    const key = brought.around.at.keyOf(`${part.path} ${effectiveAt ?? 'now'} ${JSON.stringify(body)}`);
    const sent = await api.send({ method: 'POST', path: part.path, body, effectiveAt }, key);
    if (sent.kind === 'refused')
      return isBusy(sent.problem)
        ? { recorded, isDone: false, refused: [], isBusy: true }
        : { recorded, isDone: true, refused: sentencesOf(sent.problem, part), isBusy: false };
    recorded += part.entries.length;
  }
  return { recorded, isDone: parts.length <= most, refused: [], isBusy: false };
};

/** Reviews that are recorded at the same time. */
const mostOwners = 4;

/** Records the next parts. */
export const recordNext = async (
  recording: Recording,
  before: Progress,
): Promise<{ readonly progress: Progress; readonly isBusy: boolean }> => {
  const { brought, api } = recording;
  const done = new Set(before.filter(({ isDone }) => isDone).map(({ owner }) => owner));
  const waiting = [...rowsByOwner(brought).owners].filter(([owner]) => !done.has(owner));
  const now = new Map(before.map((one) => [one.owner, one]));
  let [left, busy] = [partsOfRequest, false];
  while (waiting.length > 0 && left > 0 && !busy) {
    const plans = await plansOf(brought, waiting.splice(0, mostOwners), api);
    const most = Math.max(1, Math.floor(left / plans.length));
    const each = await Promise.all(
      plans.map(async (plan) => {
        const parts = partsOf(brought, plan);
        const wrong = plan.plan.faults.map(({ cell, message }) => `${cell} ${message}`);
        const made = wrong.length > 0 ? { ...stopped, refused: wrong } : await recordOwner(recording, parts, most);
        return { owner: plan.owner, made, parts: Math.min(parts.length, most) };
      }),
    );
    for (const { owner, made, parts } of each) {
      left -= parts;
      busy ||= made.isBusy;
      const { isBusy: _, ...one } = made;
      now.set(owner, { ...one, owner, recorded: (now.get(owner)?.recorded ?? 0) + one.recorded });
    }
  }
  return { progress: [...now.values()], isBusy: busy };
};
const stopped: OwnerRecorded = { recorded: 0, isDone: true, refused: [], isBusy: false };

export const isAllDone = (brought: Brought, progress: Progress): boolean =>
  [...rowsByOwner(brought).owners.keys()].every((owner) => progress.some((one) => one.owner === owner && one.isDone));

const rowsOf = (brought: Brought, progress: Progress): readonly (readonly (string | Html)[])[] => {
  const named = new Map(progress.map((one) => [one.owner, one]));
  return [...rowsByOwner(brought).owners].map(([owner, rows]) => {
    const one = named.get(owner);
    const state =
      one === undefined || !one.isDone
        ? 'Still to be recorded'
        : one.refused.length === 0
          ? 'Done'
          : html`Stopped, and the other reviews went on:<ul class="govuk-list govuk-list--bullet">${one.refused.map((text) => html`<li>${text}</li>`)}</ul>`;
    return [
      link(registerOf(brought, owner), nameOfOwner(brought, owner)),
      `${counted(one?.recorded ?? 0, 'row')} of ${rows.length}`,
      state,
    ];
  });
};

/** How far it has come: with script it goes on by itself, without it by the button. */
export const progressPage = (brought: Brought, progress: Progress, values: FormValues): Html => {
  const isDone = isAllDone(brought, progress);
  const [recorded, all] = [
    progress.reduce((sum, one) => sum + one.recorded, 0),
    [...rowsByOwner(brought).owners.values()].reduce((sum, rows) => sum + rows.length, 0),
  ];
  return html`<p class="govuk-body" role="status">${
    isDone
      ? `${counted(recorded, 'row')} recorded from ${brought.file.name}. Rows that said what is recorded already were left as they are.`
      : `${recorded} of ${counted(all, 'row')} recorded so far. What is recorded stays recorded, whatever happens to this page.`
  }</p>
${
  !isDone &&
  html`<form method="post" action="${brought.around.at.path}" novalidate${trusted(' data-goes-on')}>${carriedOn(brought)}${hidden(stepBox, 'record')}${hidden(progressBox, JSON.stringify(progress))}${values[formFrom] !== undefined && hidden(formFrom, values[formFrom])}
${button('Record the next rows')}</form>`
}
${dataTable({ caption: 'Review by review', stacked: true, columns: [{ head: 'Review' }, { head: 'Recorded' }, { head: 'State' }], rows: rowsOf(brought, progress), none: '' })}
${isDone && progress.some(({ refused }) => refused.length > 0) && paragraph('Put right what was refused in the spreadsheet, and bring it again: what is recorded already is left as it is.')}`;
};
