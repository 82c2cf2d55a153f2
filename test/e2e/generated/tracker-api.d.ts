// Made by npm run docs from the code; do not edit.

export interface paths {
    "/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your organisation's programmes
         * @description Who: anyone who has signed in.
         */
        get: operations["listProgrammes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a programme and its settings
         * @description Who: anyone who has signed in.
         */
        get: operations["getProgramme"];
        /**
         * Set a programme up or change its settings
         * @description Who: programme-office.
         */
        put: operations["putProgramme"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a programme's settings, from the instant at which it was true
         * @description Who: programme-office.
         */
        post: operations["correctProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reviews, by stage, lifecycle, portfolio, tier or SRO
         * @description Who: anyone who has signed in.
         */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review: its record, its stage and how it came there
         * @description Who: anyone who has signed in.
         */
        get: operations["getReview"];
        /**
         * Open a review or change its record
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putReview"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a review's record, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a review still needs before its next stage, in words
         * @description Who: anyone who has signed in.
         */
        get: operations["getReviewGate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/stage-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a review to its next stage, or back with a reason
         * @description Who: transformation-team, sro.
         */
        post: operations["moveStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/stage-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether the work of the review's stage is in progress or complete
         * @description Who: transformation-team.
         */
        post: operations["recordStageWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Waive a criterion of the gate ahead, with a reason
         * @description Who: sro.
         */
        post: operations["waiveCriterion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/appraisal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the appraisal: totals, rank, flip weights, net present value, payback
         * @description Who: anyone who has signed in.
         */
        get: operations["getAppraisal"];
        /**
         * Set the criteria, weights and tests of the appraisal
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putAppraisal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/appraisal/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of the appraisal, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctAppraisal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/market-engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the market engagements of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listMarketEngagements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/market-engagements/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a market engagement of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getMarketEngagement"];
        /**
         * Record or change a market engagement of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putMarketEngagement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/market-engagements/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a market engagement of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutMarketEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/market-engagements/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a market engagement of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctMarketEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/market-engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the market engagements of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["listProgrammeMarketEngagements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/market-engagements/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a market engagement of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["getProgrammeMarketEngagement"];
        /**
         * Record or change a market engagement of the programme itself
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putProgrammeMarketEngagement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/market-engagements/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a market engagement of the programme itself with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutProgrammeMarketEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/market-engagements/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a market engagement of the programme itself, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctProgrammeMarketEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the options of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/options/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a option of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getOption"];
        /**
         * Record or change a option of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putOption"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/options/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a option of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutOption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/options/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a option of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctOption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/delivery-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the delivery models of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listDeliveryModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/delivery-models/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a delivery model of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getDeliveryModel"];
        /**
         * Record or change a delivery model of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putDeliveryModel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/delivery-models/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a delivery model of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutDeliveryModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/delivery-models/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a delivery model of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctDeliveryModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/business-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the business cases of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listBusinessCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a business case of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getBusinessCase"];
        /**
         * Record or change a business case of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putBusinessCase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a business case of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutBusinessCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a business case of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctBusinessCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/savings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the savings of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listSavings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a savings line of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getSaving"];
        /**
         * Record or change a savings line of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putSaving"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a savings line of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutSaving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a savings line of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctSaving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/risks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the risks of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listRisks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/risks/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a risk of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getRisk"];
        /**
         * Record or change a risk of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putRisk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/risks/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a risk of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/risks/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a risk of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/risks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the risks of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["listProgrammeRisks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/risks/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a risk of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["getProgrammeRisk"];
        /**
         * Record or change a risk of the programme itself
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putProgrammeRisk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/risks/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a risk of the programme itself with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutProgrammeRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/risks/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a risk of the programme itself, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctProgrammeRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the issues of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a issue of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getIssue"];
        /**
         * Record or change a issue of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putIssue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a issue of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a issue of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the issues of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["listProgrammeIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/issues/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a issue of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["getProgrammeIssue"];
        /**
         * Record or change a issue of the programme itself
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putProgrammeIssue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/issues/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a issue of the programme itself with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutProgrammeIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/issues/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a issue of the programme itself, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctProgrammeIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the milestones of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listMilestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a milestone of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getMilestone"];
        /**
         * Record or change a milestone of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putMilestone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a milestone of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a milestone of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the milestones of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["listProgrammeMilestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/milestones/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a milestone of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["getProgrammeMilestone"];
        /**
         * Record or change a milestone of the programme itself
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putProgrammeMilestone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/milestones/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a milestone of the programme itself with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutProgrammeMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/milestones/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a milestone of the programme itself, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctProgrammeMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the decisions of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/decisions/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a decision of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getDecision"];
        /**
         * Record or change a decision of a review
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putDecision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/decisions/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a decision of a review with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/decisions/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a decision of a review, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the decisions of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["listProgrammeDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/decisions/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a decision of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["getProgrammeDecision"];
        /**
         * Record or change a decision of the programme itself
         * @description Who: transformation-team, programme-office.
         */
        put: operations["putProgrammeDecision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/decisions/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a decision of the programme itself with a reason, or undo that
         * @description Who: transformation-team, programme-office.
         */
        post: operations["strikeOutProgrammeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/decisions/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a decision of the programme itself, from the instant at which it was true
         * @description Who: transformation-team, programme-office.
         */
        post: operations["correctProgrammeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ratings of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listRatings"];
        put?: never;
        /**
         * Rate delivery confidence, as the review's SRO or as assurance
         * @description Who: sro, assurance.
         */
        post: operations["rateReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/ratings/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a rating of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getRating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/ratings/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a rating of a review with a reason, or undo that
         * @description Who: sro, assurance.
         */
        post: operations["strikeOutRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/ratings/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a rating of a review, from the instant at which it was true
         * @description Who: sro, assurance.
         */
        post: operations["correctRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the returns of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["listReturns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/returns/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a return of a review
         * @description Who: anyone who has signed in.
         */
        get: operations["getReturn"];
        /**
         * Record or change a return of a review
         * @description Who: transformation-team.
         */
        put: operations["putReturn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/returns/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a return of a review with a reason, or undo that
         * @description Who: transformation-team.
         */
        post: operations["strikeOutReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/returns/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a return of a review, from the instant at which it was true
         * @description Who: transformation-team.
         */
        post: operations["correctReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/stated-positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the stated positions of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["listProgrammeStatedPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/stated-positions/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a stated position of the programme itself
         * @description Who: anyone who has signed in.
         */
        get: operations["getProgrammeStatedPosition"];
        /**
         * Record or change a stated position of the programme itself
         * @description Who: programme-office, finance.
         */
        put: operations["putProgrammeStatedPosition"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/stated-positions/{entryId}/strike-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strike out a stated position of the programme itself with a reason, or undo that
         * @description Who: programme-office, finance.
         */
        post: operations["strikeOutProgrammeStatedPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/stated-positions/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded of a stated position of the programme itself, from the instant at which it was true
         * @description Who: programme-office, finance.
         */
        post: operations["correctProgrammeStatedPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the outcome of a business case (If-Match: the version of the review)
         * @description Who: sro.
         */
        post: operations["recordOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/condition-updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record progress on a condition of an approval
         * @description Who: transformation-team, sro.
         */
        post: operations["updateCondition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate what a savings line has delivered in a year
         * @description Who: finance.
         */
        post: operations["validateSaving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/returns/{entryId}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a review's return of a month
         * @description Who: sro.
         */
        post: operations["confirmReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the published reports of a programme, latest first
         * @description Who: anyone who has signed in.
         */
        get: operations["listReports"];
        put?: never;
        /**
         * Run the report of a month by hand
         * @description Who: programme-office.
         */
        post: operations["runReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reports/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pull the published report of a month, or the latest: the board's one call
         * @description Who: anyone who has signed in. `Accept` chooses the format.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reports/{month}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pull one revision of a month; it never changes
         * @description Who: anyone who has signed in. `Accept` chooses the format.
         */
        get: operations["getReportRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reports/{month}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pull the lines of a published report, one per review
         * @description Who: anyone who has signed in. `Accept` chooses the format.
         */
        get: operations["getReportLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reports/{month}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the next revision of a month, with the reason
         * @description Who: programme-office.
         */
        post: operations["reviseReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reports/{month}/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a published month again from history: as recorded then, to compare digests, or as now known, to see what differs
         * @description Who: assurance, programme-office.
         */
        post: operations["rebuildReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/report-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the run of a report has come
         * @description Who: anyone who has signed in.
         */
        get: operations["getReportRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/reviews/{reviewId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who recorded what of a review, and when: every change, each field before and after
         * @description Who: transformation-team, sro, finance, assurance, programme-office.
         */
        get: operations["getReviewHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who recorded what of the programme itself, and when: settings, its own registers, what was published
         * @description Who: transformation-team, sro, finance, assurance, programme-office.
         */
        get: operations["getProgrammeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/restatements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the published months that late changes would change
         * @description Who: anyone who has signed in.
         */
        get: operations["listRestatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programmeId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the whole record of a programme as JSON Lines, page by page (Link: rel="next")
         * @description Who: assurance, programme-office.
         */
        get: operations["exportProgramme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The way in for a person
         * @description Who: anyone.
         */
        get: operations["getPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A script or style of the page
         * @description Who: anyone.
         */
        get: operations["getPageAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description Who: anyone.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        View: "full" | "public";
        KnownAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"] | string;
        /** @description A transformation programme and its settings */
        Programme: {
            name: string & (unknown & unknown);
            phase?: string & (unknown & unknown);
            council: string & (unknown & unknown);
            approved?: string & (unknown & unknown);
            /** @default [] */
            services?: (string & (unknown & unknown))[];
            /** @default [] */
            boards?: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /** @default [] */
            directorates?: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /** @default [] */
            portfolios?: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /** @default [] */
            themes?: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /**
             * @default {
             *       "kind": "service-review"
             *     }
             */
            stageModel?: components["schemas"]["StageModel"];
            /**
             * @default {
             *       "likelihoodWords": [
             *         "Very unlikely",
             *         "Unlikely",
             *         "Possible",
             *         "Likely",
             *         "Very likely"
             *       ],
             *       "impactWords": [
             *         "Minor",
             *         "Moderate",
             *         "Significant",
             *         "Serious",
             *         "Major"
             *       ],
             *       "lowUpTo": 6,
             *       "mediumUpTo": 15,
             *       "nextReviewMonths": {
             *         "low": 3,
             *         "medium": 2,
             *         "high": 1
             *       }
             *     }
             */
            riskMatrix?: components["schemas"]["RiskMatrix"];
            /**
             * @default three-point
             * @enum {string}
             */
            ratingScheme?: "three-point" | "five-point";
            /**
             * @default [
             *       "do-nothing",
             *       "in-house-improve",
             *       "in-house-commercial",
             *       "shared-service",
             *       "local-authority-trading-company",
             *       "joint-venture",
             *       "alternative-business-structure",
             *       "trust",
             *       "social-enterprise",
             *       "mutual",
             *       "outsource",
             *       "commission-from-another-authority",
             *       "asset-transfer",
             *       "reduce",
             *       "cease"
             *     ]
             */
            deliveryModels?: components["schemas"]["DeliveryModelName"][];
            reporting: components["schemas"]["Reporting"];
            /** @default 1000000 */
            keyDecisionThreshold?: components["schemas"]["Pounds"];
            /** @default [] */
            decisionRoute?: (string & (unknown & unknown))[];
            closeDown?: components["schemas"]["CloseDown"];
            /**
             * @description Whether the board sees what is exempt; unless set, it sees the public view
             * @default false
             */
            boardReadsExempt?: boolean;
            source?: string & (unknown & unknown);
            /** @default false */
            fictional?: boolean;
        };
        StageModel: {
            /** @constant */
            kind: "service-review";
        } | {
            /** @constant */
            kind: "commissioning-cycle";
        } | {
            /** @constant */
            kind: "own";
            stages: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
        };
        RiskMatrix: {
            likelihoodWords: [
                string & (unknown & unknown),
                string & (unknown & unknown),
                string & (unknown & unknown),
                string & (unknown & unknown),
                string & (unknown & unknown)
            ];
            impactWords: [
                string & (unknown & unknown),
                string & (unknown & unknown),
                string & (unknown & unknown),
                string & (unknown & unknown),
                string & (unknown & unknown)
            ];
            lowUpTo: number;
            mediumUpTo: number;
            nextReviewMonths: {
                low: number;
                medium: number;
                high: number;
            };
        };
        /** @enum {string} */
        DeliveryModelName: "do-nothing" | "in-house-improve" | "in-house-commercial" | "shared-service" | "local-authority-trading-company" | "joint-venture" | "alternative-business-structure" | "trust" | "social-enterprise" | "mutual" | "outsource" | "commission-from-another-authority" | "asset-transfer" | "reduce" | "cease";
        Reporting: {
            firstMonth: components["schemas"]["ReportMonth"];
            lastMonth?: components["schemas"]["ReportMonth"];
            /** @default 6 */
            reportDay?: number;
            /** @default 5 */
            returnsDueDay?: number;
        };
        CloseDown: {
            on: components["schemas"]["LocalDate"];
            achieved: string & (unknown & unknown);
            notAchieved: string & (unknown & unknown);
            lessons: string & (unknown & unknown);
            carriesOn: {
                what: string & (unknown & unknown);
                /**
                 * @description A post or team, not a person's name
                 * @example Head of Property
                 */
                owner: string & (unknown & unknown);
            }[];
        };
        CorrectProgramme: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Programme"];
            reason: string & (unknown & unknown);
        };
        /** @enum {string} */
        Lifecycle: "potential" | "active" | "paused" | "stopped" | "completed" | "transferred";
        /** @enum {string} */
        Tier: "1" | "2" | "3" | "to-be-confirmed";
        /** @description A unit of change as its team keeps it */
        Review: {
            title: string & (unknown & unknown);
            /**
             * @default service-review
             * @enum {string}
             */
            kind?: "service-review" | "implementation-project";
            parent?: components["schemas"]["Id"];
            /** @default [] */
            services?: (string & (unknown & unknown))[];
            directorate?: components["schemas"]["Id"];
            portfolio?: components["schemas"]["Id"];
            theme?: components["schemas"]["Id"];
            /** @default to-be-confirmed */
            tier?: components["schemas"]["Tier"];
            /** @default potential */
            lifecycle?: components["schemas"]["Lifecycle"];
            lifecycleReason?: string & (unknown & unknown);
            mergedInto?: components["schemas"]["Id"];
            splitFrom?: components["schemas"]["Id"];
            /** @default [] */
            sros?: components["schemas"]["Person"][];
            lead?: components["schemas"]["Person"];
            grossExpenditure?: components["schemas"]["Figure"];
            netExpenditure?: components["schemas"]["Figure"];
            /**
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            endDate?: components["schemas"]["DateStatement"];
            outcomesSought?: string & (unknown & unknown);
            /** @enum {string} */
            marketMaturity?: "immature" | "emerging" | "growing" | "mature" | "declining" | "mixed";
            marketMaturityWords?: string & (unknown & unknown);
            /** @default [] */
            waitsFor?: components["schemas"]["WaitsFor"][];
            authorisationToProceed?: {
                body: string & (unknown & unknown);
                on: components["schemas"]["DateStatement"];
                reference?: string & (unknown & unknown);
            };
            /**
             * @default {
             *       "status": "not-stated"
             *     }
             */
            equalityImpact?: {
                /** @enum {string} */
                status: "not-stated" | "not-started" | "screened" | "in-progress" | "complete" | "not-required";
                on?: components["schemas"]["LocalDate"];
                words?: string & (unknown & unknown);
            };
            /**
             * @default {
             *       "status": "not-stated"
             *     }
             */
            consultation?: {
                /** @enum {string} */
                status: "not-stated" | "not-started" | "screened" | "in-progress" | "complete" | "not-required";
                on?: components["schemas"]["LocalDate"];
                words?: string & (unknown & unknown);
            };
            costAndBenefit?: {
                cost: components["schemas"]["Figure"];
                benefit: components["schemas"]["Figure"];
            };
            handover?: {
                /**
                 * @description A post or team, not a person's name
                 * @example Head of Property
                 */
                owner: string & (unknown & unknown);
                on: components["schemas"]["LocalDate"];
                words?: string & (unknown & unknown);
            };
            /** @default [] */
            lessons?: {
                learned: string & (unknown & unknown);
                appliedWhere?: string & (unknown & unknown);
            }[];
            /** @default [] */
            unrealisedBenefits?: {
                what: string & (unknown & unknown);
                /**
                 * @description A post or team, not a person's name
                 * @example Head of Property
                 */
                owner?: string & (unknown & unknown);
            }[];
            /** @description A review taken over under way: the stage it was opened at and the source that says so */
            openedAt?: {
                stage: components["schemas"]["Id"];
                source: string & (unknown & unknown);
            };
            /** @default [] */
            keyDates?: {
                what: string & (unknown & unknown);
                on: components["schemas"]["DateStatement"];
            }[];
            sourceParagraphs?: string & (unknown & unknown);
            exempt?: components["schemas"]["Exemption"];
        };
        Person: {
            subject: components["schemas"]["Subject"];
            name: string & (unknown & unknown);
        };
        /** @description An honest money figure in whole pounds: what is known, how well, from which source, and what contradicts it */
        Figure: {
            /** @constant */
            kind: "amount";
            pounds: components["schemas"]["Pounds"];
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        } | {
            /** @constant */
            kind: "range";
            low: components["schemas"]["Pounds"];
            high: components["schemas"]["Pounds"];
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        } | {
            /** @constant */
            kind: "over";
            pounds: components["schemas"]["Pounds"];
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        } | {
            /** @constant */
            kind: "about";
            pounds: components["schemas"]["Pounds"];
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        } | {
            /** @constant */
            kind: "nearly";
            pounds: components["schemas"]["Pounds"];
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        } | {
            /** @constant */
            kind: "part-known";
            pounds: components["schemas"]["Pounds"];
            covers: string & (unknown & unknown);
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        } | {
            /** @constant */
            kind: "to-be-confirmed";
            reason: string & (unknown & unknown);
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        } | {
            /** @constant */
            kind: "non-financial";
            words: string & (unknown & unknown);
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        } | {
            /** @constant */
            kind: "not-stated";
            source?: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
            conflicts?: components["schemas"]["ConflictingValue"][];
        };
        ConflictingValue: {
            value: {
                /** @constant */
                kind: "amount";
                pounds: components["schemas"]["Pounds"];
            } | {
                /** @constant */
                kind: "range";
                low: components["schemas"]["Pounds"];
                high: components["schemas"]["Pounds"];
            } | {
                /** @constant */
                kind: "over";
                pounds: components["schemas"]["Pounds"];
            } | {
                /** @constant */
                kind: "about";
                pounds: components["schemas"]["Pounds"];
            } | {
                /** @constant */
                kind: "nearly";
                pounds: components["schemas"]["Pounds"];
            } | {
                /** @constant */
                kind: "part-known";
                pounds: components["schemas"]["Pounds"];
                covers: string & (unknown & unknown);
            } | {
                /** @constant */
                kind: "to-be-confirmed";
                reason: string & (unknown & unknown);
            } | {
                /** @constant */
                kind: "non-financial";
                words: string & (unknown & unknown);
            } | {
                /** @constant */
                kind: "not-stated";
            };
            source: string & (unknown & unknown);
            asAt?: components["schemas"]["LocalDate"];
        };
        /** @description What is stated of a date; "not-stated" says that the source gives none */
        DateStatement: {
            /** @constant */
            kind: "date";
            date: components["schemas"]["LocalDate"];
        } | {
            /** @constant */
            kind: "month";
            month: components["schemas"]["ReportMonth"];
        } | {
            /** @constant */
            kind: "by";
            date: components["schemas"]["LocalDate"];
        } | {
            /** @constant */
            kind: "words";
            words: string & (unknown & unknown);
        } | {
            /** @constant */
            kind: "to-be-confirmed";
            reason: string & (unknown & unknown);
        } | {
            /** @constant */
            kind: "not-stated";
        };
        WaitsFor: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            on: "review" | "outside-body" | "document";
            what: string & (unknown & unknown);
            review?: components["schemas"]["Id"];
            /**
             * @description A post or team, not a person's name
             * @example Head of Property
             */
            owner?: string & (unknown & unknown);
            neededBy?: components["schemas"]["DateStatement"];
            /**
             * @default open
             * @enum {string}
             */
            status?: "open" | "met" | "no-longer-needed";
            holdsStage?: components["schemas"]["Id"];
            source?: string & (unknown & unknown);
        };
        /** @description The fields whose text is withheld from the public view, by which paragraph, and until when */
        Exemption: {
            fields: string[];
            /** @description The paragraph of Schedule 12A to the Local Government Act 1972 */
            ground: number;
            /** @description The first day on which the public view shows the text */
            until?: components["schemas"]["LocalDate"];
            /** @description Why; withheld from the public itself */
            reason?: string & (unknown & unknown);
        };
        CorrectReview: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Review"];
            reason: string & (unknown & unknown);
        };
        /** @description Move a review to another stage; moving back needs a reason */
        MoveStage: {
            to: components["schemas"]["Id"];
            reason?: string & (unknown & unknown);
        };
        RecordStageWork: {
            /** @enum {string} */
            state: "in-progress" | "complete";
            on?: components["schemas"]["LocalDate"];
        };
        /** @description The SRO lets a review pass its next gate without a criterion, for one move */
        WaiveCriterion: {
            criterion: string;
            reason: string & (unknown & unknown);
        };
        Appraisal: {
            baseYear?: components["schemas"]["FinancialYear"];
            /** @default [] */
            criteria?: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
                /**
                 * @default other
                 * @enum {string}
                 */
                group?: "desirability" | "viability" | "feasibility" | "other";
                weight: number;
            }[];
            /** @default [] */
            tests?: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /** @default 10 */
            highestScore?: number;
            /** @default 0 */
            optimismBiasPercent?: number;
            /** @description Why the preferred option is preferred although it does not rank first */
            preferredReason?: string & (unknown & unknown);
            source?: string & (unknown & unknown);
            exempt?: components["schemas"]["Exemption"];
        };
        CorrectAppraisal: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Appraisal"];
            reason: string & (unknown & unknown);
        };
        MarketEngagement: {
            /**
             * Title
             * @description The engagement in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Kind
             * @description How the market was approached, or that it was decided not to
             * @enum {string}
             */
            kind: "prior-information-notice" | "preliminary-market-engagement-notice" | "soft-market-test" | "supplier-session" | "peer-authority-visit" | "benchmarking" | "decision-not-to-engage";
            /**
             * When
             * @description When it took place, as far as that is stated
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            on?: components["schemas"]["DateStatement"];
            /**
             * Purpose
             * @description What was to be learned
             */
            purpose?: string & (unknown & unknown);
            /**
             * Reason
             * @description Why; needed where it was decided not to engage
             */
            reason?: string & (unknown & unknown);
            /**
             * Organisations
             * @description Who answered or was met
             * @default []
             */
            organisations?: components["schemas"]["Organisation"][];
            /**
             * Stated counts
             * @description Counts that a paper states without naming the organisations
             */
            stated?: {
                /**
                 * Responses
                 * @description How many responses the paper states
                 */
                responses?: number;
                /**
                 * Organisations
                 * @description How many organisations the paper states
                 */
                organisations?: number;
                /**
                 * Invited in
                 * @description How many the paper says were invited in
                 */
                invitedIn?: number;
                /**
                 * Source
                 * @description The paper that states these counts
                 */
                source: string & (unknown & unknown);
            };
            /**
             * Conflicts and equal treatment
             * @description How conflicts of interest were met and everybody was treated alike
             */
            conflictsAndEqualTreatment?: string & (unknown & unknown);
            /**
             * Findings
             * @description What was learned
             */
            findings?: string & (unknown & unknown);
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        Organisation: {
            /**
             * Id
             * @description Lower-case words joined by single hyphens, once in this engagement
             */
            id: components["schemas"]["Id"];
            /**
             * Name
             * @description The organisation by its full name
             */
            name: string & (unknown & unknown);
            /**
             * Kind
             * @description What kind of organisation it is
             * @default not-stated
             * @enum {string}
             */
            kind?: "national" | "sme" | "vcse" | "public-body" | "not-stated";
            /**
             * Responses
             * @description How many responses it gave
             * @default 1
             */
            responses?: number;
            /**
             * Invited in
             * @description Whether it was asked to come and talk
             * @default false
             */
            invitedIn?: boolean;
            /**
             * Shared with
             * @description Where it answered together with others: with whom
             */
            sharedWith?: string & (unknown & unknown);
        };
        /** @description Take an entry out of totals, with a reason; `undo` puts it back. History keeps both */
        StrikeOut: {
            reason: string & (unknown & unknown);
            /** @default false */
            undo?: boolean;
        };
        CorrectMarketEngagement: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["MarketEngagement"];
            reason: string & (unknown & unknown);
        };
        Option: {
            /**
             * Label
             * @description The option in a few words
             */
            label: string & (unknown & unknown);
            /**
             * Scope
             * @description The part of the service that it is about, where not all
             */
            scope?: string & (unknown & unknown);
            /**
             * Delivery model
             * @description How the service would be provided
             */
            deliveryModel: components["schemas"]["DeliveryModelName"];
            /**
             * Disposition
             * @description What became of the option
             * @default long-listed
             */
            disposition?: components["schemas"]["Disposition"];
            /**
             * Reason
             * @description Why it is preferred, or not recommended
             */
            reason?: string & (unknown & unknown);
            /**
             * Scores
             * @description Its score for each criterion of the appraisal
             * @default []
             */
            scores?: {
                /**
                 * Criterion
                 * @description The id of a criterion of the appraisal
                 */
                criterion: components["schemas"]["Id"];
                /**
                 * Score
                 * @description From nought to the highest score of the appraisal
                 */
                score: number;
                /**
                 * Reason
                 * @description Why it scores so
                 */
                reason?: string & (unknown & unknown);
            }[];
            /**
             * Tests
             * @description Whether it passes each test of the appraisal
             * @default []
             */
            tests?: {
                /**
                 * Test
                 * @description The id of a test of the appraisal
                 */
                test: components["schemas"]["Id"];
                /**
                 * Outcome
                 * @description Whether the option passes
                 * @enum {string}
                 */
                outcome: "pass" | "fail";
                /**
                 * Reason
                 * @description Why it passes or fails
                 */
                reason?: string & (unknown & unknown);
            }[];
            /**
             * Cash flow
             * @description Costs and benefits year by year, before discounting
             */
            cashFlow?: {
                /**
                 * Year
                 * @description Years after the base year of the appraisal
                 */
                year: number;
                /**
                 * Costs
                 * @description Costs of that year in whole pounds
                 * @default 0
                 */
                costs?: components["schemas"]["Pounds"];
                /**
                 * Benefits
                 * @description Benefits of that year in whole pounds; below zero is a loss
                 * @default 0
                 */
                benefits?: components["schemas"]["SignedPounds"];
            }[];
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        /** @enum {string} */
        Disposition: "long-listed" | "short-listed" | "preferred" | "not-recommended" | "not-recommended-at-this-stage";
        CorrectOption: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Option"];
            reason: string & (unknown & unknown);
        };
        DeliveryModel: {
            /**
             * Delivery model
             * @description How the service is to be provided
             */
            model: components["schemas"]["DeliveryModelName"];
            /**
             * In words
             * @description The model as the council itself calls it
             */
            words?: string & (unknown & unknown);
            /**
             * From options
             * @description The options that it comes from
             */
            fromOptions: components["schemas"]["Id"][];
            /**
             * Decision
             * @description The decision that adopts it
             */
            decision?: components["schemas"]["Id"];
            /**
             * Steps of the transition
             * @description How the service moves to the new model, step by step
             * @default []
             */
            transitionSteps?: {
                /**
                 * Step
                 * @description What is done
                 */
                what: string & (unknown & unknown);
                /**
                 * When
                 * @description When it is done, as far as that is stated
                 */
                on: components["schemas"]["DateStatement"];
            }[];
            /**
             * Retained client function
             * @description What stays with the council to manage the provider
             */
            retainedClientFunction?: string & (unknown & unknown);
            /**
             * Control by members
             * @description How elected members keep control of the service
             */
            memberControl?: string & (unknown & unknown);
            /**
             * Overheads left behind
             * @description Costs that stay with the council when the service has moved
             */
            overheadsLeftBehind?: string & (unknown & unknown);
            /**
             * Delivered
             * @description Where the model works: since when, and whether as appraised
             */
            delivered?: {
                /**
                 * On
                 * @description The day from which the model works
                 */
                on: components["schemas"]["LocalDate"];
                /**
                 * As appraised
                 * @description Whether it is what was appraised
                 * @enum {string}
                 */
                asAppraised: "yes" | "partly" | "no";
                /**
                 * In words
                 * @description What was delivered, and where it differs
                 */
                words: string & (unknown & unknown);
            };
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        CorrectDeliveryModel: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["DeliveryModel"];
            reason: string & (unknown & unknown);
        };
        BusinessCase: {
            /**
             * Title
             * @description The case in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Type
             * @description Which case it is of those that a review makes one after another
             * @enum {string}
             */
            type: "strategic-outline" | "outline" | "full" | "single-justification";
            /**
             * Version of the case
             * @description The version of the paper, as it is numbered there
             */
            caseVersion: string & (unknown & unknown);
            /**
             * Date
             * @description The day that the paper bears
             */
            on: components["schemas"]["LocalDate"];
            /**
             * Costs
             * @description What it costs in all, as the case states
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            costs?: components["schemas"]["Figure"];
            /**
             * Benefits
             * @description What it brings in all, as the case states
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            benefits?: components["schemas"]["Figure"];
            /**
             * The five cases
             * @description How complete each of the five cases of HM Treasury's model is
             */
            fiveCases?: {
                /**
                 * Strategic case
                 * @description Whether it shows the need for change
                 * @enum {string}
                 */
                strategic: "complete" | "partial" | "absent" | "not-stated";
                /**
                 * Economic case
                 * @description Whether it shows value for money
                 * @enum {string}
                 */
                economic: "complete" | "partial" | "absent" | "not-stated";
                /**
                 * Commercial case
                 * @description Whether it shows a deal that can be done
                 * @enum {string}
                 */
                commercial: "complete" | "partial" | "absent" | "not-stated";
                /**
                 * Financial case
                 * @description Whether it shows that it can be paid for
                 * @enum {string}
                 */
                financial: "complete" | "partial" | "absent" | "not-stated";
                /**
                 * Management case
                 * @description Whether it shows how it is delivered
                 * @enum {string}
                 */
                management: "complete" | "partial" | "absent" | "not-stated";
            };
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        CorrectBusinessCase: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["BusinessCase"];
            reason: string & (unknown & unknown);
        };
        Saving: {
            /**
             * Title
             * @description What is saved, in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Class
             * @description Whether cash leaves the budget, and how
             */
            class: components["schemas"]["SavingClass"];
            /**
             * Mechanism
             * @description What brings the saving about
             */
            mechanism: components["schemas"]["SavingMechanism"];
            /**
             * Recurrence
             * @description Whether it is saved every year from then on, or once
             * @enum {string}
             */
            recurrence: "recurring" | "one-off";
            /**
             * Firmness
             * @description How far the saving is agreed
             */
            firmness: components["schemas"]["Firmness"];
            /**
             * Budget line
             * @description The line of the budget that it comes from
             */
            budgetLine?: string & (unknown & unknown);
            /**
             * Contract
             * @description The contract that it comes from
             */
            contract?: string & (unknown & unknown);
            /**
             * Claimed by
             * @description The service or programme that counts it as its own
             */
            claimedBy?: string & (unknown & unknown);
            /**
             * Milestone
             * @description The milestone that it depends on: where that slips, the saving moves
             */
            milestone?: components["schemas"]["Id"];
            /**
             * Substitute for
             * @description The savings line in whose place it comes
             */
            substituteFor?: components["schemas"]["Id"];
            /**
             * Why it is not counted twice
             * @description Where another line saves on the same budget line: why both hold
             */
            doubleCountJustification?: string & (unknown & unknown);
            /**
             * Years
             * @description What is planned, expected and claimed, year by year
             */
            years: components["schemas"]["SavingYear"][];
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        /** @enum {string} */
        SavingClass: "cash-releasing" | "non-cash-releasing" | "cost-avoidance" | "income";
        /** @enum {string} */
        SavingMechanism: "transformation" | "efficiency" | "service-reduction" | "council-tax" | "financing";
        /** @enum {string} */
        Firmness: "indicative" | "business-case" | "agreed" | "delivered";
        SavingYear: {
            /**
             * Financial year
             * @description The year in which the amount first takes effect
             */
            year: components["schemas"]["FinancialYear"];
            /**
             * Plan
             * @description What is planned to be saved, in whole pounds
             */
            plan: components["schemas"]["FigureOrPounds"];
            /**
             * Forecast
             * @description What is now expected to be saved
             */
            forecast?: components["schemas"]["FigureOrPounds"];
            /**
             * Claimed
             * @description What the review says was saved; finance validates it apart
             */
            claimedActual?: components["schemas"]["SignedPounds"];
            /**
             * States
             * @description The plan by state, in whole pounds; what is in none of them is not assessed
             */
            states?: {
                /**
                 * Delivered
                 * @description Saved already
                 * @default 0
                 */
                delivered?: components["schemas"]["Pounds"];
                /**
                 * On track
                 * @description Expected as planned
                 * @default 0
                 */
                onTrack?: components["schemas"]["Pounds"];
                /**
                 * At risk
                 * @description May be late or less
                 * @default 0
                 */
                atRisk?: components["schemas"]["Pounds"];
                /**
                 * Unachievable
                 * @description Will not be saved
                 * @default 0
                 */
                unachievable?: components["schemas"]["Pounds"];
            };
            /**
             * Already in the MTFP
             * @description The share of this line that the medium-term financial plan already holds
             */
            alreadyInMtfp?: components["schemas"]["FigureOrPounds"];
        };
        FigureOrPounds: components["schemas"]["Pounds"] | components["schemas"]["Figure"];
        CorrectSaving: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Saving"];
            reason: string & (unknown & unknown);
        };
        Risk: {
            /**
             * Title
             * @description The risk in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Cause
             * @description What could bring it about
             */
            cause: string & (unknown & unknown);
            /**
             * Event
             * @description What would happen
             */
            event: string & (unknown & unknown);
            /**
             * Consequence
             * @description What that would do to the review
             */
            consequence: string & (unknown & unknown);
            /**
             * Category
             * @description The category of the council's own risk policy
             */
            category: string & (unknown & unknown);
            /**
             * Proximity
             * @description How soon it could happen
             */
            proximity?: string & (unknown & unknown);
            /**
             * Owner
             * @description The post or team that owns the risk, not a person's name
             * @example Head of Property
             */
            owner?: string & (unknown & unknown);
            /**
             * Inherent score
             * @description Likelihood and impact before any control
             */
            inherent: components["schemas"]["RiskScore"];
            /**
             * Current score
             * @description Likelihood and impact with the controls of today
             */
            current: components["schemas"]["RiskScore"];
            /**
             * Target score
             * @description Likelihood and impact when the actions are done, or why that is still to be confirmed
             */
            target: components["schemas"]["RiskScore"] | {
                /**
                 * To be confirmed
                 * @description Why there is no target yet
                 */
                toBeConfirmed: string & (unknown & unknown);
            };
            /**
             * Treatment
             * @description What is done about it
             * @enum {string}
             */
            treatment: "treat" | "tolerate" | "transfer" | "terminate";
            /**
             * Controls
             * @description What is done already to keep the risk down
             * @default []
             */
            controls?: {
                /**
                 * Control
                 * @description What is done already to keep the risk down
                 */
                what: string & (unknown & unknown);
                /**
                 * Owner
                 * @description The post or team that does it, not a person's name
                 * @example Head of Property
                 */
                owner?: string & (unknown & unknown);
            }[];
            /**
             * Actions
             * @description What is still to be done, by whom and by when
             * @default []
             */
            actions?: {
                /**
                 * Id
                 * @description Lower-case words joined by single hyphens, once in this risk
                 */
                id: components["schemas"]["Id"];
                /**
                 * Action
                 * @description What is to be done
                 */
                what: string & (unknown & unknown);
                /**
                 * Owner
                 * @description The post or team that does it, not a person's name
                 * @example Head of Property
                 */
                owner?: string & (unknown & unknown);
                /**
                 * Due on
                 * @description The day by which it is to be done
                 */
                dueOn?: components["schemas"]["LocalDate"];
                /**
                 * Status
                 * @description How far it has come
                 * @default open
                 * @enum {string}
                 */
                status?: "open" | "done" | "cancelled";
            }[];
            /**
             * Status
             * @description Whether it may still happen, no longer can, or did
             * @default open
             * @enum {string}
             */
            status?: "open" | "closed" | "happened";
            /**
             * Issue
             * @description The issue that a risk became when it happened
             */
            issue?: components["schemas"]["Id"];
            /**
             * Threatens saving
             * @description The savings line of the same review that would be lost or late
             */
            threatensSaving?: components["schemas"]["Id"];
            /**
             * Last reviewed on
             * @description The day on which it was last looked at as a whole
             */
            lastReviewedOn?: components["schemas"]["LocalDate"];
            /**
             * Escalated
             * @description Where it was taken higher: when, and to whom
             */
            escalated?: {
                /**
                 * On
                 * @description The day on which it was escalated
                 */
                on: components["schemas"]["LocalDate"];
                /**
                 * To
                 * @description The board or post that it was escalated to
                 */
                to: string & (unknown & unknown);
            };
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        RiskScore: {
            /**
             * Likelihood
             * @description From 1, very unlikely, to 5, very likely
             */
            likelihood: number;
            /**
             * Impact
             * @description From 1, minor, to 5, major
             */
            impact: number;
        };
        CorrectRisk: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Risk"];
            reason: string & (unknown & unknown);
        };
        Issue: {
            /**
             * Title
             * @description The issue in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Description
             * @description What has gone wrong, and what it does to the review
             */
            description?: string & (unknown & unknown);
            /**
             * Severity
             * @description How much harm it does if nothing is done
             * @enum {string}
             */
            severity: "low" | "medium" | "high";
            /**
             * Owner
             * @description The post or team that is to mend it, not a person's name
             * @example Head of Property
             */
            owner?: string & (unknown & unknown);
            /**
             * Raised on
             * @description The day on which it was raised
             */
            raisedOn: components["schemas"]["LocalDate"];
            /**
             * Risk
             * @description The risk that it was before it happened
             */
            risk?: components["schemas"]["Id"];
            /**
             * Status
             * @description Whether it still needs mending
             * @default open
             * @enum {string}
             */
            status?: "open" | "closed";
            /**
             * Closed on
             * @description The day on which it was mended; for a closed issue alone
             */
            closedOn?: components["schemas"]["LocalDate"];
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        CorrectIssue: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Issue"];
            reason: string & (unknown & unknown);
        };
        Milestone: {
            /**
             * Title
             * @description What will have been reached
             */
            title: string & (unknown & unknown);
            /**
             * Type
             * @description Whether somebody approves, somebody assures, or something is delivered
             * @enum {string}
             */
            type: "approval" | "assurance" | "delivery";
            /**
             * Owner
             * @description The post or team that answers for it, not a person's name
             * @example Head of Property
             */
            owner?: string & (unknown & unknown);
            /**
             * Baseline date
             * @description The day that was agreed; it moves only by an agreed change
             */
            baseline: components["schemas"]["LocalDate"];
            /**
             * Forecast date
             * @description The day on which it is now expected
             */
            forecast?: components["schemas"]["LocalDate"];
            /**
             * Actual date
             * @description The day on which it was reached
             */
            actual?: components["schemas"]["LocalDate"];
            /**
             * Missed
             * @description Yes where it can no longer be reached
             * @default false
             */
            missed?: boolean;
            /**
             * Handed to another owner
             * @description Where the milestone is now somebody else’s to reach
             */
            movedTo?: {
                /**
                 * New owner
                 * @description The post or team that it was handed to
                 * @example Head of Property
                 */
                owner: string & (unknown & unknown);
                /**
                 * Handed over on
                 * @description The day on which it was handed over
                 */
                on: components["schemas"]["LocalDate"];
            };
            /**
             * Reason for delay
             * @description Why the forecast or actual date is later than the baseline
             */
            delayReason?: string & (unknown & unknown);
            /**
             * Agreed change
             * @description Who agreed to move the baseline, when and why: needed when the baseline changes
             */
            agreedChange?: {
                /**
                 * Agreed by
                 * @description The board or post that agreed to it
                 */
                by: string & (unknown & unknown);
                /**
                 * Agreed on
                 * @description The day on which it was agreed
                 */
                on: components["schemas"]["LocalDate"];
                /**
                 * Reason
                 * @description Why the baseline was moved
                 */
                reason: string & (unknown & unknown);
            };
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        CorrectMilestone: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Milestone"];
            reason: string & (unknown & unknown);
        };
        Decision: {
            /**
             * Title
             * @description What is to be decided
             */
            title: string & (unknown & unknown);
            /**
             * Body
             * @description The body or post that decides
             */
            body: string & (unknown & unknown);
            /**
             * Kind
             * @description What kind of decision it is under the constitution
             * @enum {string}
             */
            kind: "key-decision" | "officer-decision" | "endorsement" | "cabinet-committee-consideration" | "other";
            /**
             * Status
             * @description How far the decision has come
             * @default due
             * @enum {string}
             */
            status?: "due" | "taken" | "deferred" | "refused";
            /**
             * Due
             * @description When the decision is to be taken, as far as that is stated
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            dueOn?: components["schemas"]["DateStatement"];
            /**
             * Taken on
             * @description The day on which it was taken; for a decision that is taken alone
             */
            takenOn?: components["schemas"]["LocalDate"];
            /**
             * Reference
             * @description The number under which it is published
             */
            reference?: string & (unknown & unknown);
            /**
             * Decision maker
             * @description Where one person takes it: the post, not a name
             */
            decisionMaker?: string & (unknown & unknown);
            /**
             * Notice published on
             * @description The day on which notice of a key decision was published
             */
            noticeOn?: components["schemas"]["LocalDate"];
            /**
             * Scrutiny beforehand
             * @description The committee that considers the decision before it is taken
             */
            preScrutiny?: {
                /**
                 * Committee
                 * @description Which committee considers it
                 */
                body: string & (unknown & unknown);
                /**
                 * When
                 * @description When it does, as far as that is stated
                 */
                on: components["schemas"]["DateStatement"];
            };
            /**
             * Delivery model
             * @description The preferred delivery model that this decision adopts
             */
            deliveryModel?: components["schemas"]["Id"];
            /**
             * What was decided
             * @description The decision in its own words
             */
            words?: string & (unknown & unknown);
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        CorrectDecision: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Decision"];
            reason: string & (unknown & unknown);
        };
        Rating: {
            /**
             * As at
             * @description The day that the rating is given for
             */
            on: components["schemas"]["LocalDate"];
            /**
             * Overall
             * @description Confidence that the review delivers what it promises
             */
            overall: {
                /**
                 * Rating
                 * @description Green, amber or red, and in the five-point scheme those between
                 */
                rating: components["schemas"]["RatingName"];
                /**
                 * In words
                 * @description Why it is rated so
                 */
                words: string & (unknown & unknown);
            };
            /**
             * Time
             * @description Confidence that it delivers in time
             */
            time?: {
                /**
                 * Rating
                 * @description Green, amber or red, and in the five-point scheme those between
                 */
                rating: components["schemas"]["RatingName"];
                /**
                 * In words
                 * @description Why it is rated so
                 */
                words: string & (unknown & unknown);
            };
            /**
             * Cost
             * @description Confidence that it delivers within its cost
             */
            cost?: {
                /**
                 * Rating
                 * @description Green, amber or red, and in the five-point scheme those between
                 */
                rating: components["schemas"]["RatingName"];
                /**
                 * In words
                 * @description Why it is rated so
                 */
                words: string & (unknown & unknown);
            };
            /**
             * Benefits
             * @description Confidence that its savings and benefits follow
             */
            benefits?: {
                /**
                 * Rating
                 * @description Green, amber or red, and in the five-point scheme those between
                 */
                rating: components["schemas"]["RatingName"];
                /**
                 * In words
                 * @description Why it is rated so
                 */
                words: string & (unknown & unknown);
            };
            /**
             * Risk
             * @description Confidence that its risks are in hand
             */
            risk?: {
                /**
                 * Rating
                 * @description Green, amber or red, and in the five-point scheme those between
                 */
                rating: components["schemas"]["RatingName"];
                /**
                 * In words
                 * @description Why it is rated so
                 */
                words: string & (unknown & unknown);
            };
            /**
             * Forward look
             * @description Where the rating is heading
             * @enum {string}
             */
            forwardLook?: "improving" | "no-change" | "worsening";
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        /** @enum {string} */
        RatingName: "green" | "amber-green" | "amber" | "amber-red" | "red";
        CorrectRating: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["Rating"];
            reason: string & (unknown & unknown);
        };
        MonthlyReturn: {
            /**
             * Nothing changed
             * @description Yes where the review was looked at and nothing has changed since the last return
             * @default false
             */
            nothingChanged?: boolean;
            /**
             * What changed
             * @description The month in words; needed unless nothing changed
             */
            narrative?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        CorrectReturn: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["MonthlyReturn"];
            reason: string & (unknown & unknown);
        };
        StatedPosition: {
            /**
             * Title
             * @description What is stated, in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Measure
             * @description What the figure is about
             * @enum {string}
             */
            measure: "savings-required" | "savings-identified" | "savings-unidentified" | "savings-expected" | "savings-expected-a-year" | "already-in-mtfp" | "gross-expenditure" | "net-budget" | "other";
            /**
             * Financial year
             * @description The year that it is stated for
             */
            year?: components["schemas"]["FinancialYear"];
            /**
             * Period in years
             * @description Where it is stated for several years: how many
             */
            periodYears?: number;
            /**
             * Figure
             * @description What is stated, with its source, its date and what contradicts it
             */
            figure: components["schemas"]["Figure"];
            /**
             * Follows from
             * @description Another stated figure that this one should come from; the report checks whether it does
             */
            follows?: {
                /**
                 * From
                 * @description The stated figure of the whole period
                 * @example property
                 */
                from: components["schemas"]["Id"];
                /**
                 * By
                 * @description How the one comes from the other
                 * @enum {string}
                 */
                by: "average-a-year";
            };
            /**
             * In words
             * @description How the paper puts it
             */
            words?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        CorrectStatedPosition: {
            corrects: number;
            effectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
            record: components["schemas"]["StatedPosition"];
            reason: string & (unknown & unknown);
        };
        RecordOutcome: {
            /**
             * Outcome
             * @description What was decided on the case
             */
            outcome: components["schemas"]["OutcomeName"];
            /**
             * Body
             * @description The body or post that decided
             */
            body: string & (unknown & unknown);
            /**
             * Date
             * @description The day on which it decided
             */
            on: components["schemas"]["LocalDate"];
            /**
             * Reference
             * @description The number of the minute or paper
             */
            reference?: string & (unknown & unknown);
            /**
             * Reason
             * @description Why; needed where the case was not approved
             */
            reason?: string & (unknown & unknown);
            /**
             * Conditions
             * @description What must be done for the approval to hold
             * @default []
             */
            conditions?: {
                /**
                 * Id
                 * @description Lower-case words joined by single hyphens, once in this outcome
                 */
                id: components["schemas"]["Id"];
                /**
                 * Condition
                 * @description What must be done
                 */
                text: string & (unknown & unknown);
                /**
                 * Owner
                 * @description The post or team that must do it, not a person's name
                 * @example Head of Property
                 */
                owner: string & (unknown & unknown);
                /**
                 * Due on
                 * @description The day by which it must be done
                 */
                dueOn: components["schemas"]["LocalDate"];
            }[];
        };
        /** @enum {string} */
        OutcomeName: "approved" | "approved-with-conditions" | "returned" | "rejected" | "deferred" | "withdrawn";
        UpdateCondition: {
            /**
             * Condition
             * @description The id of a condition of the latest outcome
             */
            condition: components["schemas"]["Id"];
            /**
             * Status
             * @description How far it has come
             * @enum {string}
             */
            status: "open" | "met" | "no-longer-needed";
            /**
             * Date
             * @description The day on which that became so
             */
            on: components["schemas"]["LocalDate"];
            /**
             * Note
             * @description What was done, or why it is no longer needed
             */
            note?: string & (unknown & unknown);
        };
        ValidateSaving: {
            /**
             * Financial year
             * @description A year of the savings line
             */
            year: components["schemas"]["FinancialYear"];
            /**
             * Pounds
             * @description What finance finds was saved in that year, in whole pounds
             */
            pounds: components["schemas"]["SignedPounds"];
            /**
             * Date
             * @description The day of the validation
             */
            on: components["schemas"]["LocalDate"];
            /**
             * Note
             * @description Where it differs from the claim: why
             */
            note?: string & (unknown & unknown);
        };
        ConfirmReturn: {
            /**
             * In words
             * @description What the SRO adds to the return
             */
            words?: string & (unknown & unknown);
        };
        RunReport: {
            month: components["schemas"]["ReportMonth"];
            /** @default false */
            early?: boolean;
            reason?: string & (unknown & unknown);
        };
        ReviseReport: {
            reason: string & (unknown & unknown);
        };
        RebuildReport: {
            /** @enum {string} */
            knowledge: "then" | "now";
        };
        /**
         * @description Lower-case words joined by single hyphens, chosen by the caller
         * @example property
         */
        Id: string;
        /** @description The subject of a person's token */
        Subject: string;
        /**
         * @description An instant, UTC to the millisecond
         * @example 2014-04-30T22:59:59.999Z
         */
        Instant: string;
        /**
         * @description A day, Europe/London
         * @example 2014-04-30
         */
        LocalDate: string;
        /**
         * @description A month
         * @example 2014-04
         */
        ReportMonth: string;
        /**
         * @description A financial year, 1 April to 31 March
         * @example 2015/16
         */
        FinancialYear: string;
        /**
         * @description Whole pounds, zero or above
         * @example 43000000
         */
        Pounds: number;
        /** @description Whole pounds; below zero is a cost */
        SignedPounds: number;
        ProgrammeList: {
            items: components["schemas"]["ProgrammeSummary"][];
            next: string | null;
        };
        ProgrammeSummary: {
            id: components["schemas"]["Id"];
            name: string;
            phase: string | null;
            council: string;
            fictional: boolean;
            version: number;
        };
        /** @description RFC 9457 problem details: one shape for every failure that reaches the tracker */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            instance?: string;
            faults?: components["schemas"]["Fault"][];
            facts?: {
                [key: string]: components["schemas"]["AnyJson"];
            };
        };
        Fault: {
            /** @enum {string} */
            in: "body" | "path" | "query" | "header" | "token";
            pointer: string;
            message: string;
        };
        /** @description What the gateway in front answers by itself, before the tracker sees it */
        EdgeAnswer: {
            message: string;
        };
        ProgrammeEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["ProgrammeOutput"];
            facts: Record<string, never>;
            computed: components["schemas"]["ProgrammeComputed"];
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        ProgrammeComputed: {
            nextReport: components["schemas"]["ReportMonth"] | null;
            nextReportDueOn: components["schemas"]["LocalDate"] | null;
        };
        ReviewList: {
            items: components["schemas"]["ReviewSummary"][];
            next: string | null;
        };
        ReviewSummary: {
            id: components["schemas"]["Id"];
            title: string;
            services: string[];
            stage: components["schemas"]["Id"];
            stageName: string;
            lifecycle: components["schemas"]["Lifecycle"];
            tier: components["schemas"]["Tier"];
            portfolio: components["schemas"]["Id"] | null;
            directorate: components["schemas"]["Id"] | null;
            theme: components["schemas"]["Id"] | null;
            sros: {
                subject: components["schemas"]["Subject"];
                name: string;
            }[];
            version: number;
        };
        ReviewEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["ReviewOutput"];
            facts: components["schemas"]["ReviewFacts"];
            computed: components["schemas"]["ReviewComputed"];
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        ReviewFacts: {
            stage: components["schemas"]["Id"];
            stageSince: components["schemas"]["Instant"];
            stageWork: {
                /** @enum {string} */
                state: "in-progress" | "complete";
                on?: components["schemas"]["LocalDate"];
            } | null;
            moves: components["schemas"]["StageMoveRecord"][];
            waivers: {
                criterion: string;
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
                stage: components["schemas"]["Id"];
            }[];
            lifecycles: {
                lifecycle: components["schemas"]["Lifecycle"];
                at: components["schemas"]["Instant"];
            }[];
        };
        StageMoveRecord: {
            at: components["schemas"]["Instant"];
            from: components["schemas"]["Id"];
            to: components["schemas"]["Id"];
            /** @enum {string} */
            direction: "forward" | "back";
            reason?: string;
            by: components["schemas"]["Subject"];
            waived: {
                criterion: string;
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            }[];
        };
        ReviewComputed: {
            stageName: string;
            nextStage: components["schemas"]["Id"] | null;
            /** @enum {string} */
            sroState: "one" | "none" | "several";
            counted: boolean;
            sentence: string;
        };
        Gate: {
            stage: components["schemas"]["Id"];
            stageName: string;
            next: components["schemas"]["Id"] | null;
            nextName: string | null;
            open: boolean;
            sentence: string;
            criteria: {
                id: string;
                sentence: string;
                /** @enum {string} */
                state: "met" | "not-met" | "waived" | "not-evidenced";
                because: string;
            }[];
        };
        AppraisalEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["AppraisalOutput"];
            facts: Record<string, never>;
            computed: components["schemas"]["AppraisalResult"];
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        AppraisalResult: {
            options: {
                id: components["schemas"]["Id"];
                label: string;
                disposition: components["schemas"]["Disposition"];
                total: number | null;
                rank: number | null;
                why: string;
                failedTests: components["schemas"]["Id"][];
                missingScores: components["schemas"]["Id"][];
                netPresentValue: number | null;
                paybackYears: number | null;
            }[];
            first: components["schemas"]["Id"][];
            flipWeights: {
                criterion: components["schemas"]["Id"];
                weight: number;
                below: {
                    weight: number;
                    firstChain: components["schemas"]["Id"][];
                } | null;
                above: {
                    weight: number;
                    firstChain: components["schemas"]["Id"][];
                } | null;
                sentence: string;
            }[];
            notes: string[];
        };
        MarketEngagementList: {
            items: components["schemas"]["MarketEngagementEntry"][];
            next: string | null;
        };
        MarketEngagementEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["MarketEngagementOutput"];
            facts: Record<string, never>;
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        OptionList: {
            items: components["schemas"]["OptionEntry"][];
            next: string | null;
        };
        OptionEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["OptionOutput"];
            facts: Record<string, never>;
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        DeliveryModelList: {
            items: components["schemas"]["DeliveryModelEntry"][];
            next: string | null;
        };
        DeliveryModelEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["DeliveryModelOutput"];
            facts: Record<string, never>;
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        BusinessCaseList: {
            items: components["schemas"]["BusinessCaseEntry"][];
            next: string | null;
        };
        BusinessCaseEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["BusinessCaseOutput"];
            facts: components["schemas"]["BusinessCaseFacts"];
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        BusinessCaseFacts: {
            /** @description Every outcome, oldest first; the last one holds */
            outcomes: components["schemas"]["RecordedOutcome"][];
        };
        RecordedOutcome: {
            /** @description Counts from 1 */
            number: number;
            /** @description What was decided on the case */
            outcome: components["schemas"]["OutcomeName"];
            /** @description The body or post that decided */
            body: string;
            /** @description The day on which it decided */
            on: components["schemas"]["LocalDate"];
            /** @description The number of the minute or paper */
            reference?: string;
            /** @description Why */
            reason?: string;
            /** @description The SRO who recorded it */
            by: components["schemas"]["Subject"];
            /** @description From when it is recorded to be so */
            at: components["schemas"]["Instant"];
            /** @description The number of the outcome that it supersedes */
            supersedes?: number;
            /** @description What must be done for the approval to hold */
            conditions: {
                /** @description The id of the condition in this outcome */
                id: components["schemas"]["Id"];
                /** @description What must be done */
                text: string;
                /** @description The post or team that must do it */
                owner: string;
                /** @description The day by which it must be done */
                dueOn: components["schemas"]["LocalDate"];
                /**
                 * @description How far it has come
                 * @enum {string}
                 */
                status: "open" | "met" | "no-longer-needed";
                /** @description The day on which its status became so */
                statusOn?: components["schemas"]["LocalDate"];
                /** @description What was done, or why it is no longer needed */
                note?: string;
            }[];
        };
        SavingList: {
            items: components["schemas"]["SavingEntry"][];
            next: string | null;
        };
        SavingEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["SavingOutput"];
            facts: components["schemas"]["SavingFacts"];
            computed: {
                /** @description The years of this line, earliest first */
                years: components["schemas"]["SavingsYear"][];
            };
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        SavingFacts: {
            /** @description What finance validated, oldest first; the last of a year holds */
            validations: {
                /** @description The year that was validated */
                year: components["schemas"]["FinancialYear"];
                /** @description What was saved in that year, in whole pounds */
                pounds: components["schemas"]["SignedPounds"];
                /** @description The day of the validation */
                on: components["schemas"]["LocalDate"];
                /** @description Where it differs from the claim: why */
                note?: string;
                /** @description Who validated it */
                by: components["schemas"]["Subject"];
                /** @description From when it is recorded to be so */
                at: components["schemas"]["Instant"];
            }[];
            /** @description Since when the forecast stands unchanged */
            forecastSince: components["schemas"]["Instant"];
            /** @description Who last changed what is claimed */
            claimedBySubject: components["schemas"]["Subject"];
            /** @description Who last changed what is claimed of each year */
            claims?: {
                /** @description The year that is claimed */
                year: components["schemas"]["FinancialYear"];
                /** @description Who last changed the claim of that year */
                by: components["schemas"]["Subject"];
            }[];
        };
        SavingsYear: {
            /** @description The financial year */
            year: components["schemas"]["FinancialYear"];
            /** @description How many savings lines are in it */
            lines: number;
            /** @description What is planned */
            plan: components["schemas"]["Total"];
            /** @description What is expected */
            forecast: components["schemas"]["Total"];
            /** @description What finance has validated, else the forecast */
            outturn: components["schemas"]["Total"];
            /** @description What reviews claim was saved, in whole pounds */
            claimedPounds: number;
            /** @description What finance has validated, in whole pounds */
            validatedPounds: number;
            /** @description The plan by state, in whole pounds */
            states: {
                /** @description Saved already */
                delivered: number;
                /** @description Expected as planned */
                onTrack: number;
                /** @description May be late or less */
                atRisk: number;
                /** @description Will not be saved */
                unachievable: number;
                /** @description The rest of the plan */
                notAssessed: components["schemas"]["Total"];
            };
            /** @description The plan by class */
            byClass: {
                /** @description The class */
                class: components["schemas"]["SavingClass"];
                /** @description Its plan */
                plan: components["schemas"]["Total"];
            }[];
            /** @description The plan by mechanism */
            byMechanism: {
                /** @description The mechanism */
                mechanism: components["schemas"]["SavingMechanism"];
                /** @description Its plan */
                plan: components["schemas"]["Total"];
            }[];
            /** @description The plan that counts towards the gap */
            included: components["schemas"]["Total"];
            /** @description The plan that is shown beside it */
            excluded: components["schemas"]["Total"];
            /** @description What the medium-term financial plan already holds */
            alreadyInMtfp: components["schemas"]["Total"];
            /** @description What the plan adds to that */
            netNew: components["schemas"]["Total"];
            /** @description What is identified towards the requirement */
            identified: components["schemas"]["Total"];
            /** @description The next year's amount of recurring lines that first take effect in this one */
            fullYearEffect: components["schemas"]["Total"];
            /** @description The recurring amounts up to this year */
            runRate: components["schemas"]["Total"];
            /** @description One-off amounts of the year before, which fall out */
            oneOffFallOut: components["schemas"]["Total"];
        };
        /** @description A total in whole pounds with its coverage: how many figures it adds up and how many it could not */
        Total: {
            /** @description The low end, in whole pounds */
            low: number;
            /** @description The high end; null where a figure leaves the top open */
            high: number | null;
            /** @description Whether every figure in it is an exact amount */
            exact: boolean;
            /** @description How many figures it adds up */
            count: number;
            /** @description The kinds of figures in it that are no exact amounts */
            marked: ("over" | "about" | "nearly" | "part-known")[];
            /** @description The figures that it could not add up */
            excluded: {
                /**
                 * @description Why figures are left out
                 * @enum {string}
                 */
                reason: "to-be-confirmed" | "non-financial" | "not-stated";
                /** @description How many */
                count: number;
            }[];
        };
        RiskList: {
            items: components["schemas"]["RiskEntry"][];
            next: string | null;
        };
        RiskEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["RiskOutput"];
            facts: components["schemas"]["RiskFacts"];
            computed: components["schemas"]["RiskAssessment"];
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        RiskFacts: {
            /** @description Every change of the current score, oldest first */
            scores: {
                /** @description From when it has this score */
                at: components["schemas"]["Instant"];
                /** @description Likelihood times impact, 1 to 25 */
                score: number;
            }[];
        };
        RiskAssessment: {
            /** @description Likelihood times impact before any control */
            inherentScore: number;
            /** @description Likelihood times impact today */
            currentScore: number;
            /**
             * @description The band of the current score by the programme's matrix
             * @enum {string}
             */
            currentBand: "low" | "medium" | "high";
            /** @description Likelihood times impact of the target; null where it is to be confirmed */
            targetScore: number | null;
            /** @description The day by which it is to be reviewed next; null where it never was */
            nextReviewOn: components["schemas"]["LocalDate"] | null;
            /** @description Whether nothing is missing */
            complete: boolean;
            /** @description What it lacks to be complete */
            missing: string[];
        };
        IssueList: {
            items: components["schemas"]["IssueEntry"][];
            next: string | null;
        };
        IssueEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["IssueOutput"];
            facts: Record<string, never>;
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        MilestoneList: {
            items: components["schemas"]["MilestoneEntry"][];
            next: string | null;
        };
        MilestoneEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["MilestoneOutput"];
            facts: components["schemas"]["MilestoneFacts"];
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        MilestoneFacts: {
            /** @description The baseline that was recorded first */
            originalBaseline: components["schemas"]["LocalDate"];
            /** @description How often the baseline has been moved */
            rebaselines: number;
        };
        DecisionList: {
            items: components["schemas"]["DecisionEntry"][];
            next: string | null;
        };
        DecisionEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["DecisionOutput"];
            facts: Record<string, never>;
            computed: components["schemas"]["DecisionDates"];
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        DecisionDates: {
            /** @description The earliest day of the meeting after 28 clear days of notice; null without a notice */
            earliestMeetingOn: components["schemas"]["LocalDate"] | null;
        };
        RatingList: {
            items: components["schemas"]["RatingEntry"][];
            next: string | null;
        };
        RatingEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["Rating"];
            facts: components["schemas"]["RatingFacts"];
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        RatingFacts: {
            /**
             * @description Whose rating it is
             * @enum {string}
             */
            source: "sro" | "assurance";
            /** @description Who gave it */
            by: components["schemas"]["Subject"];
        };
        ReturnList: {
            items: components["schemas"]["ReturnEntry"][];
            next: string | null;
        };
        ReturnEntry: {
            id: components["schemas"]["ReportMonth"];
            record: components["schemas"]["MonthlyReturnOutput"];
            facts: components["schemas"]["MonthlyReturnFacts"];
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        MonthlyReturnFacts: {
            /** @description When its present words were recorded */
            submittedAt: components["schemas"]["Instant"];
            /** @description The SRO's confirmation; null until it is given */
            confirmed: {
                /** @description When it was confirmed */
                at: components["schemas"]["Instant"];
                /** @description The SRO who confirmed it */
                by: components["schemas"]["Subject"];
                /** @description What the SRO added */
                words?: string;
            } | null;
        };
        StatedPositionList: {
            items: components["schemas"]["StatedPositionEntry"][];
            next: string | null;
        };
        StatedPositionEntry: {
            id: components["schemas"]["Id"];
            record: components["schemas"]["StatedPosition"];
            facts: Record<string, never>;
            computed: Record<string, never>;
            version: number;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            recordedBy: components["schemas"]["Subject"];
            struckOut: {
                reason: string;
                by: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
            } | null;
        };
        ReportList: {
            items: {
                month: components["schemas"]["ReportMonth"];
                revision: number;
                contentDigest: string;
                publishedAt: components["schemas"]["Instant"];
                reason: string | null;
            }[];
            next: string | null;
        };
        /** @description The run of a month: progress to poll, then the address of its report */
        ReportRun: {
            id: components["schemas"]["Id"];
            programme: components["schemas"]["Id"];
            month: components["schemas"]["ReportMonth"];
            revision: number;
            /** @enum {string} */
            kind: "publish" | "rebuild-then" | "rebuild-now";
            /** @enum {string} */
            state: "waiting" | "running" | "published" | "rebuilt" | "failed";
            reviewsDone: number;
            reviewsTotal: number | null;
            reason: string | null;
            early: boolean;
            requestedAt: components["schemas"]["Instant"];
            report: string | null;
            problem: string | null;
            rebuilt: components["schemas"]["Rebuilt"] | null;
        };
        Rebuilt: {
            /** @enum {string} */
            knowledge: "then" | "now";
            publishedDigest: string;
            contentDigest: string;
            same: boolean;
            differences: string[];
        };
        Report: {
            content: components["schemas"]["ReportContent"];
            publication: components["schemas"]["Publication"];
            /** @description The view that is shown here, where the two are not the same */
            view?: components["schemas"]["View"];
            /** @description No list of the content holds more rows than this here: a pull holds what two read units have room for, and with rows=all what was published. The `total` of a list counts all rows. */
            rowsAtMost: number;
        };
        /** @description The position of a programme as at the last instant of a month */
        ReportContent: {
            programme: {
                id: components["schemas"]["Id"];
                name: string;
                phase: string | null;
                council: string;
                fictional: boolean;
                services: string[];
                source: string | null;
            };
            month: components["schemas"]["ReportMonth"];
            observationEnd: components["schemas"]["Instant"];
            revision: number;
            revisionReason: string | null;
            early: {
                reason: string;
            } | null;
            ruleSet: string;
            previous: {
                month: components["schemas"]["ReportMonth"];
                revision: number;
                contentDigest: string;
            } | null;
            recordedInMonth: number;
            headline: string[];
            counts: {
                counted: number;
                notCounted: {
                    lifecycle: components["schemas"]["Lifecycle"];
                    count: number;
                }[];
                services: number;
                stage: {
                    key: string;
                    name: string;
                    share: components["schemas"]["Share"];
                }[];
                lifecycle: {
                    key: string;
                    name: string;
                    share: components["schemas"]["Share"];
                }[];
                portfolio: {
                    key: string;
                    name: string;
                    share: components["schemas"]["Share"];
                }[];
                directorate: {
                    key: string;
                    name: string;
                    share: components["schemas"]["Share"];
                }[];
                tier: {
                    key: string;
                    name: string;
                    share: components["schemas"]["Share"];
                }[];
                theme: {
                    key: string;
                    name: string;
                    share: components["schemas"]["Share"];
                }[];
            };
            flow: components["schemas"]["Flow"];
            moves: {
                total: number;
                rows: {
                    review: components["schemas"]["Id"] | null;
                    title: string;
                    on: components["schemas"]["LocalDate"];
                    from: string;
                    to: string;
                    /** @enum {string} */
                    direction: "forward" | "back";
                    reason: string | null;
                    waived: {
                        criterion: string;
                        reason: string;
                    }[];
                }[];
            };
            waiversInForce: {
                total: number;
                rows: {
                    review: components["schemas"]["Id"] | null;
                    title: string;
                    criterion: string;
                    stage: string;
                    reason: string;
                    on: components["schemas"]["LocalDate"];
                }[];
            };
            waits: {
                total: number;
                rows: {
                    review: components["schemas"]["Id"] | null;
                    title: string;
                    id: components["schemas"]["Id"];
                    /** @enum {string} */
                    on: "review" | "outside-body" | "document";
                    what: string;
                    neededBy: components["schemas"]["DateStatement"] | null;
                    holdsStage: string | null;
                }[];
            };
            engagement: {
                engagements: number;
                responses: number;
                organisations: number;
                invitedIn: number;
                statedOnly: {
                    responses: number;
                    organisations: number;
                    invitedIn: number;
                    sources: {
                        total: number;
                        rows: string[];
                    };
                };
                programmeWide: number;
                reviewsEngaged: components["schemas"]["Share"];
                decidedNotTo: number;
                notes: string[];
            };
            options: {
                total: number;
                preferred: number;
                shortListed: number;
                longListed: number;
                notRecommended: number;
                notRecommendedAtThisStage: number;
                reviewsWithPreferred: components["schemas"]["Share"];
                withoutPreferred: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        waitsFor: string[];
                    }[];
                };
                severalPreferred: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        labels: string[];
                    }[];
                };
                alternativesRecorded: components["schemas"]["Share"];
                notFirst: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        option: string;
                        rank: number;
                        reason: string | null;
                    }[];
                };
            };
            deliveryModels: {
                preferred: {
                    model: components["schemas"]["DeliveryModelName"];
                    name: string;
                    count: number;
                }[];
                adopted: {
                    model: components["schemas"]["DeliveryModelName"];
                    name: string;
                    count: number;
                }[];
            };
            businessCases: {
                outcomes: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        businessCase: string;
                        type: string;
                        outcome: components["schemas"]["OutcomeName"];
                        on: components["schemas"]["LocalDate"];
                        body: string;
                        reference: string | null;
                        reason: string | null;
                    }[];
                };
                conditions: {
                    open: number;
                    overdue: {
                        total: number;
                        rows: {
                            review: components["schemas"]["Id"] | null;
                            title: string;
                            condition: string;
                            owner: string;
                            dueOn: components["schemas"]["LocalDate"];
                        }[];
                    };
                };
            };
            savings: {
                years: components["schemas"]["SavingsPosition"][];
                stated: components["schemas"]["StatedFigure"][];
                coverage: {
                    reviews: components["schemas"]["Share"];
                    lines: number;
                    notStated: {
                        total: number;
                        rows: components["schemas"]["ReportSubject"][];
                    };
                    sentence: string;
                };
                moved: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        saving: string;
                        milestone: string;
                        from: components["schemas"]["LocalDate"];
                        to: components["schemas"]["LocalDate"];
                        year: components["schemas"]["FinancialYear"];
                        pounds: number | null;
                    }[];
                };
            };
            risks: {
                open: number;
                programmeWide: number;
                byBand: {
                    low: number;
                    medium: number;
                    high: number;
                };
                heatMap: number[][];
                likelihoodWords: string[];
                impactWords: string[];
                lowUpTo: number;
                mediumUpTo: number;
                top: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        risk: components["schemas"]["RiskRow"];
                        /** @enum {string} */
                        direction: "new" | "up" | "down" | "same";
                        previousScore: number | null;
                    }[];
                };
                moved: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        risk: components["schemas"]["RiskRow"];
                        /** @enum {string} */
                        direction: "new" | "up" | "down" | "same";
                        previousScore: number | null;
                    }[];
                };
                overdue: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        risk: components["schemas"]["Id"];
                        riskTitle: string;
                        dueOn: components["schemas"]["LocalDate"];
                        what: string;
                    }[];
                };
                incomplete: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        risk: components["schemas"]["Id"];
                        riskTitle: string;
                        missing: string[];
                    }[];
                };
                coverage: string;
            };
            issues: {
                open: number;
                high: number;
            };
            milestones: {
                total: number;
                done: number;
                due: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        milestone: string;
                        dueOn: components["schemas"]["LocalDate"];
                    }[];
                };
                missed: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        milestone: string;
                        dueOn: components["schemas"]["LocalDate"];
                    }[];
                };
                slipped: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        milestone: string;
                        baseline: components["schemas"]["LocalDate"];
                        forecast: components["schemas"]["LocalDate"] | null;
                        actual: components["schemas"]["LocalDate"] | null;
                        reason: string | null;
                    }[];
                };
                rebaselines: number;
            };
            decisions: {
                taken: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        decision: string;
                        body: string;
                        kind: string;
                        on: components["schemas"]["LocalDate"];
                        reference: string | null;
                    }[];
                };
                due: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        decision: string;
                        body: string;
                        kind: string;
                        dueOn: components["schemas"]["DateStatement"];
                    }[];
                };
            };
            ratings: {
                /** @enum {string} */
                scheme: "three-point" | "five-point";
                sro: {
                    rating: components["schemas"]["RatingName"] | "not-rated";
                    share: components["schemas"]["Share"];
                }[];
                assurance: {
                    rating: components["schemas"]["RatingName"] | "not-rated";
                    share: components["schemas"]["Share"];
                }[];
                worst: {
                    rating: components["schemas"]["RatingName"];
                    because: {
                        total: number;
                        rows: components["schemas"]["ReportSubject"][];
                    };
                } | null;
                valueWeighted: {
                    rating: components["schemas"]["RatingName"] | "not-rated";
                    planned: components["schemas"]["Total"];
                    share: components["schemas"]["Share"];
                }[];
                weighedBy: string;
                differ: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        sro: components["schemas"]["RatingName"];
                        assurance: components["schemas"]["RatingName"];
                    }[];
                };
            };
            returns: {
                dueBy: components["schemas"]["LocalDate"];
                expected: number;
                received: components["schemas"]["Share"];
                nothingChanged: number;
                late: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        confirmedOn: components["schemas"]["LocalDate"];
                    }[];
                };
                unconfirmed: {
                    total: number;
                    rows: components["schemas"]["ReportSubject"][];
                };
                missing: {
                    total: number;
                    rows: {
                        review: components["schemas"]["Id"] | null;
                        title: string;
                        lastConfirmed: components["schemas"]["ReportMonth"] | null;
                    }[];
                };
            };
            changes: {
                sentence: string;
                before: number | null;
                after: number | null;
            }[];
            findings: {
                total: number;
                rows: components["schemas"]["Finding"][];
            };
            foundByRule: {
                rule: string;
                /** @enum {string} */
                kind: "contradiction" | "data-gap" | "unreadable";
                sentence: string;
                count: number;
            }[];
            nextSteps: {
                total: number;
                rows: {
                    who: string;
                    what: string;
                    subject: components["schemas"]["ReportSubject"];
                }[];
            };
            lines: number;
        };
        /** @description A percentage, to one decimal place, with the numbers it comes from */
        Share: {
            numerator: number;
            denominator: number;
            percent: number | null;
        };
        /** @description opening + restated + entered - left = closing */
        Flow: {
            opening: number;
            /** @enum {string} */
            openingFrom: "last-report" | "history";
            restated: {
                total: number;
                rows: {
                    review: components["schemas"]["Id"];
                    title: string;
                    change: 1 | -1;
                    because: string;
                }[];
            };
            entered: {
                total: number;
                rows: {
                    review: components["schemas"]["Id"];
                    title: string;
                    /** @enum {string} */
                    how: "approved" | "restarted" | "split-in";
                    on: components["schemas"]["LocalDate"];
                }[];
            };
            left: {
                total: number;
                rows: {
                    review: components["schemas"]["Id"];
                    title: string;
                    /** @enum {string} */
                    how: "completed" | "stopped" | "transferred" | "merged" | "back-to-potential";
                    on: components["schemas"]["LocalDate"];
                }[];
            };
            restatedBy: number;
            closing: number;
            reconciles: boolean;
            sentence: string;
        };
        SavingsPosition: {
            /** @description The financial year */
            year: components["schemas"]["FinancialYear"];
            /** @description How many savings lines are in it */
            lines: number;
            /** @description What is planned */
            plan: components["schemas"]["Total"];
            /** @description What is expected */
            forecast: components["schemas"]["Total"];
            /** @description What finance has validated, else the forecast */
            outturn: components["schemas"]["Total"];
            /** @description What reviews claim was saved, in whole pounds */
            claimedPounds: number;
            /** @description What finance has validated, in whole pounds */
            validatedPounds: number;
            /** @description The plan by state, in whole pounds */
            states: {
                /** @description Saved already */
                delivered: number;
                /** @description Expected as planned */
                onTrack: number;
                /** @description May be late or less */
                atRisk: number;
                /** @description Will not be saved */
                unachievable: number;
                /** @description The rest of the plan */
                notAssessed: components["schemas"]["Total"];
            };
            /** @description The plan by class */
            byClass: {
                /** @description The class */
                class: components["schemas"]["SavingClass"];
                /** @description Its plan */
                plan: components["schemas"]["Total"];
            }[];
            /** @description The plan by mechanism */
            byMechanism: {
                /** @description The mechanism */
                mechanism: components["schemas"]["SavingMechanism"];
                /** @description Its plan */
                plan: components["schemas"]["Total"];
            }[];
            /** @description The plan that counts towards the gap */
            included: components["schemas"]["Total"];
            /** @description The plan that is shown beside it */
            excluded: components["schemas"]["Total"];
            /** @description What the medium-term financial plan already holds */
            alreadyInMtfp: components["schemas"]["Total"];
            /** @description What the plan adds to that */
            netNew: components["schemas"]["Total"];
            /** @description What is identified towards the requirement */
            identified: components["schemas"]["Total"];
            /** @description The next year's amount of recurring lines that first take effect in this one */
            fullYearEffect: components["schemas"]["Total"];
            /** @description The recurring amounts up to this year */
            runRate: components["schemas"]["Total"];
            /** @description One-off amounts of the year before, which fall out */
            oneOffFallOut: components["schemas"]["Total"];
            required: components["schemas"]["Figure"] | null;
            statedIdentified: components["schemas"]["Figure"] | null;
            statedUnidentified: components["schemas"]["Figure"] | null;
            derivedIdentifiedPounds: number | null;
            gap: components["schemas"]["Gap"] | null;
            transformationShare: components["schemas"]["Share"];
        };
        /** @description Required less identified, in whole pounds. `low` is null where what is identified has no upper end. What is left out of the identified savings would make the gap smaller. Null as a whole where the requirement is not an amount or no line counts. */
        Gap: {
            low: number | null;
            high: number;
            /** @description Whether every figure in it is an exact amount */
            exact: boolean;
            /** @description How many figures it adds up */
            count: number;
            /** @description The kinds of figures in it that are no exact amounts */
            marked: ("over" | "about" | "nearly" | "part-known")[];
            /** @description The figures that it could not add up */
            excluded: {
                /**
                 * @description Why figures are left out
                 * @enum {string}
                 */
                reason: "to-be-confirmed" | "non-financial" | "not-stated";
                /** @description How many */
                count: number;
            }[];
        };
        StatedFigure: {
            id: components["schemas"]["Id"];
            title: string;
            /** @enum {string} */
            measure: "savings-required" | "savings-identified" | "savings-unidentified" | "savings-expected" | "savings-expected-a-year" | "already-in-mtfp" | "gross-expenditure" | "net-budget" | "other";
            year: components["schemas"]["FinancialYear"] | null;
            periodYears: number | null;
            figure: components["schemas"]["Figure"];
            follows: {
                from: components["schemas"]["Id"];
                low: number;
                high: number;
                agrees: boolean;
                sentence: string;
            } | null;
            words: string | null;
        };
        ReportSubject: {
            review: components["schemas"]["Id"] | null;
            title: string;
        };
        RiskRow: {
            id: components["schemas"]["Id"];
            title: string;
            likelihood: number;
            impact: number;
            score: number;
            /** @enum {string} */
            band: "low" | "medium" | "high";
            owner?: string;
            nextReviewOn: components["schemas"]["LocalDate"] | null;
            missing: string[];
            openActionsDue: {
                what: string;
                dueOn: components["schemas"]["LocalDate"];
            }[];
            scores: {
                at: components["schemas"]["Instant"];
                score: number;
            }[];
        };
        Finding: {
            rule: string;
            /** @enum {string} */
            kind: "contradiction" | "data-gap" | "unreadable";
            sentence: string;
            subject: {
                review: components["schemas"]["Id"] | null;
                title: string;
                register: string;
                id: string;
            };
            because: string;
            evidence: {
                what: string;
                value: string;
            }[];
        };
        Publication: {
            /** @description SHA-256, hexadecimal, over the canonical JSON (RFC 8785) of the lines and the content, each text in its salted commitment; the export holds the salts */
            contentDigest: string;
            /** @description Digest of the programme event that published the report: the anchor of the record */
            sealingDigest: string;
            /** @description Merkle root of the chain heads that the report was made from */
            headsRoot: string;
            publishedAt: components["schemas"]["Instant"];
            run: components["schemas"]["Id"];
            /** @description The public view, with its own content digest; absent where both views are the same */
            publicView?: components["schemas"]["PublicView"];
        };
        PublicView: {
            /** @description The day as at which it was judged what is withheld */
            on: components["schemas"]["LocalDate"];
            contentDigest: string;
            /** @description Of how many records text is withheld */
            withheldRecords: number;
        };
        ReportLines: {
            month: components["schemas"]["ReportMonth"];
            revision: number;
            lines: components["schemas"]["ReportLine"][];
            next: string | null;
        };
        ReportLine: {
            review: components["schemas"]["Id"];
            title: string;
            services: string[];
            lifecycle: components["schemas"]["Lifecycle"];
            counted: boolean;
            stage: components["schemas"]["Id"];
            stageName: string;
            stageWork: string;
            tier: components["schemas"]["Tier"];
            portfolio: string | null;
            sros: number;
            preferred: {
                label: string;
                scope: string | null;
                model: components["schemas"]["DeliveryModelName"];
            }[];
            notRecommended: number;
            notRecommendedAtThisStage: number;
            marketMaturity: string | null;
            waitsFor: string[];
            savings: {
                lines: number;
                plan: {
                    year: components["schemas"]["FinancialYear"];
                    total: components["schemas"]["Total"];
                }[];
                sentence: string;
            };
            sroRating: components["schemas"]["RatingName"] | null;
            assuranceRating: components["schemas"]["RatingName"] | null;
            risksPart: number;
            highRisks: number;
            endDate: components["schemas"]["DateStatement"];
            /** @enum {string} */
            return: "received" | "nothing-changed" | "late" | "unconfirmed" | "missing" | "not-expected";
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEntry"][];
            next: string | null;
        };
        /** @description One change: who told it, when, from when it is true, and each field before and after */
        HistoryEntry: {
            sequence: number;
            recordRef: {
                /** @enum {string} */
                kind: "programme" | "review" | "market-engagement" | "option" | "delivery-model" | "business-case" | "saving" | "risk" | "issue" | "milestone" | "decision" | "rating" | "return" | "stated-position" | "appraisal" | "publication";
                id: string;
            };
            version: number;
            type: string;
            effectiveAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
            by: components["schemas"]["Subject"];
            reason: string | null;
            corrects: number | null;
            recordedLate: components["schemas"]["ToldLate"] | null;
            changes: {
                field: string;
                before: components["schemas"]["AnyJson"] | null;
                after: components["schemas"]["AnyJson"] | null;
            }[];
            digest: string;
        };
        /** @description Set where a change was told of a month whose report was made without it */
        ToldLate: {
            /** @description Published months that this would change, or did by the revision that took it in */
            months: {
                month: components["schemas"]["ReportMonth"];
                revision: number;
                takenInBy: number | null;
            }[];
        };
        /** @description Published months that what was told late would change */
        Restatements: {
            items: {
                month: components["schemas"]["ReportMonth"];
                revision: number;
                sentence: string;
                changes: {
                    review: components["schemas"]["Id"] | null;
                    sequence: number;
                    recordRef: {
                        /** @enum {string} */
                        kind: "programme" | "review" | "market-engagement" | "option" | "delivery-model" | "business-case" | "saving" | "risk" | "issue" | "milestone" | "decision" | "rating" | "return" | "stated-position" | "appraisal" | "publication";
                        id: string;
                    };
                    effectiveAt: components["schemas"]["Instant"];
                    recordedAt: components["schemas"]["Instant"];
                    by: components["schemas"]["Subject"];
                }[];
            }[];
        };
        AnyJson: string | number | boolean | null | components["schemas"]["AnyJson"][] | {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description A transformation programme and its settings */
        ProgrammeOutput: {
            name: string & (unknown & unknown);
            phase?: string & (unknown & unknown);
            council: string & (unknown & unknown);
            approved?: string & (unknown & unknown);
            /** @default [] */
            services: (string & (unknown & unknown))[];
            /** @default [] */
            boards: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /** @default [] */
            directorates: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /** @default [] */
            portfolios: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /** @default [] */
            themes: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /**
             * @default {
             *       "kind": "service-review"
             *     }
             */
            stageModel: components["schemas"]["StageModel"];
            /**
             * @default {
             *       "likelihoodWords": [
             *         "Very unlikely",
             *         "Unlikely",
             *         "Possible",
             *         "Likely",
             *         "Very likely"
             *       ],
             *       "impactWords": [
             *         "Minor",
             *         "Moderate",
             *         "Significant",
             *         "Serious",
             *         "Major"
             *       ],
             *       "lowUpTo": 6,
             *       "mediumUpTo": 15,
             *       "nextReviewMonths": {
             *         "low": 3,
             *         "medium": 2,
             *         "high": 1
             *       }
             *     }
             */
            riskMatrix: components["schemas"]["RiskMatrix"];
            /**
             * @default three-point
             * @enum {string}
             */
            ratingScheme: "three-point" | "five-point";
            /**
             * @default [
             *       "do-nothing",
             *       "in-house-improve",
             *       "in-house-commercial",
             *       "shared-service",
             *       "local-authority-trading-company",
             *       "joint-venture",
             *       "alternative-business-structure",
             *       "trust",
             *       "social-enterprise",
             *       "mutual",
             *       "outsource",
             *       "commission-from-another-authority",
             *       "asset-transfer",
             *       "reduce",
             *       "cease"
             *     ]
             */
            deliveryModels: components["schemas"]["DeliveryModelName"][];
            reporting: components["schemas"]["ReportingOutput"];
            /** @default 1000000 */
            keyDecisionThreshold: components["schemas"]["Pounds"];
            /** @default [] */
            decisionRoute: (string & (unknown & unknown))[];
            closeDown?: components["schemas"]["CloseDown"];
            /**
             * @description Whether the board sees what is exempt; unless set, it sees the public view
             * @default false
             */
            boardReadsExempt: boolean;
            source?: string & (unknown & unknown);
            /** @default false */
            fictional: boolean;
        };
        ReportingOutput: {
            firstMonth: components["schemas"]["ReportMonth"];
            lastMonth?: components["schemas"]["ReportMonth"];
            /** @default 6 */
            reportDay: number;
            /** @default 5 */
            returnsDueDay: number;
        };
        /** @description A unit of change as its team keeps it */
        ReviewOutput: {
            title: string & (unknown & unknown);
            /**
             * @default service-review
             * @enum {string}
             */
            kind: "service-review" | "implementation-project";
            parent?: components["schemas"]["Id"];
            /** @default [] */
            services: (string & (unknown & unknown))[];
            directorate?: components["schemas"]["Id"];
            portfolio?: components["schemas"]["Id"];
            theme?: components["schemas"]["Id"];
            /** @default to-be-confirmed */
            tier: components["schemas"]["Tier"];
            /** @default potential */
            lifecycle: components["schemas"]["Lifecycle"];
            lifecycleReason?: string & (unknown & unknown);
            mergedInto?: components["schemas"]["Id"];
            splitFrom?: components["schemas"]["Id"];
            /** @default [] */
            sros: components["schemas"]["Person"][];
            lead?: components["schemas"]["Person"];
            grossExpenditure?: components["schemas"]["Figure"];
            netExpenditure?: components["schemas"]["Figure"];
            /**
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            endDate: components["schemas"]["DateStatement"];
            outcomesSought?: string & (unknown & unknown);
            /** @enum {string} */
            marketMaturity?: "immature" | "emerging" | "growing" | "mature" | "declining" | "mixed";
            marketMaturityWords?: string & (unknown & unknown);
            /** @default [] */
            waitsFor: components["schemas"]["WaitsForOutput"][];
            authorisationToProceed?: {
                body: string & (unknown & unknown);
                on: components["schemas"]["DateStatement"];
                reference?: string & (unknown & unknown);
            };
            /**
             * @default {
             *       "status": "not-stated"
             *     }
             */
            equalityImpact: {
                /** @enum {string} */
                status: "not-stated" | "not-started" | "screened" | "in-progress" | "complete" | "not-required";
                on?: components["schemas"]["LocalDate"];
                words?: string & (unknown & unknown);
            };
            /**
             * @default {
             *       "status": "not-stated"
             *     }
             */
            consultation: {
                /** @enum {string} */
                status: "not-stated" | "not-started" | "screened" | "in-progress" | "complete" | "not-required";
                on?: components["schemas"]["LocalDate"];
                words?: string & (unknown & unknown);
            };
            costAndBenefit?: {
                cost: components["schemas"]["Figure"];
                benefit: components["schemas"]["Figure"];
            };
            handover?: {
                /**
                 * @description A post or team, not a person's name
                 * @example Head of Property
                 */
                owner: string & (unknown & unknown);
                on: components["schemas"]["LocalDate"];
                words?: string & (unknown & unknown);
            };
            /** @default [] */
            lessons: {
                learned: string & (unknown & unknown);
                appliedWhere?: string & (unknown & unknown);
            }[];
            /** @default [] */
            unrealisedBenefits: {
                what: string & (unknown & unknown);
                /**
                 * @description A post or team, not a person's name
                 * @example Head of Property
                 */
                owner?: string & (unknown & unknown);
            }[];
            /** @description A review taken over under way: the stage it was opened at and the source that says so */
            openedAt?: {
                stage: components["schemas"]["Id"];
                source: string & (unknown & unknown);
            };
            /** @default [] */
            keyDates: {
                what: string & (unknown & unknown);
                on: components["schemas"]["DateStatement"];
            }[];
            sourceParagraphs?: string & (unknown & unknown);
            exempt?: components["schemas"]["Exemption"];
        };
        WaitsForOutput: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            on: "review" | "outside-body" | "document";
            what: string & (unknown & unknown);
            review?: components["schemas"]["Id"];
            /**
             * @description A post or team, not a person's name
             * @example Head of Property
             */
            owner?: string & (unknown & unknown);
            neededBy?: components["schemas"]["DateStatement"];
            /**
             * @default open
             * @enum {string}
             */
            status: "open" | "met" | "no-longer-needed";
            holdsStage?: components["schemas"]["Id"];
            source?: string & (unknown & unknown);
        };
        AppraisalOutput: {
            baseYear?: components["schemas"]["FinancialYear"];
            /** @default [] */
            criteria: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
                /**
                 * @default other
                 * @enum {string}
                 */
                group: "desirability" | "viability" | "feasibility" | "other";
                weight: number;
            }[];
            /** @default [] */
            tests: {
                id: components["schemas"]["Id"];
                name: string & (unknown & unknown);
            }[];
            /** @default 10 */
            highestScore: number;
            /** @default 0 */
            optimismBiasPercent: number;
            /** @description Why the preferred option is preferred although it does not rank first */
            preferredReason?: string & (unknown & unknown);
            source?: string & (unknown & unknown);
            exempt?: components["schemas"]["Exemption"];
        };
        MarketEngagementOutput: {
            /**
             * Title
             * @description The engagement in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Kind
             * @description How the market was approached, or that it was decided not to
             * @enum {string}
             */
            kind: "prior-information-notice" | "preliminary-market-engagement-notice" | "soft-market-test" | "supplier-session" | "peer-authority-visit" | "benchmarking" | "decision-not-to-engage";
            /**
             * When
             * @description When it took place, as far as that is stated
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            on: components["schemas"]["DateStatement"];
            /**
             * Purpose
             * @description What was to be learned
             */
            purpose?: string & (unknown & unknown);
            /**
             * Reason
             * @description Why; needed where it was decided not to engage
             */
            reason?: string & (unknown & unknown);
            /**
             * Organisations
             * @description Who answered or was met
             * @default []
             */
            organisations: components["schemas"]["OrganisationOutput"][];
            /**
             * Stated counts
             * @description Counts that a paper states without naming the organisations
             */
            stated?: {
                /**
                 * Responses
                 * @description How many responses the paper states
                 */
                responses?: number;
                /**
                 * Organisations
                 * @description How many organisations the paper states
                 */
                organisations?: number;
                /**
                 * Invited in
                 * @description How many the paper says were invited in
                 */
                invitedIn?: number;
                /**
                 * Source
                 * @description The paper that states these counts
                 */
                source: string & (unknown & unknown);
            };
            /**
             * Conflicts and equal treatment
             * @description How conflicts of interest were met and everybody was treated alike
             */
            conflictsAndEqualTreatment?: string & (unknown & unknown);
            /**
             * Findings
             * @description What was learned
             */
            findings?: string & (unknown & unknown);
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        OrganisationOutput: {
            /**
             * Id
             * @description Lower-case words joined by single hyphens, once in this engagement
             */
            id: components["schemas"]["Id"];
            /**
             * Name
             * @description The organisation by its full name
             */
            name: string & (unknown & unknown);
            /**
             * Kind
             * @description What kind of organisation it is
             * @default not-stated
             * @enum {string}
             */
            kind: "national" | "sme" | "vcse" | "public-body" | "not-stated";
            /**
             * Responses
             * @description How many responses it gave
             * @default 1
             */
            responses: number;
            /**
             * Invited in
             * @description Whether it was asked to come and talk
             * @default false
             */
            invitedIn: boolean;
            /**
             * Shared with
             * @description Where it answered together with others: with whom
             */
            sharedWith?: string & (unknown & unknown);
        };
        OptionOutput: {
            /**
             * Label
             * @description The option in a few words
             */
            label: string & (unknown & unknown);
            /**
             * Scope
             * @description The part of the service that it is about, where not all
             */
            scope?: string & (unknown & unknown);
            /**
             * Delivery model
             * @description How the service would be provided
             */
            deliveryModel: components["schemas"]["DeliveryModelName"];
            /**
             * Disposition
             * @description What became of the option
             * @default long-listed
             */
            disposition: components["schemas"]["Disposition"];
            /**
             * Reason
             * @description Why it is preferred, or not recommended
             */
            reason?: string & (unknown & unknown);
            /**
             * Scores
             * @description Its score for each criterion of the appraisal
             * @default []
             */
            scores: {
                /**
                 * Criterion
                 * @description The id of a criterion of the appraisal
                 */
                criterion: components["schemas"]["Id"];
                /**
                 * Score
                 * @description From nought to the highest score of the appraisal
                 */
                score: number;
                /**
                 * Reason
                 * @description Why it scores so
                 */
                reason?: string & (unknown & unknown);
            }[];
            /**
             * Tests
             * @description Whether it passes each test of the appraisal
             * @default []
             */
            tests: {
                /**
                 * Test
                 * @description The id of a test of the appraisal
                 */
                test: components["schemas"]["Id"];
                /**
                 * Outcome
                 * @description Whether the option passes
                 * @enum {string}
                 */
                outcome: "pass" | "fail";
                /**
                 * Reason
                 * @description Why it passes or fails
                 */
                reason?: string & (unknown & unknown);
            }[];
            /**
             * Cash flow
             * @description Costs and benefits year by year, before discounting
             */
            cashFlow?: {
                /**
                 * Year
                 * @description Years after the base year of the appraisal
                 */
                year: number;
                /**
                 * Costs
                 * @description Costs of that year in whole pounds
                 * @default 0
                 */
                costs: components["schemas"]["Pounds"];
                /**
                 * Benefits
                 * @description Benefits of that year in whole pounds; below zero is a loss
                 * @default 0
                 */
                benefits: components["schemas"]["SignedPounds"];
            }[];
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        DeliveryModelOutput: {
            /**
             * Delivery model
             * @description How the service is to be provided
             */
            model: components["schemas"]["DeliveryModelName"];
            /**
             * In words
             * @description The model as the council itself calls it
             */
            words?: string & (unknown & unknown);
            /**
             * From options
             * @description The options that it comes from
             */
            fromOptions: components["schemas"]["Id"][];
            /**
             * Decision
             * @description The decision that adopts it
             */
            decision?: components["schemas"]["Id"];
            /**
             * Steps of the transition
             * @description How the service moves to the new model, step by step
             * @default []
             */
            transitionSteps: {
                /**
                 * Step
                 * @description What is done
                 */
                what: string & (unknown & unknown);
                /**
                 * When
                 * @description When it is done, as far as that is stated
                 */
                on: components["schemas"]["DateStatement"];
            }[];
            /**
             * Retained client function
             * @description What stays with the council to manage the provider
             */
            retainedClientFunction?: string & (unknown & unknown);
            /**
             * Control by members
             * @description How elected members keep control of the service
             */
            memberControl?: string & (unknown & unknown);
            /**
             * Overheads left behind
             * @description Costs that stay with the council when the service has moved
             */
            overheadsLeftBehind?: string & (unknown & unknown);
            /**
             * Delivered
             * @description Where the model works: since when, and whether as appraised
             */
            delivered?: {
                /**
                 * On
                 * @description The day from which the model works
                 */
                on: components["schemas"]["LocalDate"];
                /**
                 * As appraised
                 * @description Whether it is what was appraised
                 * @enum {string}
                 */
                asAppraised: "yes" | "partly" | "no";
                /**
                 * In words
                 * @description What was delivered, and where it differs
                 */
                words: string & (unknown & unknown);
            };
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        BusinessCaseOutput: {
            /**
             * Title
             * @description The case in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Type
             * @description Which case it is of those that a review makes one after another
             * @enum {string}
             */
            type: "strategic-outline" | "outline" | "full" | "single-justification";
            /**
             * Version of the case
             * @description The version of the paper, as it is numbered there
             */
            caseVersion: string & (unknown & unknown);
            /**
             * Date
             * @description The day that the paper bears
             */
            on: components["schemas"]["LocalDate"];
            /**
             * Costs
             * @description What it costs in all, as the case states
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            costs: components["schemas"]["Figure"];
            /**
             * Benefits
             * @description What it brings in all, as the case states
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            benefits: components["schemas"]["Figure"];
            /**
             * The five cases
             * @description How complete each of the five cases of HM Treasury's model is
             */
            fiveCases?: {
                /**
                 * Strategic case
                 * @description Whether it shows the need for change
                 * @enum {string}
                 */
                strategic: "complete" | "partial" | "absent" | "not-stated";
                /**
                 * Economic case
                 * @description Whether it shows value for money
                 * @enum {string}
                 */
                economic: "complete" | "partial" | "absent" | "not-stated";
                /**
                 * Commercial case
                 * @description Whether it shows a deal that can be done
                 * @enum {string}
                 */
                commercial: "complete" | "partial" | "absent" | "not-stated";
                /**
                 * Financial case
                 * @description Whether it shows that it can be paid for
                 * @enum {string}
                 */
                financial: "complete" | "partial" | "absent" | "not-stated";
                /**
                 * Management case
                 * @description Whether it shows how it is delivered
                 * @enum {string}
                 */
                management: "complete" | "partial" | "absent" | "not-stated";
            };
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        SavingOutput: {
            /**
             * Title
             * @description What is saved, in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Class
             * @description Whether cash leaves the budget, and how
             */
            class: components["schemas"]["SavingClass"];
            /**
             * Mechanism
             * @description What brings the saving about
             */
            mechanism: components["schemas"]["SavingMechanism"];
            /**
             * Recurrence
             * @description Whether it is saved every year from then on, or once
             * @enum {string}
             */
            recurrence: "recurring" | "one-off";
            /**
             * Firmness
             * @description How far the saving is agreed
             */
            firmness: components["schemas"]["Firmness"];
            /**
             * Budget line
             * @description The line of the budget that it comes from
             */
            budgetLine?: string & (unknown & unknown);
            /**
             * Contract
             * @description The contract that it comes from
             */
            contract?: string & (unknown & unknown);
            /**
             * Claimed by
             * @description The service or programme that counts it as its own
             */
            claimedBy?: string & (unknown & unknown);
            /**
             * Milestone
             * @description The milestone that it depends on: where that slips, the saving moves
             */
            milestone?: components["schemas"]["Id"];
            /**
             * Substitute for
             * @description The savings line in whose place it comes
             */
            substituteFor?: components["schemas"]["Id"];
            /**
             * Why it is not counted twice
             * @description Where another line saves on the same budget line: why both hold
             */
            doubleCountJustification?: string & (unknown & unknown);
            /**
             * Years
             * @description What is planned, expected and claimed, year by year
             */
            years: components["schemas"]["SavingYearOutput"][];
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        SavingYearOutput: {
            /**
             * Financial year
             * @description The year in which the amount first takes effect
             */
            year: components["schemas"]["FinancialYear"];
            /**
             * Plan
             * @description What is planned to be saved, in whole pounds
             */
            plan: components["schemas"]["FigureOrPounds"];
            /**
             * Forecast
             * @description What is now expected to be saved
             */
            forecast?: components["schemas"]["FigureOrPounds"];
            /**
             * Claimed
             * @description What the review says was saved; finance validates it apart
             */
            claimedActual?: components["schemas"]["SignedPounds"];
            /**
             * States
             * @description The plan by state, in whole pounds; what is in none of them is not assessed
             */
            states?: {
                /**
                 * Delivered
                 * @description Saved already
                 * @default 0
                 */
                delivered: components["schemas"]["Pounds"];
                /**
                 * On track
                 * @description Expected as planned
                 * @default 0
                 */
                onTrack: components["schemas"]["Pounds"];
                /**
                 * At risk
                 * @description May be late or less
                 * @default 0
                 */
                atRisk: components["schemas"]["Pounds"];
                /**
                 * Unachievable
                 * @description Will not be saved
                 * @default 0
                 */
                unachievable: components["schemas"]["Pounds"];
            };
            /**
             * Already in the MTFP
             * @description The share of this line that the medium-term financial plan already holds
             */
            alreadyInMtfp?: components["schemas"]["FigureOrPounds"];
        };
        RiskOutput: {
            /**
             * Title
             * @description The risk in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Cause
             * @description What could bring it about
             */
            cause: string & (unknown & unknown);
            /**
             * Event
             * @description What would happen
             */
            event: string & (unknown & unknown);
            /**
             * Consequence
             * @description What that would do to the review
             */
            consequence: string & (unknown & unknown);
            /**
             * Category
             * @description The category of the council's own risk policy
             */
            category: string & (unknown & unknown);
            /**
             * Proximity
             * @description How soon it could happen
             */
            proximity?: string & (unknown & unknown);
            /**
             * Owner
             * @description The post or team that owns the risk, not a person's name
             * @example Head of Property
             */
            owner?: string & (unknown & unknown);
            /**
             * Inherent score
             * @description Likelihood and impact before any control
             */
            inherent: components["schemas"]["RiskScore"];
            /**
             * Current score
             * @description Likelihood and impact with the controls of today
             */
            current: components["schemas"]["RiskScore"];
            /**
             * Target score
             * @description Likelihood and impact when the actions are done, or why that is still to be confirmed
             */
            target: components["schemas"]["RiskScore"] | {
                /**
                 * To be confirmed
                 * @description Why there is no target yet
                 */
                toBeConfirmed: string & (unknown & unknown);
            };
            /**
             * Treatment
             * @description What is done about it
             * @enum {string}
             */
            treatment: "treat" | "tolerate" | "transfer" | "terminate";
            /**
             * Controls
             * @description What is done already to keep the risk down
             * @default []
             */
            controls: {
                /**
                 * Control
                 * @description What is done already to keep the risk down
                 */
                what: string & (unknown & unknown);
                /**
                 * Owner
                 * @description The post or team that does it, not a person's name
                 * @example Head of Property
                 */
                owner?: string & (unknown & unknown);
            }[];
            /**
             * Actions
             * @description What is still to be done, by whom and by when
             * @default []
             */
            actions: {
                /**
                 * Id
                 * @description Lower-case words joined by single hyphens, once in this risk
                 */
                id: components["schemas"]["Id"];
                /**
                 * Action
                 * @description What is to be done
                 */
                what: string & (unknown & unknown);
                /**
                 * Owner
                 * @description The post or team that does it, not a person's name
                 * @example Head of Property
                 */
                owner?: string & (unknown & unknown);
                /**
                 * Due on
                 * @description The day by which it is to be done
                 */
                dueOn?: components["schemas"]["LocalDate"];
                /**
                 * Status
                 * @description How far it has come
                 * @default open
                 * @enum {string}
                 */
                status: "open" | "done" | "cancelled";
            }[];
            /**
             * Status
             * @description Whether it may still happen, no longer can, or did
             * @default open
             * @enum {string}
             */
            status: "open" | "closed" | "happened";
            /**
             * Issue
             * @description The issue that a risk became when it happened
             */
            issue?: components["schemas"]["Id"];
            /**
             * Threatens saving
             * @description The savings line of the same review that would be lost or late
             */
            threatensSaving?: components["schemas"]["Id"];
            /**
             * Last reviewed on
             * @description The day on which it was last looked at as a whole
             */
            lastReviewedOn?: components["schemas"]["LocalDate"];
            /**
             * Escalated
             * @description Where it was taken higher: when, and to whom
             */
            escalated?: {
                /**
                 * On
                 * @description The day on which it was escalated
                 */
                on: components["schemas"]["LocalDate"];
                /**
                 * To
                 * @description The board or post that it was escalated to
                 */
                to: string & (unknown & unknown);
            };
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        IssueOutput: {
            /**
             * Title
             * @description The issue in a few words
             */
            title: string & (unknown & unknown);
            /**
             * Description
             * @description What has gone wrong, and what it does to the review
             */
            description?: string & (unknown & unknown);
            /**
             * Severity
             * @description How much harm it does if nothing is done
             * @enum {string}
             */
            severity: "low" | "medium" | "high";
            /**
             * Owner
             * @description The post or team that is to mend it, not a person's name
             * @example Head of Property
             */
            owner?: string & (unknown & unknown);
            /**
             * Raised on
             * @description The day on which it was raised
             */
            raisedOn: components["schemas"]["LocalDate"];
            /**
             * Risk
             * @description The risk that it was before it happened
             */
            risk?: components["schemas"]["Id"];
            /**
             * Status
             * @description Whether it still needs mending
             * @default open
             * @enum {string}
             */
            status: "open" | "closed";
            /**
             * Closed on
             * @description The day on which it was mended; for a closed issue alone
             */
            closedOn?: components["schemas"]["LocalDate"];
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        MilestoneOutput: {
            /**
             * Title
             * @description What will have been reached
             */
            title: string & (unknown & unknown);
            /**
             * Type
             * @description Whether somebody approves, somebody assures, or something is delivered
             * @enum {string}
             */
            type: "approval" | "assurance" | "delivery";
            /**
             * Owner
             * @description The post or team that answers for it, not a person's name
             * @example Head of Property
             */
            owner?: string & (unknown & unknown);
            /**
             * Baseline date
             * @description The day that was agreed; it moves only by an agreed change
             */
            baseline: components["schemas"]["LocalDate"];
            /**
             * Forecast date
             * @description The day on which it is now expected
             */
            forecast?: components["schemas"]["LocalDate"];
            /**
             * Actual date
             * @description The day on which it was reached
             */
            actual?: components["schemas"]["LocalDate"];
            /**
             * Missed
             * @description Yes where it can no longer be reached
             * @default false
             */
            missed: boolean;
            /**
             * Handed to another owner
             * @description Where the milestone is now somebody else’s to reach
             */
            movedTo?: {
                /**
                 * New owner
                 * @description The post or team that it was handed to
                 * @example Head of Property
                 */
                owner: string & (unknown & unknown);
                /**
                 * Handed over on
                 * @description The day on which it was handed over
                 */
                on: components["schemas"]["LocalDate"];
            };
            /**
             * Reason for delay
             * @description Why the forecast or actual date is later than the baseline
             */
            delayReason?: string & (unknown & unknown);
            /**
             * Agreed change
             * @description Who agreed to move the baseline, when and why: needed when the baseline changes
             */
            agreedChange?: {
                /**
                 * Agreed by
                 * @description The board or post that agreed to it
                 */
                by: string & (unknown & unknown);
                /**
                 * Agreed on
                 * @description The day on which it was agreed
                 */
                on: components["schemas"]["LocalDate"];
                /**
                 * Reason
                 * @description Why the baseline was moved
                 */
                reason: string & (unknown & unknown);
            };
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        DecisionOutput: {
            /**
             * Title
             * @description What is to be decided
             */
            title: string & (unknown & unknown);
            /**
             * Body
             * @description The body or post that decides
             */
            body: string & (unknown & unknown);
            /**
             * Kind
             * @description What kind of decision it is under the constitution
             * @enum {string}
             */
            kind: "key-decision" | "officer-decision" | "endorsement" | "cabinet-committee-consideration" | "other";
            /**
             * Status
             * @description How far the decision has come
             * @default due
             * @enum {string}
             */
            status: "due" | "taken" | "deferred" | "refused";
            /**
             * Due
             * @description When the decision is to be taken, as far as that is stated
             * @default {
             *       "kind": "not-stated"
             *     }
             */
            dueOn: components["schemas"]["DateStatement"];
            /**
             * Taken on
             * @description The day on which it was taken; for a decision that is taken alone
             */
            takenOn?: components["schemas"]["LocalDate"];
            /**
             * Reference
             * @description The number under which it is published
             */
            reference?: string & (unknown & unknown);
            /**
             * Decision maker
             * @description Where one person takes it: the post, not a name
             */
            decisionMaker?: string & (unknown & unknown);
            /**
             * Notice published on
             * @description The day on which notice of a key decision was published
             */
            noticeOn?: components["schemas"]["LocalDate"];
            /**
             * Scrutiny beforehand
             * @description The committee that considers the decision before it is taken
             */
            preScrutiny?: {
                /**
                 * Committee
                 * @description Which committee considers it
                 */
                body: string & (unknown & unknown);
                /**
                 * When
                 * @description When it does, as far as that is stated
                 */
                on: components["schemas"]["DateStatement"];
            };
            /**
             * Delivery model
             * @description The preferred delivery model that this decision adopts
             */
            deliveryModel?: components["schemas"]["Id"];
            /**
             * What was decided
             * @description The decision in its own words
             */
            words?: string & (unknown & unknown);
            /**
             * Source
             * @description The paper, meeting or person that this comes from
             */
            source?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
        MonthlyReturnOutput: {
            /**
             * Nothing changed
             * @description Yes where the review was looked at and nothing has changed since the last return
             * @default false
             */
            nothingChanged: boolean;
            /**
             * What changed
             * @description The month in words; needed unless nothing changed
             */
            narrative?: string & (unknown & unknown);
            /**
             * Exempt from publication
             * @description Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when
             */
            exempt?: components["schemas"]["Exemption"];
        };
    };
    responses: {
        /** @description - `request.invalid`: The request does not fit */
        RequestInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `token.missing`: Sign in first
         *     - `token.not-accepted`: The token was not accepted
         *     - Of the edge: no token, or one that its authorizer does not accept
         */
        SignInFirst: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["EdgeAnswer"];
            };
        };
        /**
         * @description - `role.not-allowed`: Your role may not do this
         *     - `view.not-allowed`: Your role may not see what is exempt
         */
        RoleNotAllowedOrViewNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `answer.too-large`: The answer is larger than one answer may be */
        AnswerTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `rate.exceeded`: Too many requests from one person: wait a moment
         *     - Of the edge: more requests from everybody together than the gateway lets through; try again in a few seconds
         */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["EdgeAnswer"];
            };
        };
        /** @description - `fault`: Something failed on our side */
        Fault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `store.busy`: The store is busy: try again
         *     - Of the edge: the tracker did not answer in time
         */
        Busy: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["EdgeAnswer"];
            };
        };
        /**
         * @description - `report.unpublished`: No report is published for this month
         *     - `programme.unknown`: There is no such programme
         */
        ReportUnpublishedOrProgrammeUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `request.malformed`: The request could not be read
         *     - `request.invalid`: The request does not fit
         */
        RequestMalformedOrRequestInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `role.not-allowed`: Your role may not do this */
        RoleNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
         *     - `programme.closed`: The programme is closed
         */
        EffectiveOutOfOrderOrProgrammeClosed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `version.stale`: Somebody changed this before you */
        VersionStale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `request.too-large`: The request is too large
         *     - `record.too-large`: The record is too large
         *     - `review.too-large`: The review holds as much as a review can
         *     - Of the edge: a request over its own limit
         */
        RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["EdgeAnswer"];
            };
        };
        /** @description - `media-type.not-json`: The body must be JSON */
        MediaTypeNotJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `idempotency.key-reused`: This Idempotency-Key was used for another request
         *     - `content.breaks-rule`: The content breaks a rule
         */
        IdempotencyKeyReusedOrContentBreaksRule: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `version.missing`: Say which version you are changing */
        VersionMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `request.malformed`: The request could not be read
         *     - `request.invalid`: The request does not fit
         *     - `idempotency.key-missing`: This request needs an Idempotency-Key
         */
        RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `programme.unknown`: There is no such programme */
        ProgrammeUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
         *     - `programme.closed`: The programme is closed
         *     - `correction.event-unknown`: There is no such event to correct
         */
        EffectiveOutOfOrderOrProgrammeClosedOrCorrectionEventUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `report.unpublished`: No report is published for this month
         *     - `review.unknown`: There is no such review
         */
        ReportUnpublishedOrReviewUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `programme.unknown`: There is no such programme
         *     - `review.unknown`: There is no such review
         */
        ProgrammeUnknownOrReviewUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `report.unpublished`: No report is published for this month
         *     - `programme.unknown`: There is no such programme
         *     - `review.unknown`: There is no such review
         */
        ReportUnpublishedOrProgrammeUnknownOrReviewUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `role.not-allowed`: Your role may not do this
         *     - `review.not-the-sro`: Only the review's own SRO may do this
         */
        RoleNotAllowedOrReviewNotTheSro: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `review.unknown`: There is no such review */
        ReviewUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `report.unpublished`: No report is published for this month
         *     - `review.unknown`: There is no such review
         *     - `entry.unknown`: There is no such entry
         */
        ReportUnpublishedOrReviewUnknownOrEntryUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `review.unknown`: There is no such review
         *     - `entry.unknown`: There is no such entry
         */
        ReviewUnknownOrEntryUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
         *     - `programme.closed`: The programme is closed
         *     - `entry.struck-out`: The entry is struck out
         */
        EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `report.unpublished`: No report is published for this month
         *     - `programme.unknown`: There is no such programme
         *     - `entry.unknown`: There is no such entry
         */
        ReportUnpublishedOrProgrammeUnknownOrEntryUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `programme.unknown`: There is no such programme
         *     - `entry.unknown`: There is no such entry
         */
        ProgrammeUnknownOrEntryUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `role.not-allowed`: Your role may not do this
         *     - `review.not-the-sro`: Only the review's own SRO may do this
         *     - `rating.own-review`: Nobody assures what they answer for themselves
         */
        RoleNotAllowedOrReviewNotTheSroOrRatingOwnReview: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
         *     - `programme.closed`: The programme is closed
         *     - `rating.already-given`: A rating for that date is already recorded
         */
        EffectiveOutOfOrderOrProgrammeClosedOrRatingAlreadyGiven: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `role.not-allowed`: Your role may not do this
         *     - `saving.own-claim`: Nobody validates what they claimed themselves
         */
        RoleNotAllowedOrSavingOwnClaim: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `report.unpublished`: No report is published for this month */
        ReportUnpublished: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `answer.not-acceptable`: None of the formats asked for is offered */
        AnswerNotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `programme.unknown`: There is no such programme
         *     - `report.unpublished`: No report is published for this month
         */
        ProgrammeUnknownOrReportUnpublished: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `run.unknown`: There is no such run */
        RunUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - Of the edge: more requests from everybody together than the gateway lets through; try again in a few seconds */
        EdgeTooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EdgeAnswer"];
            };
        };
        /** @description - Of the edge: the tracker did not answer in time */
        EdgeBusy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EdgeAnswer"];
            };
        };
    };
    parameters: {
        /** @description The programme */
        ProgrammeId: components["schemas"]["Id"];
        /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
        IfNoneMatchToCreate: "*";
        /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
        IfMatchToChange: string;
        /** @description A key of the caller’s making; send it again to repeat */
        IdempotencyKeyOfPut: string;
        /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
        EffectiveAt: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
        /** @description A key of the caller’s making; send it again to repeat */
        IdempotencyKey: string;
        /** @description The review */
        ReviewId: components["schemas"]["Id"];
        /** @description The `ETag` of the version that is changed */
        IfMatch: string;
        /** @description The entry, by the id its writer chose */
        EntryId: components["schemas"]["Id"];
        /** @description The entry, by the id its writer chose */
        EntryIdOfMonth: components["schemas"]["ReportMonth"];
        /** @description The `ETag` already held: the answer is 304 where nothing has changed */
        IfNoneMatch: string;
        /** @description The month of the report */
        MonthOfMonth: components["schemas"]["ReportMonth"];
        /** @description The run, as the answer to the request for it named it */
        RunId: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before trying again */
        RetryAfter: string;
        /** @description The version answered */
        ETag: string;
        /** @description Where to ask how far it has come */
        Location: string;
        /** @description Set while the record cannot be reached: the seconds since it last said what is answered here, from memory */
        Age: string;
        /** @description Set together with `Age`: `transformation-tracker; hit; detail=record-not-reached` (RFC 9211) */
        CacheStatus: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listProgrammes: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getProgramme: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putProgramme: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Programme"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosed"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctProgramme: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectProgramme"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrCorrectionEventUnknown"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                stage?: components["schemas"]["Id"];
                lifecycle?: components["schemas"]["Lifecycle"];
                portfolio?: components["schemas"]["Id"];
                tier?: components["schemas"]["Tier"];
                sro?: components["schemas"]["Subject"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getReview: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosed"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctReview: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectReview"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrCorrectionEventUnknown"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getReviewGate: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gate"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknownOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    moveStage: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveStage"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrReviewNotTheSro"];
            404: components["responses"]["ReviewUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `stage.unknown`: The review has no such stage
             *     - `stage.not-next`: A review moves one stage at a time
             *     - `stage.gate-not-met`: The gate of this stage is not met
             *     - `stage.already-there`: The review is at this stage already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    recordStageWork: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordStageWork"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosed"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    waiveCriterion: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaiveCriterion"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrReviewNotTheSro"];
            404: components["responses"]["ReviewUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `criterion.unknown`: The gate ahead has no such criterion
             *     - `criterion.met`: The criterion is met: nothing is to be waived
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getAppraisal: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppraisalEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putAppraisal: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Appraisal"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppraisalEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppraisalEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosed"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctAppraisal: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectAppraisal"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppraisalEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrCorrectionEventUnknown"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listMarketEngagements: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getMarketEngagement: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putMarketEngagement: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Supplier day",
                 *       "kind": "supplier-session",
                 *       "on": {
                 *         "kind": "date",
                 *         "date": "2026-01-20"
                 *       },
                 *       "purpose": "To learn who could run the estate, and on what terms.",
                 *       "organisations": [
                 *         {
                 *           "id": "acme",
                 *           "name": "Acme Estates",
                 *           "kind": "national",
                 *           "responses": 2,
                 *           "invitedIn": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MarketEngagement"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutMarketEngagement: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctMarketEngagement: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectMarketEngagement"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listProgrammeMarketEngagements: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getProgrammeMarketEngagement: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putProgrammeMarketEngagement: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Supplier day",
                 *       "kind": "supplier-session",
                 *       "on": {
                 *         "kind": "date",
                 *         "date": "2026-01-20"
                 *       },
                 *       "purpose": "To learn who could run the estate, and on what terms.",
                 *       "organisations": [
                 *         {
                 *           "id": "acme",
                 *           "name": "Acme Estates",
                 *           "kind": "national",
                 *           "responses": 2,
                 *           "invitedIn": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MarketEngagement"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutProgrammeMarketEngagement: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctProgrammeMarketEngagement: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectMarketEngagement"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketEngagementEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listOptions: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getOption: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putOption: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "A company that the council owns",
                 *       "deliveryModel": "local-authority-trading-company",
                 *       "disposition": "short-listed",
                 *       "reason": "It can trade with others and stays under the control of members.",
                 *       "scores": [
                 *         {
                 *           "criterion": "quality",
                 *           "score": 7,
                 *           "reason": "It keeps the present staff"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Option"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutOption: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctOption: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectOption"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listDeliveryModels: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryModelList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getDeliveryModel: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryModelEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putDeliveryModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": "local-authority-trading-company",
                 *       "words": "A property company that the council owns",
                 *       "fromOptions": [
                 *         "company"
                 *       ],
                 *       "transitionSteps": [
                 *         {
                 *           "what": "Transfer the staff",
                 *           "on": {
                 *             "kind": "month",
                 *             "month": "2026-10"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryModel"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryModelEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryModelEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutDeliveryModel: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryModelEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctDeliveryModel: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDeliveryModel"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryModelEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listBusinessCases: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessCaseList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getBusinessCase: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessCaseEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putBusinessCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Outline case for fewer buildings",
                 *       "type": "outline",
                 *       "caseVersion": "1.0",
                 *       "on": "2026-01-15",
                 *       "costs": {
                 *         "kind": "about",
                 *         "pounds": 1200000,
                 *         "source": "Outline case 1.0"
                 *       },
                 *       "benefits": {
                 *         "kind": "range",
                 *         "low": 3000000,
                 *         "high": 4500000,
                 *         "source": "Outline case 1.0"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["BusinessCase"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessCaseEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessCaseEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutBusinessCase: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessCaseEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctBusinessCase: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectBusinessCase"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessCaseEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listSavings: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavingList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getSaving: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavingEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putSaving: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Fewer buildings",
                 *       "class": "cash-releasing",
                 *       "mechanism": "transformation",
                 *       "recurrence": "recurring",
                 *       "firmness": "business-case",
                 *       "years": [
                 *         {
                 *           "year": "2026/27",
                 *           "plan": 400000,
                 *           "forecast": 350000,
                 *           "states": {
                 *             "onTrack": 300000
                 *           },
                 *           "alreadyInMtfp": 100000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Saving"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavingEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavingEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutSaving: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavingEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctSaving: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectSaving"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavingEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listRisks: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getRisk: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putRisk: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Savings are late",
                 *       "cause": "The lease runs on",
                 *       "event": "The building is not given up in time",
                 *       "consequence": "The saving slips a year",
                 *       "category": "Financial",
                 *       "owner": "Head of Property",
                 *       "inherent": {
                 *         "likelihood": 4,
                 *         "impact": 4
                 *       },
                 *       "current": {
                 *         "likelihood": 3,
                 *         "impact": 4
                 *       },
                 *       "target": {
                 *         "likelihood": 2,
                 *         "impact": 3
                 *       },
                 *       "treatment": "treat",
                 *       "controls": [
                 *         {
                 *           "what": "Monthly look at the lease",
                 *           "owner": "Estates"
                 *         }
                 *       ],
                 *       "actions": [
                 *         {
                 *           "id": "notice",
                 *           "what": "Give notice",
                 *           "owner": "Estates",
                 *           "dueOn": "2026-12-01"
                 *         }
                 *       ],
                 *       "lastReviewedOn": "2026-01-10"
                 *     }
                 */
                "application/json": components["schemas"]["Risk"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutRisk: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctRisk: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectRisk"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listProgrammeRisks: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getProgrammeRisk: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putProgrammeRisk: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Savings are late",
                 *       "cause": "The lease runs on",
                 *       "event": "The building is not given up in time",
                 *       "consequence": "The saving slips a year",
                 *       "category": "Financial",
                 *       "owner": "Head of Property",
                 *       "inherent": {
                 *         "likelihood": 4,
                 *         "impact": 4
                 *       },
                 *       "current": {
                 *         "likelihood": 3,
                 *         "impact": 4
                 *       },
                 *       "target": {
                 *         "likelihood": 2,
                 *         "impact": 3
                 *       },
                 *       "treatment": "treat",
                 *       "controls": [
                 *         {
                 *           "what": "Monthly look at the lease",
                 *           "owner": "Estates"
                 *         }
                 *       ],
                 *       "actions": [
                 *         {
                 *           "id": "notice",
                 *           "what": "Give notice",
                 *           "owner": "Estates",
                 *           "dueOn": "2026-12-01"
                 *         }
                 *       ],
                 *       "lastReviewedOn": "2026-01-10"
                 *     }
                 */
                "application/json": components["schemas"]["Risk"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutProgrammeRisk: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctProgrammeRisk: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectRisk"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listIssues: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getIssue: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putIssue: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "The condition survey is missing",
                 *       "description": "The survey of the old depot was never handed over, so that its repairs cannot be priced.",
                 *       "severity": "medium",
                 *       "owner": "Head of Property",
                 *       "raisedOn": "2026-01-12"
                 *     }
                 */
                "application/json": components["schemas"]["Issue"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutIssue: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctIssue: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectIssue"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listProgrammeIssues: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getProgrammeIssue: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putProgrammeIssue: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "The condition survey is missing",
                 *       "description": "The survey of the old depot was never handed over, so that its repairs cannot be priced.",
                 *       "severity": "medium",
                 *       "owner": "Head of Property",
                 *       "raisedOn": "2026-01-12"
                 *     }
                 */
                "application/json": components["schemas"]["Issue"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutProgrammeIssue: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctProgrammeIssue: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectIssue"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listMilestones: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getMilestone: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Leave the old hall",
                 *       "type": "delivery",
                 *       "owner": "Head of Property",
                 *       "baseline": "2026-06-30",
                 *       "forecast": "2026-07-31",
                 *       "delayReason": "The new lease is signed a month late."
                 *     }
                 */
                "application/json": components["schemas"]["Milestone"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectMilestone"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listProgrammeMilestones: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getProgrammeMilestone: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putProgrammeMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Leave the old hall",
                 *       "type": "delivery",
                 *       "owner": "Head of Property",
                 *       "baseline": "2026-06-30",
                 *       "forecast": "2026-07-31",
                 *       "delayReason": "The new lease is signed a month late."
                 *     }
                 */
                "application/json": components["schemas"]["Milestone"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutProgrammeMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctProgrammeMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectMilestone"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getDecision: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Adopt the trading company",
                 *       "body": "Cabinet",
                 *       "kind": "key-decision",
                 *       "dueOn": {
                 *         "kind": "month",
                 *         "month": "2026-07"
                 *       },
                 *       "noticeOn": "2026-05-01"
                 *     }
                 */
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDecision"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listProgrammeDecisions: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getProgrammeDecision: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putProgrammeDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Adopt the trading company",
                 *       "body": "Cabinet",
                 *       "kind": "key-decision",
                 *       "dueOn": {
                 *         "kind": "month",
                 *         "month": "2026-07"
                 *       },
                 *       "noticeOn": "2026-05-01"
                 *     }
                 */
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutProgrammeDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctProgrammeDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDecision"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listRatings: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    rateReview: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-01-31",
                 *       "overall": {
                 *         "rating": "amber",
                 *         "words": "The notice is late, and the new lease is not signed."
                 *       },
                 *       "time": {
                 *         "rating": "amber",
                 *         "words": "A month behind its plan."
                 *       },
                 *       "forwardLook": "improving"
                 *     }
                 */
                "application/json": components["schemas"]["Rating"];
            };
        };
        responses: {
            /** @description Recorded */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrReviewNotTheSroOrRatingOwnReview"];
            404: components["responses"]["ReviewUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrRatingAlreadyGiven"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getRating: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutRating: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrReviewNotTheSroOrRatingOwnReview"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctRating: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectRating"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrReviewNotTheSroOrRatingOwnReview"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listReturns: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getReturn: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryIdOfMonth"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrReviewUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryIdOfMonth"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "narrative": "The notice to the landlord went out; the move is on course."
                 *     }
                 */
                "application/json": components["schemas"]["MonthlyReturn"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `return.already-confirmed`: The return is confirmed already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryIdOfMonth"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             *     - `return.already-confirmed`: The return is confirmed already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryIdOfMonth"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectReturn"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             *     - `return.already-confirmed`: The return is confirmed already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listProgrammeStatedPositions: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedPositionList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getProgrammeStatedPosition: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month */
                knownAt?: components["schemas"]["KnownAt"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedPositionEntry"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublishedOrProgrammeUnknownOrEntryUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    putProgrammeStatedPosition: {
        parameters: {
            query?: never;
            header?: {
                /** @description To create: `*`. Exactly one of If-Match and If-None-Match */
                "If-None-Match"?: components["parameters"]["IfNoneMatchToCreate"];
                /** @description To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match */
                "If-Match"?: components["parameters"]["IfMatchToChange"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOfPut"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Savings required in 2026/27",
                 *       "measure": "savings-required",
                 *       "year": "2026/27",
                 *       "figure": {
                 *         "kind": "amount",
                 *         "pounds": 5000000,
                 *         "source": "Budget book"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["StatedPosition"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedPositionEntry"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedPositionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    strikeOutProgrammeStatedPosition: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeOut"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedPositionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `entry.struck-out`: The entry is struck out
             *     - `entry.not-struck-out`: The entry is not struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    correctProgrammeStatedPosition: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectStatedPosition"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedPositionEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `correction.event-unknown`: There is no such event to correct
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    recordOutcome: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the version that is changed */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordOutcome"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessCaseEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrReviewNotTheSro"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosedOrEntryStruckOut"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            428: components["responses"]["VersionMissing"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    updateCondition: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCondition"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessCaseEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrReviewNotTheSro"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `condition.unknown`: The latest outcome has no such condition
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    validateSaving: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateSaving"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavingEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrSavingOwnClaim"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `saving.year-unknown`: The savings line has no such year
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    confirmReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description From when this is true: an instant, or a date (00:00 Europe/London); default: now */
                "Effective-At"?: components["parameters"]["EffectiveAt"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The entry, by the id its writer chose */
                entryId: components["parameters"]["EntryIdOfMonth"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmReturn"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnEntry"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrReviewNotTheSro"];
            404: components["responses"]["ReviewUnknownOrEntryUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `return.already-confirmed`: The return is confirmed already
             *     - `entry.struck-out`: The entry is struck out
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    runReport: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunReport"];
            };
        };
        responses: {
            /** @description Accepted; it is done in the background */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportRun"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            /**
             * @description - `effective.out-of-order`: Something later is already recorded: record this as a correction
             *     - `programme.closed`: The programme is closed
             *     - `month.not-ended`: The month has not ended
             *     - `month.not-reported`: The programme does not report this month
             *     - `month.out-of-order`: An earlier month is to be reported first
             *     - `month.before-report-day`: The report day has not come
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description Every row that was published, and not only as many of each list as a summary has room for. */
                rows?: "all";
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: {
                /** @description The `ETag` already held: the answer is 304 where nothing has changed */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The month of the report */
                month: components["schemas"]["ReportMonth"] | "latest";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["CacheStatus"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                    "text/html": string;
                    "text/csv": string;
                };
            };
            /** @description Nothing has changed since the `ETag` given */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublished"];
            406: components["responses"]["AnswerNotAcceptable"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getReportRevision: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description Every row that was published, and not only as many of each list as a summary has room for. */
                rows?: "all";
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: {
                /** @description The `ETag` already held: the answer is 304 where nothing has changed */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The month of the report */
                month: components["parameters"]["MonthOfMonth"];
                /** @description The number of the revision, from 1 */
                revision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["CacheStatus"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                    "text/html": string;
                    "text/csv": string;
                };
            };
            /** @description Nothing has changed since the `ETag` given */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublished"];
            406: components["responses"]["AnswerNotAcceptable"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getReportLines: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description At most so many, 1 to 5000; default 100. Fewer where an answer has no room for more */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: {
                /** @description The `ETag` already held: the answer is 304 where nothing has changed */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The month of the report */
                month: components["schemas"]["ReportMonth"] | "latest";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportLines"];
                    "text/csv": string;
                };
            };
            /** @description Nothing has changed since the `ETag` given */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReportUnpublished"];
            406: components["responses"]["AnswerNotAcceptable"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    reviseReport: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The month of the report */
                month: components["parameters"]["MonthOfMonth"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseReport"];
            };
        };
        responses: {
            /** @description Accepted; it is done in the background */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportRun"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrReportUnpublished"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosed"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    rebuildReport: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of the caller’s making; send it again to repeat */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The month of the report */
                month: components["parameters"]["MonthOfMonth"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RebuildReport"];
            };
        };
        responses: {
            /** @description Accepted; it is done in the background */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportRun"];
                };
            };
            400: components["responses"]["RequestMalformedOrRequestInvalidOrIdempotencyKeyMissing"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowed"];
            404: components["responses"]["ProgrammeUnknownOrReportUnpublished"];
            409: components["responses"]["EffectiveOutOfOrderOrProgrammeClosed"];
            412: components["responses"]["VersionStale"];
            413: components["responses"]["RequestTooLargeOrRecordTooLargeOrReviewTooLargeOrOfTheEdge"];
            415: components["responses"]["MediaTypeNotJson"];
            422: components["responses"]["IdempotencyKeyReusedOrContentBreaksRule"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getReportRun: {
        parameters: {
            query?: {
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The run, as the answer to the request for it named it */
                runId: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportRun"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["RunUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getReviewHistory: {
        parameters: {
            query?: {
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Of records of this kind alone */
                kind?: "programme" | "review" | "market-engagement" | "option" | "delivery-model" | "business-case" | "saving" | "risk" | "issue" | "milestone" | "decision" | "rating" | "return" | "stated-position" | "appraisal" | "publication";
                /** @description Of the record with this id alone */
                id?: string;
                /** @description Recorded by this person alone */
                actor?: components["schemas"]["Subject"];
                /** @description That changed this field */
                field?: string;
                /** @description Recorded from then on */
                from?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description Recorded until then; a date means its end */
                to?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description `true`: only what was recorded of a month after its report was made */
                late?: "true" | "false";
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
                /** @description The review */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ReviewUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getProgrammeHistory: {
        parameters: {
            query?: {
                /** @description At most so many, 1 to 200; default 100 */
                limit?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Of records of this kind alone */
                kind?: "programme" | "review" | "market-engagement" | "option" | "delivery-model" | "business-case" | "saving" | "risk" | "issue" | "milestone" | "decision" | "rating" | "return" | "stated-position" | "appraisal" | "publication";
                /** @description Of the record with this id alone */
                id?: string;
                /** @description Recorded by this person alone */
                actor?: components["schemas"]["Subject"];
                /** @description That changed this field */
                field?: string;
                /** @description Recorded from then on */
                from?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description Recorded until then; a date means its end */
                to?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description `true`: only what was recorded of a month after its report was made */
                late?: "true" | "false";
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    listRestatements: {
        parameters: {
            query?: {
                /** @description What was true then; a date means the end of that day, Europe/London */
                asAt?: components["schemas"]["LocalDate"] | components["schemas"]["Instant"];
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restatements"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    exportProgramme: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description What the council may publish (`public`), or everything; default: what your roles may see */
                view?: components["schemas"]["View"];
            };
            header?: never;
            path: {
                /** @description The programme */
                programmeId: components["parameters"]["ProgrammeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["SignInFirst"];
            403: components["responses"]["RoleNotAllowedOrViewNotAllowed"];
            404: components["responses"]["ProgrammeUnknown"];
            422: components["responses"]["AnswerTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["Busy"];
        };
    };
    getPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["EdgeTooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["EdgeBusy"];
        };
    };
    getPageAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The file */
                asset: "app.js" | "app.css";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                    "text/css": string;
                };
            };
            400: components["responses"]["RequestInvalid"];
            429: components["responses"]["EdgeTooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["EdgeBusy"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["AnyJson"];
                    };
                };
            };
            429: components["responses"]["EdgeTooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["EdgeBusy"];
        };
    };
}
