"""SNS topics and subscriptions, good and bad, in a moto server."""

import json

NOT_JUDGED = {}


def fill(client):
    sns = client("sns")

    def topic(name, principal=None, **attributes):
        arn = sns.create_topic(Name=name, Attributes=attributes)["TopicArn"]
        if principal:
            policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "sns:Publish", "Resource": arn}]}
            sns.set_topic_attributes(TopicArn=arn, AttributeName="Policy", AttributeValue=json.dumps(policy))
        return arn

    sealed = topic("e2e-sealed", KmsMasterKeyId="alias/aws/sns")
    topic("e2e-public", "*")
    topic("e2e-foreign", {"AWS": "arn:aws:iam::999988887777:root"})

    def subscribe(protocol, endpoint):
        arn = sns.subscribe(TopicArn=sealed, Protocol=protocol, Endpoint=endpoint, ReturnSubscriptionArn=True)["SubscriptionArn"]
        return arn.rsplit(":", 1)[1]

    plain = subscribe("http", "http://hooks.example.com/e2e")
    tls = subscribe("https", "https://hooks.example.com/e2e")
    queue = subscribe("sqs", "arn:aws:sqs:us-east-1:123456789012:e2e")
    return [
        ("aws-sns-topic-encryption", "e2e-sealed", "PASS"),
        ("aws-sns-topic-encryption", "e2e-public", "FAIL"),
        ("aws-sns-topic-public-access", "e2e-sealed", "PASS"),
        ("aws-sns-topic-public-access", "e2e-public", "FAIL"),
        ("aws-sns-topic-public-access", "e2e-foreign", "PASS"),
        ("aws-sns-topic-foreign-access", "e2e-sealed", "PASS"),
        ("aws-sns-topic-foreign-access", "e2e-foreign", "FAIL"),
        ("aws-sns-subscription-https", plain, "FAIL"),
        ("aws-sns-subscription-https", tls, "PASS"),
        ("aws-sns-subscription-https", queue, "NOT_APPLICABLE"),
    ]
