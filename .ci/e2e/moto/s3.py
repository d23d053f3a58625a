"""Buckets, the logs of their requests, and Block Public Access."""

BLOCK = {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True}


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


EXPECT = [
    ("aws-s3-bucket-logging", "orchard-data", "PASS"),
    ("aws-s3-bucket-logging", "orchard-open", "FAIL"),
    ("aws-s3-bucket-public-access-blocked", "orchard-data", "PASS"),
    ("aws-s3-bucket-public-access-blocked", "orchard-open", "FAIL"),
    ("aws-s3-bucket-public-access-blocked", "orchard-ireland", "FAIL"),
]

NOT_JUDGED = {}
