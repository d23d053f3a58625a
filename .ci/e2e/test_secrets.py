"""Secrets that lie in an account are in nothing that demarc writes."""

import base64
import contextlib
import gzip
import io
import json
import subprocess
import zipfile

import cloud
import laboratory
from test_reports import FORMATS, written

# Where each lies, and what it is. None may be found, whole or in base64.
CANARIES = {
    "a value of a function's environment": "cana-ryenv-91f0c2d4a7",
    "the password in a database address of an environment": "cana-rydb-5e8812",
    "user data": "cana-ryuserdata-77b1",
    "user data of a launch template": "cana-rytemplate-77b2",
    "a tag with a key id": "AKIACANARY0TAG00VALU",
    "a tag with a secret key": "CanarySecretKey0123456789abcdefghij/+ABC",
    "a tag named password": "cana-rytagpassword",
    "a statement id of a bucket's policy": "CanarySidBucket",
    "a condition value of a bucket's policy": "canary-referer-4411",
    "a condition value of a role": "canary-external-id-8812",
    "a statement id of a key's policy": "CanarySidKey",
    "a condition value of a queue's policy": "canary-queue-condition",
    "a secret's value": "canary-secretsmanager-value",
    "a parameter's value": "canary-parameter-value",
    "a database's password": "canary-db-password",
    "a user's password": "Canary-Login-9!x",
    "the scan's own secret key": "canaryown0secret0key0of0the0scan00000000",
    "the scan's own session token": "canary-own-session-token-000000",
    "an access key of a user": None,  # made by the server
}


def fill(client):
    allow = lambda **more: {"Effect": "Allow", **more}
    document = lambda *statements: json.dumps({"Version": "2012-10-17", "Statement": statements})
    c = CANARIES
    iam = client("iam")
    trust = document(allow(Principal={"Service": "lambda.amazonaws.com"}, Action="sts:AssumeRole"))
    role = iam.create_role(RoleName="runner", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    iam.create_role(RoleName="partner", AssumeRolePolicyDocument=document(allow(
        Principal={"AWS": "arn:aws:iam::999988887777:root"}, Action="sts:AssumeRole",
        Condition={"StringEquals": {"sts:ExternalId": c["a condition value of a role"]}})))
    iam.create_user(UserName="worker", Tags=[{"Key": "password", "Value": c["a tag named password"]}])
    iam.create_login_profile(UserName="worker", Password=c["a user's password"])
    c["an access key of a user"] = iam.create_access_key(UserName="worker")["AccessKey"]["SecretAccessKey"]
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as z:
        z.writestr("f.py", "def f(e, c): pass")
    client("lambda").create_function(
        FunctionName="shop", Runtime="python3.12", Role=role, Handler="f.f", Code={"ZipFile": code.getvalue()},
        Environment={"Variables": {"API_TOKEN": c["a value of a function's environment"],
                                   "DATABASE_URL": f"postgres://app:{c['the password in a database address of an environment']}@db/shop"}},
        Tags={"note": c["a tag with a secret key"]})
    ec2 = client("ec2")
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, UserData=f"#!/bin/sh\nexport PASSWORD={c['user data']}\n", TagSpecifications=[
        {"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "web"}, {"Key": "key", "Value": c["a tag with a key id"]},
                                              {"Key": "note", "Value": c["a tag with a secret key"]}]}])
    ec2.create_launch_template(LaunchTemplateName="web", LaunchTemplateData={
        "ImageId": image, "UserData": base64.b64encode(c["user data of a launch template"].encode()).decode()})
    s3 = client("s3")
    s3.create_bucket(Bucket="canary-bucket")
    s3.put_bucket_policy(Bucket="canary-bucket", Policy=document(allow(
        Sid=c["a statement id of a bucket's policy"], Principal="*", Action="s3:GetObject", Resource="arn:aws:s3:::canary-bucket/*",
        Condition={"StringLike": {"aws:Referer": c["a condition value of a bucket's policy"]}})))
    s3.put_bucket_tagging(Bucket="canary-bucket", Tagging={"TagSet": [{"Key": "key", "Value": c["a tag with a key id"]}, {"Key": "secret-key", "Value": c["a tag named password"]}]})
    client("kms").create_key(Policy=document(allow(Sid=c["a statement id of a key's policy"], Principal={"AWS": "*"}, Action="kms:*", Resource="*")))
    sqs = client("sqs")
    sqs.create_queue(QueueName="jobs", Attributes={"Policy": document(allow(
        Principal="*", Action="sqs:SendMessage", Resource="*", Condition={"StringEquals": {"aws:PrincipalTag/team": c["a condition value of a queue's policy"]}}))})
    client("secretsmanager").create_secret(Name="shop/db", SecretString=c["a secret's value"])
    client("ssm").put_parameter(Name="/shop/db", Value=c["a parameter's value"], Type="String")
    client("rds").create_db_instance(DBInstanceIdentifier="shop", DBInstanceClass="db.t3.micro", Engine="postgres", AllocatedStorage=20,
                                     MasterUsername="app", MasterUserPassword=c["a database's password"])


def found_in(data):
    """Which canaries stand in data, as they are or in base64."""
    for where, canary in CANARIES.items():
        for form in (canary, base64.b64encode(canary.encode()).decode().rstrip("=")[:-1]):
            if form.encode() in data:
                yield where


def test_no_secret_gets_out(lab, tmp_path):
    lab.loaded = None
    lab.cloud.reset()
    fill(lab.cloud.client)
    env = lab.cloud.environment() | {
        "AWS_SECRET_ACCESS_KEY": CANARIES["the scan's own secret key"], "AWS_SESSION_TOKEN": CANARIES["the scan's own session token"]}
    logs = []

    def run(*arguments):
        command = [laboratory.DEMARC, "scan", "aws", "--region", cloud.REGIONS, "--log-level", "debug", "--log-format", "json", *arguments]
        out = subprocess.run(command, env=env, capture_output=True, timeout=300)
        assert out.returncode in (0, 3, 4), out.stderr
        logs.append(out.stdout + out.stderr)

    folder = written(lambda *a: run(*a, "--snapshot", str(tmp_path / "s.snapshot")), tmp_path / "reports")
    outputs = {file: (folder / file).read_bytes() for file in FORMATS.values()}
    snapshot = (tmp_path / "s.snapshot").read_bytes()
    outputs["snapshot"] = snapshot
    with contextlib.suppress(gzip.BadGzipFile):
        outputs["snapshot"] = gzip.decompress(snapshot)
    lab.cloud.witness.rule = lambda o: None if str(o) == "STS GetCallerIdentity" else cloud.denied(o)
    run("--quiet", "--format", "json", "--output", str(tmp_path / "denied.json"))
    outputs["denied.json"] = (tmp_path / "denied.json").read_bytes()
    outputs["standard output and error"] = b"".join(logs)
    lab.cloud.witness.free()
    leaks = [f"{name}: {where}" for name, data in outputs.items() for where in found_in(data)]
    assert not leaks, "\n".join(leaks)
    # The canaries' neighbours are there: the search searches.
    for word in (b"canary-bucket", b"worker", b"runner", b"shop/db"):
        assert word in outputs["snapshot"] and word in outputs["scan.json"], word
    assert b'"kind"' in outputs["snapshot"] or b"aws.s3.Bucket" in outputs["snapshot"]
