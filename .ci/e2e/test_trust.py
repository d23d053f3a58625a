"""Accounts of the own organization are not foreign, and those of an organization
that cannot be read are not known to be foreign."""

import json

import cloud

FOREIGN = ("aws-kms-key-foreign-access", "aws-sqs-queue-foreign-access", "aws-sns-topic-foreign-access")


def fill(client):
    organizations = client("organizations")
    organizations.create_organization(FeatureSet="ALL")
    member = organizations.create_account(AccountName="member", Email="member@example.com")["CreateAccountStatus"]["AccountId"]
    document = lambda account: json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{cloud.ACCOUNT}:root"}, "Action": "kms:*", "Resource": "*"},
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": ["kms:Decrypt", "sqs:*", "sns:Publish"], "Resource": "*"}]})
    for name, account in (("own", member), ("foreign", "999988887777")):
        client("kms").create_key(Policy=document(account), Tags=[{"TagKey": "Name", "TagValue": name}], Description=name)
        client("sqs").create_queue(QueueName=name, Attributes={"Policy": document(account)})
        client("sns").create_topic(Name=name, Attributes={"Policy": document(account)})


def test_own_accounts_are_no_foreigners(lab):
    lab.loaded = None
    lab.cloud.reset()
    fill(lab.cloud.client)
    chosen = [c for c in FOREIGN if c in lab.registry]
    assert chosen
    whole = lab.scan(check=chosen)
    statuses = {(f["check"], f["resource"]["name"]): f["status"] for f in whole.findings}
    for check in chosen:
        judged = sorted(f["status"] for f in whole.findings if f["check"] == check)
        assert "FAIL" in judged and "PASS" in judged, (check, statuses)
    lab.cloud.witness.rule = cloud.deny("Organizations ListAccounts")
    scan = lab.scan(check=chosen)
    was = whole.verdicts()
    lies = [f"{k}: {v}, was {was.get(k)}" for k, v in scan.verdicts().items() if v not in ("UNKNOWN", was.get(k))]
    assert not lies, "without Organizations ListAccounts: " + "\n".join(lies[:20])
