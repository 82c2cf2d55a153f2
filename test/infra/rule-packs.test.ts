import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { describe, expect, it, vi } from 'vitest';
import { rulePacks } from '#infra/rule-packs.ts';
import { type Chosen, entra, everyOption, type Synthesised, synthesised } from './synthesised.ts';

interface Finding {
  readonly rule: string;
  readonly path: string;
}
interface Acknowledgement extends Finding {
  readonly reason: string;
}

const findingsIn = ({ app }: Synthesised): readonly Finding[] =>
  rulePacks().flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => ({ rule: ruleName, path: constructPath ?? '' })),
      ),
  );

const acknowledgementsIn = (root: IConstruct): readonly Acknowledgement[] =>
  root.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, unknown>))
      .map(([rule, reason]) => ({
        rule: rule.replace(/^annotation::/i, ''),
        path: node.path,
        reason: String(reason),
      })),
  );

/** The same stacks with nothing set aside: what the rules would find then. */
const withNothingSetAside = (context: Chosen): Synthesised => {
  const acknowledge = vi.spyOn(Validations.prototype, 'acknowledge').mockReturnValue();
  try {
    return synthesised(context);
  } finally {
    acknowledge.mockRestore();
  }
};

const suppresses = ({ rule, path }: Finding, finding: Finding): boolean =>
  finding.rule === rule && (finding.path === path || finding.path.startsWith(`${path}/`));
const stale = (acknowledged: readonly Finding[], findings: readonly Finding[]): readonly string[] =>
  acknowledged
    .filter((one) => !findings.some((finding) => suppresses(one, finding)))
    .map(({ rule, path }) => `${rule} of ${path}`);

describe.each([
  ['a council on Cognito', { alarmEmail: 'tracker@example.gov.uk' } satisfies Chosen],
  ['a council on its own issuer', entra],
  ['a council that chose every option', everyOption],
])('the rules of AWS Solutions, Serverless and NIST 800-53 R5, for %s', (_council, context) => {
  const made = synthesised(context);
  const acknowledged = acknowledgementsIn(made.app);
  const findings = findingsIn(withNothingSetAside(context));

  it('find nothing that is not explained', () => {
    expect(findingsIn(made)).toEqual([]);
  });

  it('would find something of each pack if nothing were set aside', () => {
    expect([...new Set(findings.map(({ rule }) => rule.split('-')[0]))].sort()).toEqual([
      'AwsSolutions',
      'NIST.800.53.R5',
      'Serverless',
    ]);
  });

  it('are explained by a sentence where they are set aside, at one construct at a time', () => {
    expect(acknowledged).not.toEqual([]);
    for (const { rule, path, reason } of acknowledged) {
      expect(rule).toMatch(/^(?:AwsSolutions|Serverless|NIST\.800\.53\.R5)-\w/);
      expect(reason).toMatch(/^[A-Z"].{60,}\.$/);
      expect(path.split('/').length).toBeGreaterThan(1);
    }
  });

  it('are nowhere set aside where they would find nothing', () => {
    expect(stale(acknowledged, findings)).toEqual([]);
  });

  it('an explanation that no longer suppresses anything is found', () => {
    const queue = { rule: 'AwsSolutions-SQS3', path: 'TrackerApplication/RollUpQueue/Queue' };
    expect(stale([...acknowledged, queue], findings)).toEqual([`${queue.rule} of ${queue.path}`]);
  });
});
