"""File systems of EFS, good and bad, in a moto server."""

import json

NOT_JUDGED = {}


def fill(client):
    efs, ec2 = client("efs"), client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]

    def subnet(cidr, zone, gateway=None):
        s = ec2.create_subnet(VpcId=vpc, CidrBlock=cidr, AvailabilityZone=zone)["Subnet"]["SubnetId"]
        table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
        ec2.associate_route_table(RouteTableId=table, SubnetId=s)
        if gateway:
            ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
        return s

    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    private, public = subnet("10.9.1.0/24", "us-east-1a"), subnet("10.9.2.0/24", "us-east-1b", gateway)

    good = efs.create_file_system(CreationToken="good", Encrypted=True, Backup=True)["FileSystemId"]
    bad = efs.create_file_system(CreationToken="bad", Encrypted=False)["FileSystemId"]
    single = efs.create_file_system(CreationToken="single", AvailabilityZoneName="us-east-1a")["FileSystemId"]

    def policy(fs, condition=None):
        s = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "elasticfilesystem:ClientMount"}
        if condition:
            s["Condition"] = condition
        efs.put_file_system_policy(FileSystemId=fs, Policy=json.dumps({"Version": "2012-10-17", "Statement": [s]}))

    policy(good, {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}})
    policy(bad)
    inside = efs.create_mount_target(FileSystemId=good, SubnetId=private)["MountTargetId"]
    outside = efs.create_mount_target(FileSystemId=bad, SubnetId=public)["MountTargetId"]
    narrow = efs.create_access_point(
        ClientToken="narrow", FileSystemId=good, PosixUser={"Uid": 1000, "Gid": 1000},
        RootDirectory={"Path": "/orders", "CreationInfo": {"OwnerUid": 1000, "OwnerGid": 1000, "Permissions": "750"}},
    )["AccessPointId"]
    wide = efs.create_access_point(ClientToken="wide", FileSystemId=good)["AccessPointId"]
    pairs = {
        "aws-efs-file-system-encrypted": (good, bad),
        "aws-efs-automatic-backups": (good, bad),
        "aws-efs-multi-az": (good, single),
        "aws-efs-policy-not-public": (good, bad),
        "aws-efs-access-point-root-directory": (narrow, wide),
        "aws-efs-access-point-user-identity": (narrow, wide),
        "aws-efs-mount-target-private-subnet": (inside, outside),
    }
    out = [("aws-efs-in-backup-plan", good, "PASS"), ("aws-efs-in-backup-plan", bad, "UNKNOWN")]
    for check, (sound, flawed) in pairs.items():
        out += [(check, sound, "PASS"), (check, flawed, "FAIL")]
    return out
