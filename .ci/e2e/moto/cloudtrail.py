"""Trails, good and bad, in a moto server."""

NOT_JUDGED = {}

GROUP = "e2e-trail"


def fill(client):
    s3, trail, logs = client("s3"), client("cloudtrail"), client("logs")
    for bucket in ("e2e-trail-good", "e2e-trail-bad", "e2e-trail-access"):
        s3.create_bucket(Bucket=bucket)
    s3.put_bucket_acl(Bucket="e2e-trail-access", ACL="log-delivery-write")
    s3.put_bucket_logging(
        Bucket="e2e-trail-good",
        BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "e2e-trail-access", "TargetPrefix": ""}},
    )
    logs.create_log_group(logGroupName=GROUP)
    trail.create_trail(
        Name="e2e-good",
        S3BucketName="e2e-trail-good",
        IsMultiRegionTrail=True,
        EnableLogFileValidation=True,
        KmsKeyId="arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-000000000000",
        CloudWatchLogsLogGroupArn=f"arn:aws:logs:us-east-1:123456789012:log-group:{GROUP}:*",
        CloudWatchLogsRoleArn="arn:aws:iam::123456789012:role/e2e-trail",
    )
    trail.start_logging(Name="e2e-good")
    trail.put_event_selectors(
        TrailName="e2e-good",
        EventSelectors=[
            {
                "ReadWriteType": "All",
                "IncludeManagementEvents": True,
                "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}],
            }
        ],
    )
    trail.create_trail(Name="e2e-bad", S3BucketName="e2e-trail-bad", IsMultiRegionTrail=False)
    account = "123456789012"
    return [
        ("aws-cloudtrail-multi-region-management-events", account, "PASS"),
        ("aws-cloudtrail-enabled", account, "PASS"),
        ("aws-cloudtrail-s3-write-data-events", account, "PASS"),
        ("aws-cloudtrail-s3-read-data-events", account, "PASS"),
        ("aws-cloudtrail-lambda-data-events", account, "FAIL"),
        ("aws-cloudtrail-insights", account, "FAIL"),
        ("aws-cloudtrail-log-file-validation", "e2e-good", "PASS"),
        ("aws-cloudtrail-log-file-validation", "e2e-bad", "FAIL"),
        ("aws-cloudtrail-kms-encryption", "e2e-good", "PASS"),
        ("aws-cloudtrail-kms-encryption", "e2e-bad", "FAIL"),
        ("aws-cloudtrail-cloudwatch-logs", "e2e-good", "PASS"),
        ("aws-cloudtrail-cloudwatch-logs", "e2e-bad", "FAIL"),
        ("aws-cloudtrail-delivering", "e2e-good", "PASS"),
        ("aws-cloudtrail-delivering", "e2e-bad", "FAIL"),
        ("aws-cloudtrail-bucket-access-logging", "e2e-good", "PASS"),
        ("aws-cloudtrail-bucket-access-logging", "e2e-bad", "FAIL"),
        ("aws-cloudtrail-bucket-mfa-delete", "e2e-bad", "FAIL"),
    ]
