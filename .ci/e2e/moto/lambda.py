"""Lambda functions, good and bad, in a moto server."""

import io
import json
import zipfile

NOT_JUDGED = {
    "aws-lambda-function-url-auth": "moto does not answer ListFunctionUrlConfigs",
    "aws-lambda-function-url-cors": "moto does not answer ListFunctionUrlConfigs",
}


def fill(client):
    iam, lam, ec2 = client("iam"), client("lambda"), client("ec2")
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    role = iam.create_role(RoleName="e2e-lambda", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as z:
        z.writestr("index.py", "def handler(event, context): pass\n")

    def function(name, runtime="python3.13", **kwargs):
        lam.create_function(FunctionName=name, Runtime=runtime, Role=role, Handler="index.handler", Code={"ZipFile": body.getvalue()}, **kwargs)
        return name

    def permit(name, principal, action="lambda:InvokeFunction", **kwargs):
        lam.add_permission(FunctionName=name, StatementId="e2e", Action=action, Principal=principal, **kwargs)

    good = function("e2e-good", Environment={"Variables": {"STAGE": "test"}}, KMSKeyArn="arn:aws:kms:us-east-1:123456789012:key/e2e")
    permit(good, "sns.amazonaws.com", SourceArn="arn:aws:sns:us-east-1:123456789012:e2e")
    bad = function("e2e-bad", runtime="python3.8", Environment={"Variables": {"DB_PASSWORD": "not-a-real-one"}})
    permit(bad, "*")
    foreign = function("e2e-foreign")
    permit(foreign, "arn:aws:iam::999988887777:root")
    events = function("e2e-events")
    permit(events, "events.amazonaws.com")

    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    group = ec2.create_security_group(GroupName="e2e-lambda", Description="e2e", VpcId=vpc)["GroupId"]
    subnet = lambda block, zone: ec2.create_subnet(VpcId=vpc, CidrBlock=block, AvailabilityZone=zone)["Subnet"]["SubnetId"]
    a, b = subnet("10.9.1.0/24", "us-east-1a"), subnet("10.9.2.0/24", "us-east-1b")
    spread = function("e2e-spread", VpcConfig={"SubnetIds": [a, b], "SecurityGroupIds": [group]})
    single = function("e2e-single", VpcConfig={"SubnetIds": [a], "SecurityGroupIds": [group]})
    return [
        ("aws-lambda-function-public-access", good, "PASS"),
        ("aws-lambda-function-public-access", bad, "FAIL"),
        ("aws-lambda-function-foreign-access", good, "PASS"),
        ("aws-lambda-function-foreign-access", foreign, "FAIL"),
        ("aws-lambda-function-service-source", good, "PASS"),
        ("aws-lambda-function-service-source", events, "FAIL"),
        ("aws-lambda-function-runtime", good, "PASS"),
        ("aws-lambda-function-runtime", bad, "FAIL"),
        ("aws-lambda-function-environment-secrets", good, "PASS"),
        ("aws-lambda-function-environment-secrets", bad, "FAIL"),
        ("aws-lambda-function-environment-key", good, "PASS"),
        ("aws-lambda-function-environment-key", bad, "FAIL"),
        ("aws-lambda-function-environment-key", events, "NOT_APPLICABLE"),
        ("aws-lambda-function-multi-az", spread, "PASS"),
        ("aws-lambda-function-multi-az", single, "FAIL"),
        ("aws-lambda-function-multi-az", good, "NOT_APPLICABLE"),
    ]
