"""Which IAM actions an operation takes.

By default the action is the operation's name under the service's prefix. The
exceptions are those of the Service Authorization Reference and of the services'
API references.
"""

# The prefix of a service's actions, where it is not its signing name.
PREFIX = {
    "CloudWatch": "cloudwatch",
    "EFS": "elasticfilesystem",
    "Resource Groups Tagging API": "tag",
    "SESv2": "ses",
    "API Gateway": "apigateway",
    "ApiGatewayV2": "apigateway",
}

# The actions of an operation, where the name differs or it takes several.
ACTIONS = {
    "STS GetCallerIdentity": [],  # "No permissions are required to perform this operation" (STS API reference)
    "S3 ListBuckets": ["s3:ListAllMyBuckets"],
    "S3 GetBucketEncryption": ["s3:GetEncryptionConfiguration"],
    "S3 GetBucketLifecycleConfiguration": ["s3:GetLifecycleConfiguration"],
    "S3 GetBucketNotificationConfiguration": ["s3:GetBucketNotification"],
    "S3 GetBucketReplication": ["s3:GetReplicationConfiguration"],
    "S3 GetObjectLockConfiguration": ["s3:GetBucketObjectLockConfiguration"],
    "S3 GetPublicAccessBlock": ["s3:GetBucketPublicAccessBlock"],
    "S3 GetBucketAccelerateConfiguration": ["s3:GetAccelerateConfiguration"],
    "S3 HeadBucket": ["s3:ListBucket"],
    "S3 ListDirectoryBuckets": ["s3express:ListAllMyDirectoryBuckets"],
    "S3 Control GetPublicAccessBlock": ["s3:GetAccountPublicAccessBlock"],
    "IAM GetAccountAuthorizationDetails": ["iam:GetAccountAuthorizationDetails"],
}

# Actions that are declared though no scan of an estate makes their call.
UNCALLED = {
    "access-analyzer:ListFindings": "asked for each analyzer, and the server knows none",
    "cloudfront:GetVpcOrigin": "asked for each origin in a VPC, and the server knows none",
    "macie2:ListAutomatedDiscoveryAccounts": "asked of an administrator, which the server does not tell of",
    "wafv2:GetWebACL": "GetWebACLForResource takes it beside its own (WAF API reference)",
    "s3express:ListAllMyDirectoryBuckets": "the SDK does not send ListDirectoryBuckets to an endpoint of the user's own",
    "artifact:ListReports": "evidence: asked for by a scan of all checks alone, and these are of some",
    "artifact:ListCustomerAgreements": "evidence: asked for by a scan of all checks alone, and these are of some",
    "health:DescribeEvents": "evidence: asked for by a scan of all checks alone, and these are of some",
    "s3express:GetLifecycleConfiguration": "asked for each directory bucket, and the server lists none",
}


def of(operation):
    """The actions that an operation takes."""
    service = operation.service
    if str(operation) in ACTIONS:
        return ACTIONS[str(operation)]
    prefix = PREFIX.get(service.metadata["serviceId"], service.signing_name)
    if prefix == "apigateway":
        return ["apigateway:GET"]
    return [f"{prefix}:{operation.name}"]
