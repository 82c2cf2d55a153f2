/** What a gate says of a review without a preferred delivery model: a page leads from it to where one is recorded. */
export const noDeliveryModel = 'No preferred delivery model is recorded.';
