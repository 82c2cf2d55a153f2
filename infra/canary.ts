import { Duration } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { HostFunction } from './host-function.ts';
import { scheduleCalls } from './scheduled-calls.ts';

export interface CanaryProps {
  readonly bundles: string;
  /** Where people go. */
  readonly address: string;
}

/** Asks for the page every five minutes by the address that people use: it finds what no function's own error shows. */
export class Canary extends Construct {
  readonly host: HostFunction;

  constructor(scope: Construct, id: string, { bundles, address }: CanaryProps) {
    super(scope, id);
    this.host = new HostFunction(this, 'Canary', {
      host: 'canary',
      bundles,
      description: 'Asks for the page as a browser does',
      environment: { ADDRESS: `${address}/` },
      withoutDeadLetters:
        'A call that was lost holds nothing: its alarm says that the page was not found, and the next call asks again in five minutes.',
    });
    scheduleCalls(this, this.host.lambda, {
      description: 'Asks for the page every five minutes',
      schedule: ScheduleExpression.rate(Duration.minutes(5)),
      retryAttempts: 0,
    });
  }
}
