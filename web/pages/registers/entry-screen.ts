import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { buttonGroup, buttonLink, insetText, link, paragraph } from '../../design/blocks.ts';
import { summaryList } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { askLedgerOfEntry, ledgerOfEntry } from '../finance/ledger.ts';
import { mayReadHistory } from '../history/history.ts';
import { entryHistoryPath, entryPath, strikeOutPath } from '../paths.ts';
import { askInFigures, inFigures } from '../reports/in-figures.ts';
import { type At, may, type Screen, screen } from '../screen.ts';
import { aboutEntry } from './about-entry.ts';
import { actsOfRegister } from './acts-of-register.ts';
import { isOfNow, queryOf, readingChoice, readingIn } from './as-at.ts';
import { askNaming, namedBy } from './named-by.ts';
import { askNamed, namedEntries } from './references.ts';
import {
  askEntry,
  askOwner,
  capital,
  crumbsOf,
  Entry,
  entryTitle,
  ownerName,
  type RegisterPlace,
  registerAt,
  routeOf,
} from './register-at.ts';
import { shownFields } from './shown-value.ts';

/** What can be done with an entry besides changing it, by whoever looks. */
const actLinks = (place: RegisterPlace, here: string, entry: Entry, at: At): readonly Html[] =>
  actsOfRegister(place)
    .filter(({ on, roles, isFor }) => on === 'entry' && may(at.viewer, roles) && isFor?.(entry) !== false)
    .map(({ page, text }) => html`<li>${link(`${here}${page}`, text)}</li>`);

/** One entry: every field that holds something, and what can be done with it. */
export const entryScreen = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { register } = place;
  const fields = fieldsOf(register.record);
  return screen({
    path: routeOf(place, '/{entryId}'),
    asks: (at) => ({
      owner: askOwner(at),
      entry: askEntry(place, at, queryOf(readingIn(at))),
      ...askNamed(fields, all, at),
      ...(isOfNow(readingIn(at)) ? { ...askNaming(place, all, at), ...askLedgerOfEntry(register, at) } : {}),
      figures: askInFigures({ ...registerAt(at), register: register.kind, entry: at.params.entryId ?? '' }),
    }),
    show: (answers, at) => {
      const { owner } = answers;
      const entry = Entry.parse(answers.entry);
      const chain = registerAt(at);
      const here = entryPath(chain, register.path, entry.id);
      const { nameOf } = namedEntries(answers, all, at);
      const mayWrite = may(at.viewer, register.writers) && isOfNow(readingIn(at));
      const change = mayWrite && register.byActOnly === undefined && entry.struckOut === null;
      return {
        title: entryTitle(register, entry),
        caption: `${capital(register.noun)} of ${ownerName(owner)}`,
        crumbs: crumbsOf(at, ownerName(owner), register),
        body: html`${
          entry.struckOut !== null &&
          insetText(`Struck out: it is in no total and no later report. The reason: ${entry.struckOut.reason}`)
        }
${readingChoice(at)}
${change && buttonGroup(buttonLink(`${here}/_change`, 'Change'))}
${summaryList(shownFields(fields, entry.record, nameOf))}
${aboutEntry(register, entry, at)}
${isOfNow(readingIn(at)) && ledgerOfEntry(chain, entry.id, answers)}
${isOfNow(readingIn(at)) && namedBy(place, entry.id, answers, all, at)}
${inFigures(chain.programme, answers.figures)}
${paragraph(`Recorded on ${dateInWords(dayOf(entry.recordedAt))}, true from ${dateInWords(dayOf(entry.effectiveAt))}.`)}
<ul class="govuk-list">
${isOfNow(readingIn(at)) && entry.struckOut === null && actLinks(place, here, entry, at)}
${mayReadHistory(at.viewer) && html`<li>${link(entryHistoryPath(chain, register.path, entry.id), 'History: who recorded what, and when')}</li>`}
${mayWrite && html`<li>${link(strikeOutPath(chain, register.path, entry.id), entry.struckOut === null ? 'Strike it out' : 'Put it back')}</li>`}
</ul>`,
      };
    },
  });
};
