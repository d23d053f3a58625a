"""A trail, and alarms on what it tells of: the commands of the checks' own fixes,
run against the moto server, satisfy the checks."""

import json
import shlex

from moto.sns.models import sns_backends

import laboratory

NOT_JUDGED = {}
ACCOUNT = "123456789012"


def options(words):
    """The options of a command of the AWS command line."""
    return {words[i][2:]: words[i + 1] for i in range(3, len(words), 2)}


def fill(client):
    s3, logs, trail, sns, watch, iam = (client(s) for s in ("s3", "logs", "cloudtrail", "sns", "cloudwatch", "iam"))
    s3.create_bucket(Bucket="alarmed-trail")
    logs.create_log_group(logGroupName="trail")
    group = logs.describe_log_groups(logGroupNamePrefix="trail")["logGroups"][0]["arn"]
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    role = iam.create_role(RoleName="trail-to-logs", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    trail.create_trail(Name="alarmed", S3BucketName="alarmed-trail", IsMultiRegionTrail=True, IncludeGlobalServiceEvents=True,
                       CloudWatchLogsLogGroupArn=group, CloudWatchLogsRoleArn=role)
    trail.put_event_selectors(TrailName="alarmed", EventSelectors=[{"ReadWriteType": "All", "IncludeManagementEvents": True}])  # AWS's default
    trail.start_logging(Name="alarmed")
    heard = sns.create_topic(Name="heard")["TopicArn"]
    queue = client("sqs").create_queue(QueueName="heard")["QueueUrl"]
    arn = client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sns.subscribe(TopicArn=heard, Protocol="sqs", Endpoint=arn)
    # Such a subscription is confirmed at once. moto, which runs in this process,
    # does not count it.
    sns_backends[ACCOUNT]["us-east-1"].topics[heard].subscriptions_confimed = 1
    unheard = sns.create_topic(Name="unheard")["TopicArn"]

    expect = []
    on_metrics = [c for i, c in sorted(laboratory.checks().items()) if i.startswith("aws-cloudwatch-") and "put-metric-filter" in c["fix"]["cli"]]
    for n, check in enumerate(on_metrics):
        first, second = (options(["aws", *shlex.split(part)]) for part in check["fix"]["cli"].removeprefix("aws ").split(" && aws "))
        metric = dict(pair.split("=") for pair in first["metric-transformations"].split(","))
        logs.put_metric_filter(logGroupName="trail", filterName=first["filter-name"], filterPattern=first["filter-pattern"], metricTransformations=[metric])
        good = n % 3 != 2  # every third alarm tells a topic that nobody has subscribed to
        watch.put_metric_alarm(
            AlarmName=second["alarm-name"], MetricName=second["metric-name"], Namespace=second["namespace"], Statistic=second["statistic"],
            Period=int(second["period"]), EvaluationPeriods=int(second["evaluation-periods"]), Threshold=float(second["threshold"]),
            ComparisonOperator=second["comparison-operator"], AlarmActions=[heard if good else unheard])
        expect.append((check["id"], ACCOUNT, "PASS" if good else "FAIL"))

    alarm = {"MetricName": "CPUUtilization", "Namespace": "AWS/EC2", "Statistic": "Average", "Period": 300, "EvaluationPeriods": 1,
             "Threshold": 90.0, "ComparisonOperator": "GreaterThanThreshold"}
    watch.put_metric_alarm(AlarmName="loud", AlarmActions=[heard], ActionsEnabled=True, **alarm)
    watch.put_metric_alarm(AlarmName="mute", **alarm)
    watch.put_metric_alarm(AlarmName="off", AlarmActions=[heard], ActionsEnabled=False, **alarm)
    return expect + [
        ("aws-cloudwatch-alarm-actions", "loud", "PASS"),
        ("aws-cloudwatch-alarm-actions", "mute", "FAIL"),
        ("aws-cloudwatch-alarm-actions-enabled", "loud", "PASS"),
        ("aws-cloudwatch-alarm-actions-enabled", "off", "FAIL"),
    ]
