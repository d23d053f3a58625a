"""Buckets: who gets at them, what is logged and kept, and Block Public Access."""

import json

BLOCK = {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True}



def policy(name, effect, principal, action, condition=None):
    """A policy of one statement about a bucket and its objects."""
    statement = {"Effect": effect, "Principal": principal, "Action": action, "Resource": [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"]}
    if condition:
        statement["Condition"] = condition
    return {"Bucket": name, "Policy": json.dumps({"Version": "2012-10-17", "Statement": [statement]})}


def fill(client):
    s3, ireland = client("s3"), client("s3", "eu-west-1")
    for name in ("orchard-logs", "orchard-data", "orchard-open"):
        s3.create_bucket(Bucket=name)
    ireland.create_bucket(Bucket="orchard-ireland", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_bucket_acl(Bucket="orchard-logs", AccessControlPolicy={
        "Owner": {"ID": "o"}, "Grants": [
            {"Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/s3/LogDelivery"}, "Permission": p} for p in ("WRITE", "READ_ACP")]})
    s3.put_bucket_logging(Bucket="orchard-data", BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "orchard-logs", "TargetPrefix": "data/"}})
    s3.put_public_access_block(Bucket="orchard-data", PublicAccessBlockConfiguration=BLOCK)
    ireland.put_public_access_block(Bucket="orchard-ireland", PublicAccessBlockConfiguration={**BLOCK, "BlockPublicPolicy": False})

    exposure(s3)
    settings(s3)
    points(client)


def exposure(s3):
    for name in ("orchard-read", "orchard-write", "orchard-partner", "orchard-acl", "orchard-acl-off"):
        s3.create_bucket(Bucket=name)
    s3.put_bucket_policy(**policy("orchard-read", "Allow", "*", "s3:GetObject"))
    s3.put_bucket_policy(**policy("orchard-write", "Allow", "*", "s3:PutObject"))
    s3.put_bucket_policy(**policy("orchard-partner", "Allow", {"AWS": "arn:aws:iam::999988887777:root"}, "s3:PutBucketPolicy"))
    s3.put_bucket_policy(**policy("orchard-data", "Deny", "*", "s3:*", {"Bool": {"aws:SecureTransport": "false"}}))
    for name in ("orchard-acl", "orchard-acl-off"):
        s3.put_bucket_acl(Bucket=name, AccessControlPolicy={"Owner": {"ID": "o"}, "Grants": [
            {"Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "Permission": p} for p in ("READ", "WRITE")]})
    s3.put_bucket_ownership_controls(Bucket="orchard-acl-off", OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]})


def settings(s3):
    s3.put_bucket_versioning(Bucket="orchard-data", VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_encryption(Bucket="orchard-data", ServerSideEncryptionConfiguration={
        "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]})
    s3.put_bucket_lifecycle_configuration(Bucket="orchard-logs", LifecycleConfiguration={
        "Rules": [{"ID": "old", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 400}}]})


def points(client):
    """Access points. boto3 puts the account in front of the server's name,
    which does not resolve."""
    account = client("sts").get_caller_identity()["Account"]
    home, west = client("s3control"), client("s3control", "us-west-2")
    for control in (home, west):
        control.meta.events.register("before-call.s3-control", lambda params, **_: params.update(url=params["url"].replace(account + ".", "")))
    for name, block in (("orchard-point", BLOCK), ("orchard-door", {k: False for k in BLOCK})):
        home.create_access_point(AccountId=account, Name=name, Bucket="orchard-open", PublicAccessBlockConfiguration=block)
        west.create_multi_region_access_point(AccountId=account, ClientToken=name, Details={
            "Name": name + "s", "PublicAccessBlock": block, "Regions": [{"Bucket": "orchard-open"}]})


EXPECT = [
    ("aws-s3-bucket-logging", "orchard-data", "PASS"),
    ("aws-s3-bucket-logging", "orchard-open", "FAIL"),
    ("aws-s3-bucket-public-access-blocked", "orchard-data", "PASS"),
    ("aws-s3-bucket-public-access-blocked", "orchard-open", "FAIL"),
    ("aws-s3-bucket-public-access-blocked", "orchard-ireland", "FAIL"),
    ("aws-s3-bucket-public-read", "orchard-read", "FAIL"),
    ("aws-s3-bucket-public-read", "orchard-write", "PASS"),
    ("aws-s3-bucket-public-read", "orchard-acl", "FAIL"),
    ("aws-s3-bucket-public-read", "orchard-acl-off", "PASS"),
    ("aws-s3-bucket-public-read", "orchard-open", "PASS"),
    ("aws-s3-bucket-public-write", "orchard-write", "FAIL"),
    ("aws-s3-bucket-public-write", "orchard-read", "PASS"),
    ("aws-s3-bucket-public-write", "orchard-acl", "FAIL"),
    ("aws-s3-bucket-foreign-access", "orchard-partner", "FAIL"),
    ("aws-s3-bucket-foreign-access", "orchard-read", "PASS"),
    ("aws-s3-bucket-secure-transport", "orchard-data", "PASS"),
    ("aws-s3-bucket-secure-transport", "orchard-read", "FAIL"),
    ("aws-s3-bucket-secure-transport", "orchard-open", "FAIL"),
    ("aws-s3-bucket-acl-disabled", "orchard-acl-off", "PASS"),
    ("aws-s3-bucket-acl-disabled", "orchard-acl", "FAIL"),
    ("aws-s3-bucket-versioning", "orchard-data", "PASS"),
    ("aws-s3-bucket-versioning", "orchard-open", "FAIL"),
    ("aws-s3-bucket-mfa-delete", "orchard-open", "FAIL"),
    ("aws-s3-bucket-mfa-delete", "orchard-logs", "NOT_APPLICABLE"),
    ("aws-s3-bucket-kms-encryption", "orchard-data", "PASS"),
    ("aws-s3-bucket-kms-encryption", "orchard-open", "FAIL"),
    ("aws-s3-bucket-lifecycle", "orchard-logs", "PASS"),
    ("aws-s3-bucket-lifecycle", "orchard-open", "FAIL"),
    ("aws-s3-account-public-access-blocked", "123456789012", "FAIL"),
    ("aws-s3-access-point-public-access-blocked", "orchard-point", "PASS"),
    ("aws-s3-access-point-public-access-blocked", "orchard-door", "FAIL"),
    ("aws-s3-multi-region-access-point-public-access-blocked", "orchard-points", "PASS"),
    ("aws-s3-multi-region-access-point-public-access-blocked", "orchard-doors", "FAIL"),
]

NOT_JUDGED = {
    "aws-s3-directory-bucket-lifecycle": "moto has no directory buckets of its own",
}
