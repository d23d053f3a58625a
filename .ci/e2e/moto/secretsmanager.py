"""Secrets, good and bad, in a moto server."""

import json

# moto dates everything today, so that what is judged by age can only pass.
NOT_JUDGED = {}


def fill(client):
    sm = client("secretsmanager")

    def secret(name, principal=None):
        sm.create_secret(Name=name, SecretString="not-a-real-one")
        if principal:
            policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}
            sm.put_resource_policy(SecretId=name, ResourcePolicy=json.dumps(policy))
        return name

    plain = secret("e2e/plain")
    rotated = secret("e2e/rotated")
    sm.rotate_secret(SecretId=rotated, RotationRules={"AutomaticallyAfterDays": 30})
    public = secret("e2e/public", "*")
    foreign = secret("e2e/foreign", {"AWS": "arn:aws:iam::999988887777:root"})
    dying = secret("e2e/dying")
    sm.delete_secret(SecretId=dying, RecoveryWindowInDays=7)
    return [
        ("aws-secretsmanager-secret-rotation", plain, "FAIL"),
        ("aws-secretsmanager-secret-rotation", rotated, "PASS"),
        ("aws-secretsmanager-secret-rotation", dying, "NOT_APPLICABLE"),
        ("aws-secretsmanager-secret-rotated", plain, "PASS"),
        ("aws-secretsmanager-secret-rotated", dying, "NOT_APPLICABLE"),
        ("aws-secretsmanager-secret-rotation-on-time", plain, "NOT_APPLICABLE"),
        ("aws-secretsmanager-secret-rotation-on-time", rotated, "PASS"),
        ("aws-secretsmanager-secret-used", plain, "PASS"),
        ("aws-secretsmanager-secret-public-access", plain, "PASS"),
        ("aws-secretsmanager-secret-public-access", public, "FAIL"),
        ("aws-secretsmanager-secret-public-access", dying, "NOT_APPLICABLE"),
        ("aws-secretsmanager-secret-foreign-access", plain, "PASS"),
        ("aws-secretsmanager-secret-foreign-access", foreign, "FAIL"),
    ]
