import { describe, expect, it } from 'vitest';
import { choicesOf } from '#infra/choices.ts';
import { rulePacks } from '#infra/rule-packs.ts';
import { edgeHeader } from '#schemas/edge.ts';
import { cognito, everyOption, synthesised } from './synthesised.ts';

/* CloudFront with a firewall in front of an address of the council's own. */

const { domain, edge } = everyOption as Record<'domain' | 'edge', { readonly name: string }>;
const plain = synthesised({ domain });
const made = synthesised({ domain, edge });
const only = (type: string) => {
  const found = made.ofType(type);
  expect(found).toHaveLength(1);
  return found[0]?.[1].Properties;
};
const distribution = () => only('AWS::CloudFront::Distribution').DistributionConfig;

it('is off unless it is chosen, and leaves the template as it was', () => {
  expect(plain.app.node.tryFindChild('TrackerEdge')).toBeUndefined();
  for (const type of ['AWS::CloudFront::Distribution', 'AWS::WAFv2::WebACL']) expect(plain.ofType(type)).toEqual([]);
  // The one secret is the pages'.
  expect(plain.ofType('AWS::SecretsManager::Secret').map(([id]) => id)).toEqual([
    expect.stringMatching(/^SessionsKey/),
  ]);
  const withoutFunctions = (template: typeof plain) =>
    Object.keys(template.application.toJSON().Resources).filter(
      (id) => !id.startsWith('Edge') && !id.startsWith('Custom') && !id.startsWith('ExportsReader'),
    );
  expect(withoutFunctions(made)).toEqual(withoutFunctions(plain));
});

it('needs an address of the council: without one the deployment stops', () => {
  expect(() => choicesOf(JSON.stringify({ ...cognito, edge }), 'kent-live.json')).toThrow('choose "domain" as well');
});

describe('the firewall', () => {
  it('is made where CloudFront takes one from, and stands in front of the distribution', () => {
    expect(made.app.node.tryFindChild('TrackerEdge')).toMatchObject({
      region: 'us-east-1',
      stackName: 'Tracker-kent-live-Edge',
    });
    expect(distribution().WebACLId).toBeDefined();
  });

  it('stops one address that asks too much, and only counts what it finds in narratives', () => {
    const [firewall] = Object.values(made.edge?.findResources('AWS::WAFv2::WebACL') ?? {});
    expect(firewall?.Properties.Scope).toBe('CLOUDFRONT');
    const rules = firewall?.Properties.Rules;
    expect(rules[0].Statement.RateBasedStatement).toMatchObject({ Limit: 10_000, AggregateKeyType: 'IP' });
    expect(rules.slice(1).map(({ Name }: { Name: string }) => Name)).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ]);
    const counting = rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides;
    expect(counting.length).toBeGreaterThan(0);
    for (const { Name, ActionToUse } of counting) {
      expect(Name).toMatch(/_BODY$/);
      expect(ActionToUse).toEqual({ Count: {} });
    }
  });
});

describe('CloudFront', () => {
  it("asks the API by the council's own name, over TLS, and closes no other way in but by its secret", () => {
    const { Origins, Aliases } = distribution();
    expect(Aliases).toEqual([domain.name]);
    expect(Origins).toHaveLength(1);
    const [origin] = Origins;
    expect(JSON.stringify(origin.DomainName)).toContain('RegionalDomainName');
    expect(origin.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
    const [sent] = origin.OriginCustomHeaders;
    expect(sent.HeaderName).toBe(edgeHeader);
    expect(JSON.stringify(sent.HeaderValue)).toContain('{{resolve:secretsmanager:');
    expect(only('AWS::ApiGatewayV2::Api').DisableExecuteApiEndpoint).toBe(true);
    for (const host of ['commands', 'queries', 'board', 'front', 'pages']) {
      const variables = made
        .ofType('AWS::Lambda::Function')
        .map(([, { Properties }]) => Properties.Environment?.Variables ?? {})
        .find(({ POWERTOOLS_SERVICE_NAME }) => POWERTOOLS_SERVICE_NAME === host);
      expect(variables.EDGE_SECRET).toEqual(sent.HeaderValue);
    }
  });

  it('caches what is open and the same for everybody, and nothing of the record', () => {
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    const never = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    const allViewer = '216adef6-5c7f-47e4-b989-5492eafa07d3';
    const { DefaultCacheBehavior, CacheBehaviors } = distribution();
    expect(DefaultCacheBehavior).toMatchObject({
      CachePolicyId: never,
      OriginRequestPolicyId: allViewer,
      ViewerProtocolPolicy: 'https-only',
    });
    expect(DefaultCacheBehavior.AllowedMethods).toContain('PUT');
    expect(CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual([
      '/assets/*',
      '/openapi.json',
    ]);
    for (const { CachePolicyId } of CacheBehaviors) expect(CachePolicyId).not.toBe(never);
  });
});

it('the published rules find nothing in it that is not explained', () => {
  expect(rulePacks().flatMap((pack) => pack.validateScope(made.app).violations)).toEqual([]);
});
