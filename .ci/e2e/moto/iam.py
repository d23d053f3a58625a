"""Users, groups, roles and policies, good and bad, in a moto server."""

import json

ACCOUNT = "123456789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/"
AWS = "arn:aws:iam::aws:policy/"

NOT_JUDGED = {
    "aws-iam-root-usage": "the server's credential report has no line for the root user",
    "aws-iam-central-root-access": "the server does not know ListOrganizationsFeatures",
    "aws-iam-user-unused-credentials": "the server makes no user older than the moment",
    "aws-iam-access-key-rotation": "the server makes no key older than the moment",
    "aws-iam-user-no-setup-key": "the server's report is older than its users, so the use of keys is not known",
    "aws-iam-server-certificate-expired": "the server gives all certificates one date",
    "aws-iam-role-unused": "the server does not tell when a role was used",
}


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action, resource="*", **more):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def trust(principal, action="sts:AssumeRole", condition=None):
    s = {"Effect": "Allow", "Action": action, "Principal": principal}
    if condition:
        s["Condition"] = condition
    return document(s)


def fill(client):
    iam = client("iam")
    reading = allow("s3:GetObject", "arn:aws:s3:::example/*")
    expect = []

    def policy(name, *statements):
        return iam.create_policy(PolicyName=name, PolicyDocument=document(*statements))["Policy"]["Arn"]

    # Users: one in order, one without a second factor, one that is a robot.
    for name in ("good", "naked", "robot"):
        iam.create_user(UserName=name)
    for name in ("good", "naked"):
        iam.create_login_profile(UserName=name, Password="aB3$efghijklmn")
    serial = iam.create_virtual_mfa_device(VirtualMFADeviceName="good")["VirtualMFADevice"]["SerialNumber"]
    iam.enable_mfa_device(UserName="good", SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="654321")
    for _ in range(2):
        iam.create_access_key(UserName="robot")
    iam.create_group(GroupName="readers")
    iam.create_group(GroupName="admins")
    iam.attach_group_policy(GroupName="readers", PolicyArn=policy("reads", reading))
    iam.attach_group_policy(GroupName="admins", PolicyArn=AWS + "AdministratorAccess")
    iam.add_user_to_group(GroupName="readers", UserName="good")
    iam.attach_user_policy(UserName="naked", PolicyArn=AWS + "AdministratorAccess")
    iam.put_user_policy(UserName="robot", PolicyName="climbs", PolicyDocument=document(allow("iam:AttachUserPolicy")))
    expect += [
        ("aws-iam-user-console-mfa", "good", "PASS"), ("aws-iam-user-console-mfa", "naked", "FAIL"), ("aws-iam-user-console-mfa", "robot", "NOT_APPLICABLE"),
        ("aws-iam-user-hardware-mfa", "good", "FAIL"),
        ("aws-iam-user-one-active-key", "robot", "FAIL"), ("aws-iam-user-one-active-key", "good", "PASS"),
        ("aws-iam-user-no-long-lived-keys", "robot", "FAIL"), ("aws-iam-user-no-long-lived-keys", "naked", "PASS"),
        ("aws-iam-user-no-policies", "good", "PASS"), ("aws-iam-user-no-policies", "naked", "FAIL"), ("aws-iam-user-no-policies", "robot", "FAIL"),
        ("aws-iam-user-no-administrator", "good", "PASS"), ("aws-iam-user-no-administrator", "naked", "FAIL"),
        ("aws-iam-administrator-mfa", "naked", "FAIL"), ("aws-iam-administrator-mfa", "good", "PASS"),
        ("aws-iam-user-no-escalation", "good", "PASS"), ("aws-iam-user-no-escalation", "robot", "FAIL"), ("aws-iam-user-no-escalation", "naked", "NOT_APPLICABLE"),
        ("aws-iam-group-has-users", "readers", "PASS"), ("aws-iam-group-has-users", "admins", "FAIL"),
        ("aws-iam-group-no-administrator", "readers", "PASS"), ("aws-iam-group-no-administrator", "admins", "FAIL"),
        ("aws-iam-federation", ACCOUNT, "FAIL"),
    ]

    # Roles, by whom they trust.
    ec2 = trust({"Service": "ec2.amazonaws.com"})
    issuer = "token.actions.githubusercontent.com"
    github = {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/{issuer}"}
    foreign = {"AWS": "arn:aws:iam::999988887777:root"}
    for name, document_of in {
        "job": ec2,
        "boss": ec2,
        "climber": ec2,
        "anybody": trust({"AWS": "*"}),
        "supplier": trust(foreign, condition={"StringEquals": {"sts:ExternalId": "x"}}),
        "careless": trust(foreign),
        "pipeline": trust(github, "sts:AssumeRoleWithWebIdentity", {"StringLike": {f"{issuer}:sub": "repo:larkspur/shop:*"}}),
        "pipelines": trust(github, "sts:AssumeRoleWithWebIdentity", {"StringEquals": {f"{issuer}:aud": "sts.amazonaws.com"}}),
    }.items():
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=document_of)
    iam.create_service_linked_role(AWSServiceName="autoscaling.amazonaws.com")
    iam.attach_role_policy(RoleName="boss", PolicyArn=AWS + "AdministratorAccess")
    iam.attach_role_policy(RoleName="careless", PolicyArn=AWS + "ReadOnlyAccess")
    iam.attach_role_policy(RoleName="job", PolicyArn=AWS + "AWSSupportAccess")
    iam.attach_role_policy(RoleName="job", PolicyArn=AWS + "SecurityAudit")
    iam.put_role_policy(RoleName="climber", PolicyName="climbs", PolicyDocument=document(allow(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"])))
    expect += [
        ("aws-iam-role-no-administrator", "job", "PASS"), ("aws-iam-role-no-administrator", "boss", "FAIL"),
        ("aws-iam-role-no-administrator", "AWSServiceRoleForAutoScaling", "NOT_APPLICABLE"),
        ("aws-iam-role-no-escalation", "job", "PASS"), ("aws-iam-role-no-escalation", "climber", "FAIL"),
        ("aws-iam-role-trust-not-public", "anybody", "FAIL"), ("aws-iam-role-trust-not-public", "supplier", "PASS"),
        ("aws-iam-role-trust-external-id", "supplier", "PASS"), ("aws-iam-role-trust-external-id", "careless", "FAIL"), ("aws-iam-role-trust-external-id", "job", "PASS"),
        ("aws-iam-role-trust-oidc-subject", "pipeline", "PASS"), ("aws-iam-role-trust-oidc-subject", "pipelines", "FAIL"),
        ("aws-iam-role-no-foreign-read-only-access", "careless", "FAIL"), ("aws-iam-role-no-foreign-read-only-access", "supplier", "PASS"),
        ("aws-iam-support-role", ACCOUNT, "PASS"), ("aws-iam-security-audit-role", ACCOUNT, "PASS"), ("aws-iam-cloudshell-full-access", ACCOUNT, "PASS"),
    ]

    # Policies, managed and inline, by what they allow.
    bad = {
        "no-administrator": allow("*"),
        "kms-decrypt-named-keys": allow("kms:Decrypt"),
        "no-full-cloudtrail-kms": allow("cloudtrail:*"),
        "assume-named-roles": allow("sts:AssumeRole"),
        "pass-named-roles": allow("iam:PassRole"),
        "no-marketplace-subscribe": allow("aws-marketplace:Subscribe"),
        "no-allow-not-action": {"Effect": "Allow", "NotAction": ["iam:*", "sts:*"], "Resource": "*"},
    }
    iam.put_role_policy(RoleName="job", PolicyName="reads", PolicyDocument=document(reading))
    for what, statement in bad.items():
        policy(what, statement)
        iam.put_role_policy(RoleName="job", PolicyName=what, PolicyDocument=document(statement))
        expect += [
            (f"aws-iam-policy-{what}", what, "FAIL"), (f"aws-iam-policy-{what}", "reads", "PASS"),
            (f"aws-iam-inline-policy-{what}", "role/job/" + what, "FAIL"), (f"aws-iam-inline-policy-{what}", "role/job/reads", "PASS"),
        ]
    expect += [("aws-iam-policy-no-whole-service", "no-full-cloudtrail-kms", "FAIL"), ("aws-iam-policy-no-whole-service", "reads", "PASS")]
    # The inline policies make job what the names say; its own verdicts go with that.
    expect = [e for e in expect if e[1] != "job" or e[0] == "aws-iam-role-trust-external-id"]
    expect += [("aws-iam-role-no-administrator", "job", "FAIL"), ("aws-iam-role-no-administrator", "supplier", "PASS"), ("aws-iam-role-no-escalation", "supplier", "PASS")]

    # The account's settings, and the root user as moto has it: no keys, no MFA.
    iam.update_account_password_policy(MinimumPasswordLength=14, PasswordReusePrevention=5, RequireSymbols=True, RequireNumbers=True,
                                       RequireUppercaseCharacters=True, RequireLowercaseCharacters=True)
    expect += [
        ("aws-iam-password-length", ACCOUNT, "PASS"), ("aws-iam-password-reuse", ACCOUNT, "FAIL"),
        ("aws-iam-password-strength", ACCOUNT, "PASS"), ("aws-iam-password-expiry", ACCOUNT, "FAIL"),
        ("aws-iam-root-access-key", "root", "PASS"), ("aws-iam-root-mfa", "root", "FAIL"), ("aws-iam-root-hardware-mfa", "root", "FAIL"),
    ]
    return expect
