import { CfnOutput, Stack } from 'aws-cdk-lib';
import { ApiMapping, DomainName, type HttpApi, type HttpStage, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import type { Choices } from './choices.ts';

/**
 * Serves the API at an address of the council's own; its DNS must lead there (CNAME) to what `DomainTarget` prints, unless
 * something stands in front. Returns that target.
 */
export const addOwnDomain = (
  scope: Construct,
  { api, stage }: { readonly api: HttpApi; readonly stage: HttpStage },
  domain: NonNullable<Choices['domain']>,
): string => {
  const domainName = new DomainName(scope, 'Domain', {
    domainName: domain.name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  // It names the stage by a text, and so would not wait for it.
  new ApiMapping(scope, 'Mapping', { api, domainName, stage }).node.addDependency(stage);
  new CfnOutput(Stack.of(scope), 'DomainTarget', { value: domainName.regionalDomainName });
  return domainName.regionalDomainName;
};
