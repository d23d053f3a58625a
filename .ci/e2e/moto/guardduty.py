"""Detectors of GuardDuty in a moto server."""

NOT_JUDGED = {
    "aws-guardduty-centrally-managed": "moto has no ListMembers for GuardDuty",
    "aws-guardduty-no-severe-findings": "moto has no ListFindings for GuardDuty",
}


def fill(client):
    client("guardduty").create_detector(
        Enable=True,
        Features=[
            {"Name": "S3_DATA_EVENTS", "Status": "ENABLED"},
            {"Name": "RDS_LOGIN_EVENTS", "Status": "DISABLED"},
            {"Name": "EKS_AUDIT_LOGS", "Status": "ENABLED"},
            {"Name": "EBS_MALWARE_PROTECTION", "Status": "ENABLED"},
            {"Name": "LAMBDA_NETWORK_LOGS", "Status": "DISABLED"},
            {"Name": "RUNTIME_MONITORING", "Status": "ENABLED", "AdditionalConfiguration": [
                {"Name": "EC2_AGENT_MANAGEMENT", "Status": "ENABLED"},
                {"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "Status": "DISABLED"},
                {"Name": "EKS_ADDON_MANAGEMENT", "Status": "DISABLED"},
            ]},
        ],
    )
    client("guardduty", "eu-west-1").create_detector(Enable=False)
    return [
        ("aws-guardduty-enabled", "us-east-1", "PASS"),
        ("aws-guardduty-enabled", "eu-west-1", "FAIL"),
        ("aws-guardduty-s3-protection", "us-east-1", "PASS"),
        ("aws-guardduty-s3-protection", "eu-west-1", "FAIL"),
        ("aws-guardduty-rds-protection", "us-east-1", "FAIL"),
        ("aws-guardduty-eks-audit-logs", "us-east-1", "PASS"),
        ("aws-guardduty-ec2-malware-protection", "us-east-1", "PASS"),
        ("aws-guardduty-lambda-protection", "us-east-1", "FAIL"),
        ("aws-guardduty-runtime-monitoring", "us-east-1", "PASS"),
        ("aws-guardduty-ec2-runtime-monitoring", "us-east-1", "PASS"),
        ("aws-guardduty-ecs-runtime-monitoring", "us-east-1", "FAIL"),
        ("aws-guardduty-eks-runtime-monitoring", "us-east-1", "FAIL"),
    ]
