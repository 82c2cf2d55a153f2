import type { ProblemCode } from './problems.ts';

/*
 * What whoever was refused can do instead, by the code of the refusal: which values are taken, which act does it, or who may. The detail of a refusal
 * says more where more is known; a test holds that each way out can be gone.
 */
export const waysOut: Readonly<Record<ProblemCode, string>> = {
  'request.malformed':
    'Send a body that is JSON in UTF-8, with each member once; GET /openapi.json has a schema of every body.',
  'request.invalid':
    'Put right each place that "faults" names, and send the request again; GET /openapi.json says what is taken.',
  'effective.not-taken':
    'Leave Effective-At out. What was recorded wrongly of an earlier time is put right by a correction.',
  'idempotency.key-missing': 'Send an Idempotency-Key of your own making, a new one for each new request.',
  'token.missing': 'Sign in, and send the token with the header Authorization: Bearer.',
  'token.not-accepted':
    'Sign in again; where that does not help, ask whoever administers the users for an organisation and a role.',
  'role.not-allowed':
    'Ask somebody who holds one of the roles that are named to do it, or an administrator for the role.',
  'view.not-allowed': 'Ask for view=public.',
  'review.not-the-sro':
    'Ask an SRO of the review, whom GET /programmes/{programmeId}/reviews/{reviewId} names, or their deputy, to do it.',
  'saving.own-claim': 'Ask somebody else of finance to validate it.',
  'rating.own-review':
    'Ask somebody of assurance to rate it who answers for no part of the review, and has not for twelve months.',
  'checkpoint.own-review':
    'Ask somebody of assurance to record it who answers for no part of the review, and has not for twelve months.',
  'redaction.programme-open': 'Close the programme again by its settings, or strike the redaction out.',
  'change.own-request':
    'Ask somebody else of the programme office to record what was decided; who asked may record that it is withdrawn.',
  'transfer.of-other-office': 'Ask the programme office of the other organisation to do it.',
  'draft.own': 'Ask another person of the programme office to read the draft and publish it.',
  'redaction.own-request': 'Ask another person of the other role, assurance or the programme office, to agree.',
  'route.unknown': 'Look the address up in GET /openapi.json.',
  'programme.unknown': 'Choose one that GET /programmes lists, or set it up with PUT /programmes/{programmeId}.',
  'review.unknown':
    'Choose one that GET /programmes/{programmeId}/reviews lists, or open it with PUT /programmes/{programmeId}/reviews/{reviewId}.',
  'entry.unknown': 'Choose one that the list of the register has, or record it first with a PUT.',
  'report.unpublished':
    'Choose a month that GET /programmes/{programmeId}/reports lists, or ask the programme office to run it with POST /programmes/{programmeId}/reports.',
  'feed.unknown': 'Choose a table that GET /programmes/{programmeId}/feeds lists.',
  'figure.unknown': 'Choose one that GET /programmes/{programmeId}/reports/{month}/figures lists.',
  'person.unknown':
    'Choose one whom GET /people lists, or have the programme office add them with PUT /people/{personId}.',
  'run.unknown': 'Use the address that the answer to your request for the report gave.',
  'transfer.unknown': 'Choose one that GET /transfers lists.',
  'comparison.unknown': 'Have them compared with POST /programmes/{programmeId}/reports/compare-days.',
  'draft.unknown': 'Have the programme office make one with POST /programmes/{programmeId}/reports/{month}/drafts.',
  'method.not-allowed': 'Send one of the methods that the header Allow names.',
  'answer.not-acceptable': 'Ask in Accept for one of the formats that are named, or leave Accept out.',
  'entry.word-not-listed':
    'Have the programme office put the word into the settings again, or correct the entry, and then put it back.',
  'effective.out-of-order': 'Record what was true before that as a correction, or leave Effective-At out.',
  'effective.too-early': 'Name a later time, or correct first when the review or programme began.',
  'programme.closed': 'Have the programme office take "closeDown" out with PATCH /programmes/{programmeId} first.',
  'programme.handed-over':
    'Record it with the organisation that is named, or ask its programme office to; while it is still being copied, wait until GET /transfers/{transferId} says that it is received.',
  'programme.id-reserved': 'Choose another id.',
  'transfer.open': 'Wait for the answer, or withdraw it first with POST /transfers/{transferId}/withdrawals.',
  'transfer.ended':
    'Leave it as it is; where the programme is still to go, its office proposes it again with POST /programmes/{programmeId}/transfers.',
  'transfer.accepted': 'Wait until GET /transfers/{transferId} says that it is received.',
  'transfer.of-practice':
    'Leave it where it is; the other organisation sets up a practice programme of its own with PUT /programmes/{programmeId}.',
  'transfer.id-taken':
    'Leave the programme where it is, and refuse the proposal with POST /transfers/{transferId}/refusals: ids are never changed.',
  'transfer.redaction-under-way': 'Wait until the redaction that is named is done, and accept then.',
  'lifecycle.not-from-here':
    'Take one of the acts that are named with POST /programmes/{programmeId}/reviews/{reviewId}/lifecycle-changes; what was recorded wrongly is corrected.',
  'stage.unknown': 'Name one of the stages that are listed.',
  'stage.not-stated':
    'State the stage with PUT /programmes/{programmeId}/reviews/{reviewId}: "openedAt", with the source that says so.',
  'stage.not-next': 'Move to the stage after the one where the review is, or back to an earlier one with a reason.',
  'stage.gate-not-met':
    'Meet the criteria that are named, or have an SRO of the review waive them with POST /programmes/{programmeId}/reviews/{reviewId}/waivers.',
  'stage.already-there': 'Leave it as it is, or move to another stage.',
  'criterion.unknown': 'Name a criterion that GET /programmes/{programmeId}/reviews/{reviewId}/gate lists.',
  'criterion.met': 'Leave it: the review may move as far as this criterion goes.',
  'case.approved': 'Record the new version as a business case of its own, under another id.',
  'condition.unknown': 'Name a condition of the latest outcome, by its id.',
  'entry.already-there': 'Choose another id, or change what is there with a PUT or PATCH.',
  'risk.not-open': 'Open the risk again with a PUT or PATCH first, or record the issue on its own.',
  'saving.query-unknown': 'Read what finance asked with the savings line; where the claim is wrong, change it.',
  'saving.year-unknown': 'Validate a year that the line has, or have the team add the year first.',
  'rating.already-given': 'Correct the rating that is there, or rate for another date.',
  'return.month-not-ended': 'Wait until the last day of the month, and confirm it then.',
  'return.already-confirmed': 'Leave it as it is, or correct the return: an SRO then confirms it again.',
  'change.decided':
    'Ask for what is still to change by a change request of its own, or have the programme office correct what was recorded wrongly.',
  'baseline.fixed': 'Fix another baseline under an id of its own, or strike this one out.',
  'redaction.agreed': 'Ask for another redaction where more is to be taken out.',
  'redaction.nothing-there':
    'Change what is asked for to the place of a text, as GET /programmes/{programmeId}/history shows it, or strike the redaction out.',
  'redaction.names-words': 'Change the reason to words that do not repeat what is taken out.',
  'review.struck-out':
    'Put the review back first with POST /programmes/{programmeId}/reviews/{reviewId}/strike-out and "undo": true, or choose another review.',
  'review.not-struck-out': 'Leave it as it is: there is nothing to undo.',
  'review.own-assurance': 'Name somebody else, or have assurance strike out first what that person gave.',
  'entry.struck-out':
    'Put the entry back first with its strike-out and "undo": true, or record another under another id.',
  'entry.not-struck-out': 'Leave it as it is: there is nothing to undo.',
  'record.newer-shape': 'Wait until the newer release runs again, and send the same request then.',
  'review.sum-too-large': 'Look for a figure that was mistyped, and put it right.',
  'correction.event-unknown': 'Name one of the events that the history of the record lists.',
  'month.not-ended': 'Ask for the report once the month has ended.',
  'month.not-reported':
    'Choose a month that the programme reports, or have the programme office change its reporting calendar with PATCH /programmes/{programmeId}.',
  'draft.needed':
    'Have one person of the programme office make a draft with POST /programmes/{programmeId}/reports/{month}/drafts, and another read and publish it.',
  'month.not-begun': 'Choose a month that has begun.',
  'month.out-of-order': 'Ask for the earlier month first.',
  'month.before-report-day': 'Wait until the report day, or send "early": true with a reason.',
  'run.under-way': 'Wait until the run that is named has ended, and then ask for a revision where one is still needed.',
  'report.rule-set-unknown': 'Ask again once the newer release runs.',
  'version.of-another': 'Read the record that is named, and send its ETag.',
  'version.exists': 'Take another id for what is new; to change what is there, read it and send its ETag as If-Match.',
  'version.stale': 'Read the record again, make the change in what it says now, and send its new ETag.',
  'draft.moved': 'Read the draft that is kept now, or make another, and name the digest of that one.',
  'return.figures-moved': 'Read the figures again, and confirm those.',
  'request.too-large':
    'Send less at once: fewer entries, or a shorter text with the rest in a paper that is named as its source.',
  'record.too-large': 'Shorten its longest texts or lists, or record a part of it as an entry of its own.',
  'review.too-large': 'Strike out what was recorded by mistake, or open a review of its own for a part of the work.',
  'media-type.not-json': 'Send the Content-Type that is named.',
  'idempotency.key-reused': 'Use a new Idempotency-Key for a new request.',
  'content.breaks-rule': 'Put right each place that "faults" names: each says what is taken, and by which rule.',
  'return.something-changed': 'Say in "narrative" what changed, instead of "nothingChanged".',
  'answer.too-large': 'Ask for less: a lower limit, page by page, or part by part.',
  'version.missing': 'Send If-None-Match: * to create, or If-Match with the ETag of what you change.',
  'rate.exceeded': 'Wait as long as Retry-After says, and send the same again.',
  'store.busy': 'Send the same request again, with the same Idempotency-Key if it had one.',
  fault: 'Send the same request again; where it fails again, give the id to whoever runs the tracker.',
};
