"""SQS queues, good and bad, in a moto server."""

import json

NOT_JUDGED = {}


def fill(client):
    sqs = client("sqs")

    def queue(name, principal=None, condition=None, **attributes):
        if principal:
            statement = {"Effect": "Allow", "Principal": principal, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:123456789012:" + name}
            if condition:
                statement["Condition"] = condition
            attributes["Policy"] = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        sqs.create_queue(QueueName=name, Attributes=attributes)
        return name

    own = queue("e2e-own", "*", {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:e2e"}}, KmsMasterKeyId="alias/aws/sqs")
    plain = queue("e2e-plain", SqsManagedSseEnabled="false")
    public = queue("e2e-public", "*", SqsManagedSseEnabled="true")
    foreign = queue("e2e-foreign", {"AWS": "arn:aws:iam::999988887777:root"})
    return [
        ("aws-sqs-queue-encryption", own, "PASS"),
        ("aws-sqs-queue-encryption", plain, "FAIL"),
        ("aws-sqs-queue-encryption", public, "PASS"),
        ("aws-sqs-queue-public-access", own, "PASS"),
        ("aws-sqs-queue-public-access", plain, "PASS"),
        ("aws-sqs-queue-public-access", public, "FAIL"),
        ("aws-sqs-queue-foreign-access", own, "PASS"),
        ("aws-sqs-queue-foreign-access", plain, "PASS"),
        ("aws-sqs-queue-foreign-access", foreign, "FAIL"),
    ]
