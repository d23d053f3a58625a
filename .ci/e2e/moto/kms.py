"""KMS keys, good and bad, in a moto server."""

import json

NOT_JUDGED = {}


def statement(principal, action="kms:*", condition=None):
    s = {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": "*"}
    if condition:
        s["Condition"] = condition
    return s


def fill(client):
    kms = client("kms")

    def key(*statements, **kwargs):
        if statements:
            root = statement({"AWS": "arn:aws:iam::123456789012:root"})
            kwargs["Policy"] = json.dumps({"Version": "2012-10-17", "Statement": [root, *statements]})
        # KMS answers with its defaults; moto with what it was given.
        return kms.create_key(**{"KeyUsage": "ENCRYPT_DECRYPT", "MultiRegion": False, **kwargs})["KeyMetadata"]["KeyId"]

    good = key()
    kms.create_alias(AliasName="alias/good", TargetKeyId=good)
    kms.enable_key_rotation(KeyId=good)
    still = key()
    signing = key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
    dying = key()
    kms.schedule_key_deletion(KeyId=dying, PendingWindowInDays=7)
    public = key(statement("*"))
    own = key(statement({"AWS": "*"}, condition={"StringEquals": {"kms:CallerAccount": "123456789012"}}))
    foreign = key(statement({"AWS": "arn:aws:iam::999988887777:root"}, "kms:Decrypt"))
    disabled = key()
    kms.disable_key(KeyId=disabled)
    multi = key(MultiRegion=True)
    return [
        ("aws-kms-key-rotation", good, "PASS"),
        ("aws-kms-key-rotation", still, "FAIL"),
        ("aws-kms-key-rotation", signing, "NOT_APPLICABLE"),
        ("aws-kms-key-rotation", dying, "NOT_APPLICABLE"),
        ("aws-kms-key-deletion-scheduled", good, "PASS"),
        ("aws-kms-key-deletion-scheduled", dying, "FAIL"),
        ("aws-kms-key-public-access", good, "PASS"),
        ("aws-kms-key-public-access", public, "FAIL"),
        ("aws-kms-key-public-access", own, "PASS"),
        ("aws-kms-key-public-access", foreign, "PASS"),
        ("aws-kms-key-foreign-access", good, "PASS"),
        ("aws-kms-key-foreign-access", own, "PASS"),
        ("aws-kms-key-foreign-access", foreign, "FAIL"),
        ("aws-kms-key-enabled", good, "PASS"),
        ("aws-kms-key-enabled", disabled, "FAIL"),
        ("aws-kms-key-single-region", good, "PASS"),
        ("aws-kms-key-single-region", multi, "FAIL"),
    ]
