import { Aws, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledgeDeadLetters, deadLetterSettings } from './roll-up.ts';

/** The topic that the alarms of this account publish to. */
export const alarmTopic = (scope: Construct, key: IKey): Topic => {
  const topic = new Topic(scope, 'Topic', {
    displayName: 'Transformation tracker',
    masterKey: key,
    enforceSSL: true,
  });
  topic.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sns:Publish'],
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return topic;
};

/** Mails the topic's messages to an address, and returns the dead-letter queue of mails that could not be delivered. */
export const subscribeMailbox = (scope: Construct, topic: Topic, email: string): IQueue => {
  const deadLetterQueue = new Queue(scope, 'UndeliveredMail', deadLetterSettings);
  acknowledgeDeadLetters(deadLetterQueue, 'the mails of alarms that the mailbox did not take');
  Validations.of(deadLetterQueue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'This is the dead-letter queue of a subscription; the rule only knows those of queues and functions.',
  });
  topic.addSubscription(new EmailSubscription(email, { deadLetterQueue }));
  return deadLetterQueue;
};
