"""Recorders of AWS Config, good and bad, in a moto server."""

NOT_JUDGED = {}

ROLE = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"


def fill(client):
    client("s3").create_bucket(Bucket="e2e-config")
    for region, role, group in (
        ("us-east-1", ROLE, {"allSupported": True, "includeGlobalResourceTypes": True}),
        ("eu-west-1", "arn:aws:iam::123456789012:role/own", {"allSupported": False, "resourceTypes": ["AWS::EC2::Instance"]}),
    ):
        config = client("config", region)
        config.put_configuration_recorder(ConfigurationRecorder={"name": f"e2e-{region}", "roleARN": role, "recordingGroup": group})
        config.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": "e2e-config"})
        config.start_configuration_recorder(ConfigurationRecorderName=f"e2e-{region}")
    return [
        ("aws-config-recorder-enabled", "us-east-1", "PASS"),
        ("aws-config-recorder-enabled", "eu-west-1", "FAIL"),
        ("aws-config-global-resources-recorded", "123456789012", "PASS"),
        ("aws-config-service-linked-role", "e2e-us-east-1", "PASS"),
        ("aws-config-service-linked-role", "e2e-eu-west-1", "FAIL"),
    ]
