/** What the OpenAPI document says before its operations. */
export const introduction = `
A tracker for council transformation programmes: reviews and their stages, market engagement, options appraisals,
delivery models, business cases and their outcomes, savings, risks, and a monthly report that reconciles.

## Signing in
Every call but those under *Front* carries \`Authorization: Bearer <token>\`, an access token of the organisation's own
OpenID Connect issuer. Organisation and roles come from the token, never from a path or body. Each operation lists the
roles that may call it; a person with several roles may do what any of them may.

## Time
A write is true from the header \`Effective-At\`: an instant, or a date, which means 00:00 Europe/London. Without it the
write is true from the instant at which it is recorded; it can never lie ahead of that instant, nor before the last change of the
same record. An act of judgement (outcome, condition, validation, confirmation, rating, waiver) happens when it is recorded: it takes
no \`Effective-At\`, and its body has the day on which it was decided. What is recorded out of order is a correction, by whoever may write the record. \`asAt\` on a read asks what was true
then: an instant, or a date, which means the end of that day. \`knownAt\` asks by what was recorded by then: an instant, a date,
or what a published report was made from, \`2014-04\` (its latest revision) or \`2014-04/2\`. Without \`asAt\` it means what was true
at that instant, or at the end of that month. The pages of a list are asked for with the same two times. Money is whole
pounds, financial years are written \`2015/16\`, months \`2014-04\`.

## Versions
Records are put at ids that the caller chooses. \`If-None-Match: *\` creates, \`If-Match\` with the \`ETag\` last read
changes; a PUT carries exactly one of them (428 otherwise) and a stale version answers 412. A body equal to what is
stored answers 200 and leaves no trace in history. An act rests on what its sender read: it carries the \`ETag\` of what it judges,
which is the entry of its path (the business case, the savings line, the return), or else the review; only a correction names the
event that it corrects instead. Each ETag is of one version of one record, as \`"saving:tomorrow/property/fewer-buildings:3"\` (kind, address,
version): that of another record answers 412 \`version.of-another\`. An answer to \`asAt\` or \`knownAt\` carries no \`ETag\`. A read answers
\`{record, facts, computed, version}\`; a PUT takes the record alone.

Wherever there is a PUT, a PATCH changes a part: JSON Merge Patch (RFC 7396), \`Content-Type: application/merge-patch+json\`, with the
\`If-Match\` of what was read. It holds the fields that change; \`null\` takes one out, an object is merged field by field, a list is replaced as
a whole. What comes of it is judged, recorded and answered as a PUT of the whole record. A figure that becomes one of another kind says
\`null\` for what that kind has not: \`{"budget": {"kind": "range", "low": 1, "high": 2, "pounds": null}}\`.

## Many at once
A POST to a register (\`{"entries": [{"id": "...", "record": {...}}]}\`) records up to forty new entries in one transaction, all or none. Each is judged as a
PUT of its own and may name others of the list; a fault names its place, as \`/entries/3/record/owner\`.

## Sending twice
A POST carries an \`Idempotency-Key\` of the caller's making, a PUT may. The same key with the same request answers the
first answer again, for seven days; with another request it is refused (422). Refusals are not kept: they are decided
again.

## While the record cannot be reached
Everything answers 503 with \`Retry-After\`: nothing is half done, send the same again. Only a report that the same
function has answered before, to somebody of the same organisation and roles who asked for the very same, is answered
again as it was, with its age in seconds in the header \`Age\` and with \`Cache-Status\`. A later revision may be published
by then; without \`Age\` an answer is what the record says now.

## Asking too fast
One person is answered so many requests a second; above that everything answers 429 \`rate.exceeded\` with \`Retry-After\`, and
nothing of it is done. The gateway in front counts everybody together, and its own 429 carries no \`Retry-After\`: wait a
few seconds there.

## Refusals
Whatever reaches the tracker and fails is answered as \`application/problem+json\` (RFC 9457) with a stable \`code\` and a
sentence; a request that does not fit lists every fault with its JSON pointer. An address that does not exist answers
404 \`route.unknown\`, a method that an address does not take 405 \`method.not-allowed\`. The gateway in front answers a
few cases by itself, before the tracker sees them: they are described as the edge's answers and carry \`{"message"}\`.
`.trim();
