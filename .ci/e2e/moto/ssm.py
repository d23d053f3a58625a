"""Documents, private and public. Of the rest of Systems Manager moto knows little."""


def fill(client):
    ssm = client("ssm")
    content = '{"schemaVersion":"2.2","description":"d","mainSteps":[]}'
    for name in ("medlar-private", "medlar-public"):
        ssm.create_document(Name=name, Content=content, DocumentType="Command")
    ssm.modify_document_permission(Name="medlar-public", PermissionType="Share", AccountIdsToAdd=["all"])
    return [
        ("aws-ssm-document-public", "medlar-private", "PASS"),
        ("aws-ssm-document-public", "medlar-public", "FAIL"),
    ]


NOT_JUDGED = {
    "aws-ssm-ec2-instance-managed": "moto does not know DescribeInstanceInformation",
    "aws-ssm-instance-patch-compliance": "moto does not know DescribeInstanceInformation",
    "aws-ssm-instance-association-compliance": "moto does not know DescribeInstanceInformation",
    "aws-ssm-public-sharing-blocked": "moto does not know GetServiceSetting",
    "aws-ssm-automation-logging": "moto does not know GetServiceSetting",
}
