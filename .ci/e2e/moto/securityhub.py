"""Security Hub in a moto server: on in one region, off in the other."""

NOT_JUDGED = {"aws-securityhub-standards-enabled": "moto has no GetEnabledStandards"}


def fill(client):
    client("securityhub").enable_security_hub()
    return [
        ("aws-securityhub-enabled", "us-east-1", "PASS"),
        ("aws-securityhub-enabled", "eu-west-1", "FAIL"),
    ]
