import * as z from 'zod';
import { tableClient } from '#store/table/client.ts';
import { acceptTransfer } from '../api/accept-transfer.ts';
import { agreeRedaction } from '../api/agree-redaction.ts';
import { answerClaimQuery } from '../api/answer-claim-query.ts';
import { changeEntries } from '../api/change-entries.ts';
import { changeLifecycle } from '../api/change-lifecycle.ts';
import { chooseMessages } from '../api/choose-messages.ts';
import { closeMonth } from '../api/close-month.ts';
import { compareDays } from '../api/compare-days.ts';
import { confirmReturn } from '../api/confirm-return.ts';
import { correctAppraisal } from '../api/correct-appraisal.ts';
import { correctEntry } from '../api/correct-entry.ts';
import { correctProgramme } from '../api/correct-programme.ts';
import { correctReview } from '../api/correct-review.ts';
import { decideChangeRequest } from '../api/decide-change-request.ts';
import { draftReport } from '../api/draft-report.ts';
import { erasePerson } from '../api/erase-person.ts';
import { getAppraisal } from '../api/get-appraisal.ts';
import { getEntry } from '../api/get-entry.ts';
import { getMe } from '../api/get-me.ts';
import { getPerson } from '../api/get-person.ts';
import { getProgramme } from '../api/get-programme.ts';
import { getReview } from '../api/get-review.ts';
import { moveStage } from '../api/move-stage.ts';
import { passOn } from '../api/pass-on.ts';
import { patchRecord } from '../api/patch-record.ts';
import { proposeTransfer } from '../api/propose-transfer.ts';
import { putAppraisal } from '../api/put-appraisal.ts';
import { putEntry } from '../api/put-entry.ts';
import { putPerson } from '../api/put-person.ts';
import { putProgramme } from '../api/put-programme.ts';
import { putReview } from '../api/put-review.ts';
import { queryClaim } from '../api/query-claim.ts';
import { rateReview } from '../api/rate-review.ts';
import { rebuildReport } from '../api/rebuild-report.ts';
import { recordEntries } from '../api/record-entries.ts';
import { recordHappening } from '../api/record-happening.ts';
import { recordOutcome } from '../api/record-outcome.ts';
import { recordStageWork } from '../api/record-stage-work.ts';
import { refuseTransfer } from '../api/refuse-transfer.ts';
import { reviewEntryNoChange } from '../api/review-entry-no-change.ts';
import { reviseReport } from '../api/revise-report.ts';
import { runReport } from '../api/run-report.ts';
import { sendReturnBack } from '../api/send-return-back.ts';
import { strikeOutEntry } from '../api/strike-out-entry.ts';
import { strikeOutReview } from '../api/strike-out-review.ts';
import { updateCondition } from '../api/update-condition.ts';
import { validateSaving } from '../api/validate-saving.ts';
import { waiveCriterion } from '../api/waive-criterion.ts';
import { withdrawTransfer } from '../api/withdraw-transfer.ts';
import type { KnowsOrganisations, SendsRollUps } from '../http/call.ts';
import { claimNamesFrom, claimsShape, readEnvironment } from '../http/environment.ts';
import { httpApi } from '../http/http-api.ts';
import { limitFrom, limitShape } from '../http/rate-limit.ts';
import { sqsQueue } from '../reports/sqs-queue.ts';

/** Reads and writes the registers, and asks for reports. */
const environment = readEnvironment({
  ...claimsShape,
  ...limitShape,
  TABLE_NAME: z.string().min(1),
  DYNAMODB_ENDPOINT: z.string().optional(),
  QUEUE_URL: z.string().min(1),
  SQS_ENDPOINT: z.string().optional(),
});

const queue = sqsQueue({ url: environment.QUEUE_URL, endpoint: environment.SQS_ENDPOINT });

const claims = claimNamesFrom(environment);

export const handler = httpApi<SendsRollUps & KnowsOrganisations>(
  {
    host: 'commands',
    claims,
    limit: limitFrom(environment),
    now: () => new Date().toISOString(),
    deps: {
      table: tableClient({ name: environment.TABLE_NAME, endpoint: environment.DYNAMODB_ENDPOINT }),
      queue,
      organisations: claims.organisations,
    },
  },
  [
    putProgramme,
    putReview,
    moveStage,
    changeLifecycle,
    recordStageWork,
    waiveCriterion,
    putEntry,
    recordEntries,
    changeEntries,
    reviewEntryNoChange,
    strikeOutEntry,
    strikeOutReview,
    correctEntry,
    correctReview,
    correctAppraisal,
    correctProgramme,
    putAppraisal,
    recordOutcome,
    recordHappening,
    updateCondition,
    validateSaving,
    queryClaim,
    answerClaimQuery,
    rateReview,
    compareDays,
    confirmReturn,
    sendReturnBack,
    decideChangeRequest,
    agreeRedaction,
    runReport,
    reviseReport,
    closeMonth,
    rebuildReport,
    draftReport,
    getMe,
    chooseMessages,
    putPerson,
    erasePerson,
    passOn,
    proposeTransfer,
    acceptTransfer,
    refuseTransfer,
    withdrawTransfer,
    patchRecord(
      [getProgramme, getReview, getAppraisal, getEntry, getPerson].flat(),
      [putProgramme, putReview, putAppraisal, putEntry, putPerson].flat(),
    ),
  ],
);
