import { Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** Where AWS keeps what belongs to CloudFront, wherever the rest is. */
export const edgeRegion = 'us-east-1';

export interface EdgeStackProps extends StackProps {
  /** How many requests one address may send in five minutes; a council's whole office may be one. */
  readonly requestsPerAddress: number;
}

const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  // Samples hold what people wrote and the address that they wrote from.
  sampledRequestsEnabled: false,
  metricName,
});

/**
 * Rules of the common set that look into a body. A narrative may be long and may quote a link or a tag: it is judged by its
 * schema and shown as text, so these count and do not refuse.
 */
const ofBodies = ['SizeRestrictions_BODY', 'GenericRFI_BODY', 'GenericLFI_BODY', 'CrossSiteScripting_BODY'];

const managed = (priority: number, name: string, counting: readonly string[] = []): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counting.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: seen(name),
});

/** The firewall in front of CloudFront, in the one region in which AWS takes such. */
export class EdgeStack extends Stack {
  readonly firewallArn: string;

  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, { description: 'Transformation tracker: the firewall in front of it', ...props });
    const firewall = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('Firewall'),
      rules: [
        {
          name: 'OneAddress',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { limit: props.requestsPerAddress, aggregateKeyType: 'IP' } },
          visibilityConfig: seen('OneAddress'),
        },
        managed(1, 'AWSManagedRulesAmazonIpReputationList'),
        managed(2, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(3, 'AWSManagedRulesCommonRuleSet', ofBodies),
      ],
    });
    Validations.of(firewall).acknowledge({
      id: 'NIST.800.53.R5-WAFv2LoggingEnabled',
      reason:
        'The access log of the gateway says who asked for what, and is kept for that. A log of the firewall would hold the paths and addresses of everybody a second time, under other readers; a council that must have it adds a destination.',
    });
    this.firewallArn = firewall.attrArn;
  }
}
