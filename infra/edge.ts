import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { edgeHeader } from '#schemas/edge.ts';

/** What CloudFront sends with each request and nobody else knows: the API's own name answers to nothing without it. */
export const edgeSecret = (scope: Construct, key: IKey): Secret => {
  const secret = new Secret(scope, 'EdgeSecret', {
    description: 'By which the functions know that a request came through CloudFront',
    encryptionKey: key,
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
  });
  const reason =
    'It is read at a deployment, by CloudFront and the functions alike; changed by itself it would part the two until the next. To change it, delete it and deploy.';
  Validations.of(secret).acknowledge(
    { id: 'AwsSolutions-SMG4', reason },
    { id: 'NIST.800.53.R5-SecretsManagerRotationEnabled', reason },
  );
  return secret;
};

/** Paths that are open and the same for everybody, as the functions' own `Cache-Control` says. */
const cached = ['/assets/*', '/openapi.json'];

export interface EdgeProps {
  /** The council's own name, by which CloudFront and the API are both asked. */
  readonly name: string;
  /** A certificate for it in us-east-1. */
  readonly certificateArn: string;
  readonly firewallArn: string;
  /** The name under which API Gateway serves that domain. */
  readonly origin: string;
  readonly secret: Secret;
}

const acknowledge = (distribution: Distribution): void => {
  const logs =
    "Who asked for what is in the access log of the gateway, with their subject. A log of CloudFront's would hold every path a second time; a council that must know from which address somebody asked adds one.";
  Validations.of(distribution).acknowledge(
    { id: 'AwsSolutions-CFR3', reason: logs },
    {
      id: 'AwsSolutions-CFR1',
      reason:
        'People of a council are abroad now and then, and a country is no proof of anything: whoever asks must sign in with a second factor. A council that wants it names its countries here.',
    },
  );
};

/**
 * CloudFront in front of the API. It asks API Gateway by the council's own name, since the API answers to no other, and hands
 * on every header; answers of the record are never cached.
 */
export class Edge extends Construct {
  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id);
    const origin = new HttpOrigin(props.origin, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { [edgeHeader]: props.secret.secretValue.unsafeUnwrap() },
      // As long as API Gateway waits itself.
      readTimeout: Duration.seconds(30),
    });
    const always = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Transformation tracker',
      domainNames: [props.name],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', props.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: props.firewallArn,
      defaultBehavior: {
        ...always,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The functions compress what is open themselves; of the record, lengths would speak.
        compress: false,
      },
      additionalBehaviors: Object.fromEntries(
        cached.map((path) => [
          path,
          { ...always, cachePolicy: CachePolicy.USE_ORIGIN_CACHE_CONTROL_HEADERS_QUERY_STRINGS },
        ]),
      ),
    });
    acknowledge(distribution);
    new CfnOutput(Stack.of(this), 'EdgeTarget', { value: distribution.distributionDomainName });
  }
}
