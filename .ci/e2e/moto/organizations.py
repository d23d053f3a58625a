"""An organization, seen from its management account, in a moto server."""

import json

NOT_JUDGED = {
    "aws-organizations-ai-opt-out": "the server does not know DescribeEffectivePolicy",
    "aws-organizations-tag-policy": "the server does not know DescribeEffectivePolicy",
    "aws-organizations-policy-delegation": "the server does not know DescribeResourcePolicy",
}


def fill(client):
    organizations = client("organizations")
    organizations.create_organization(FeatureSet="ALL")
    root = organizations.list_roots()["Roots"][0]["Id"]
    organizations.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
    trail = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "cloudtrail:StopLogging", "Resource": "*"}]}
    scp = organizations.create_policy(Type="SERVICE_CONTROL_POLICY", Name="trail", Description="trail", Content=json.dumps(trail))["Policy"]["PolicySummary"]["Id"]
    organizations.attach_policy(PolicyId=scp, TargetId=root)
    me = "123456789012"
    return [
        ("aws-organizations-member", me, "PASS"),
        ("aws-organizations-control-policies", me, "PASS"),
        ("aws-organizations-region-policy", me, "FAIL"),
        ("aws-organizations-delegated-administrators", me, "FAIL"),
    ]
