import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';

/** The published rules that every deployment is held to; what is set aside of them says why at its own construct. */
export const rulePacks = () => [new AwsSolutionsChecks(), new ServerlessChecks(), new NIST80053R5Checks()];
