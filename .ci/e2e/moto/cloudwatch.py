"""Log groups, metric filters that nothing alarms on, and resource policies, good
and bad, in a moto server. The alarms are those of alarms.py."""

import json

GROUP = "e2e-trail"

# By check: the pattern of a filter that counts what it asks for.
GOOD = {
    "root-use": '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    "unauthorized-calls": '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    "kms-key-deletion": "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }",
    "cloudtrail-changes": "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }",
}
BAD = {
    "security-group-changes": "{ $.eventName = CreateSecurityGroup }",
    "vpc-changes": "{ $.eventName = CreateVpc }",
}
# Without a filter, no alarm need be looked at.
NONE = (
    "authentication-failures",
    "config-changes",
    "iam-policy-changes",
    "network-acl-changes",
    "network-gateway-changes",
    "organizations-changes",
    "route-table-changes",
    "s3-policy-changes",
    "sign-in-without-mfa",
)

NOT_JUDGED = {}


def fill(client):
    logs = client("logs")
    if not logs.describe_log_groups(logGroupNamePrefix=GROUP)["logGroups"]:
        logs.create_log_group(logGroupName=GROUP)
    for name, pattern in {**GOOD, **BAD}.items():
        logs.put_metric_filter(
            logGroupName=GROUP,
            filterName=name,
            filterPattern=pattern,
            metricTransformations=[{"metricName": name, "metricNamespace": "e2e", "metricValue": "1"}],
        )

    logs.create_log_group(logGroupName="e2e-kept", kmsKeyId="arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-000000000000")
    logs.put_retention_policy(logGroupName="e2e-kept", retentionInDays=365)
    logs.create_log_group(logGroupName="e2e-short")
    logs.put_retention_policy(logGroupName="e2e-short", retentionInDays=7)

    def policy(name, principal):
        statement = {"Effect": "Allow", "Principal": principal, "Action": "logs:PutLogEvents", "Resource": "*"}
        logs.put_resource_policy(policyName=name, policyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))

    policy("e2e-service", {"Service": "es.amazonaws.com"})
    policy("e2e-anyone", "*")

    trust = {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999988887777:root"}, "Action": "sts:AssumeRole"}
    client("iam").create_role(
        RoleName="CloudWatch-CrossAccountSharingRole",
        AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [trust]}),
    )

    account = "123456789012"
    return [
        ("aws-cloudwatch-cross-account-sharing", account, "FAIL"),
        *((f"aws-cloudwatch-{name}-alarm", account, "FAIL") for name in NONE),
        ("aws-logs-log-group-retention", "e2e-kept", "PASS"),
        ("aws-logs-log-group-retention", "e2e-short", "FAIL"),
        ("aws-logs-log-group-kms-encryption", "e2e-kept", "PASS"),
        ("aws-logs-log-group-kms-encryption", "e2e-short", "FAIL"),
        ("aws-logs-resource-policy-public", "e2e-service", "PASS"),
        ("aws-logs-resource-policy-public", "e2e-anyone", "FAIL"),
    ]
