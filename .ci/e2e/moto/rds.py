"""Databases of RDS and Neptune, good and bad, in a moto server."""

NO_PARAMETERS = "moto knows no parameters but those that were set, and none of a default group"
NO_DOCUMENTDB = "moto has no clusters of DocumentDB"
NOT_JUDGED = {
    "aws-rds-instance-in-backup-plan": "moto lacks Backup ListProtectedResources",
    "aws-rds-cluster-in-backup-plan": "moto lacks Backup ListProtectedResources",
    "aws-rds-instance-version-not-deprecated": "moto lacks RDS DescribeDBEngineVersions",
    "aws-rds-instance-standard-support": "moto lacks RDS DescribeDBMajorEngineVersions",
    "aws-rds-instance-certificate-valid": "moto's instances have no certificate details",
    "aws-rds-postgresql-tls-required": NO_PARAMETERS,
    "aws-rds-mysql-tls-required": NO_PARAMETERS,
    "aws-rds-mariadb-tls-required": NO_PARAMETERS,
    "aws-rds-sqlserver-tls-required": NO_PARAMETERS,
    "aws-rds-cluster-tls-required": NO_PARAMETERS,
    "aws-rds-aurora-mysql-audit-logging": NO_PARAMETERS,
    "aws-rds-cluster-multi-az": "moto's clusters tell of no members",
    "aws-neptune-cluster-multi-az": "moto's clusters tell of no members",
    "aws-documentdb-cluster-storage-encrypted": NO_DOCUMENTDB,
    "aws-documentdb-cluster-backup-retention": NO_DOCUMENTDB,
    "aws-documentdb-cluster-deletion-protection": NO_DOCUMENTDB,
    "aws-documentdb-cluster-multi-az": NO_DOCUMENTDB,
    "aws-documentdb-cluster-audit-log-export": NO_DOCUMENTDB,
    "aws-documentdb-cluster-tls-required": NO_DOCUMENTDB,
    "aws-documentdb-snapshot-not-public": NO_DOCUMENTDB,
}


def fill(client):
    rds, ec2 = client("rds"), client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.7.0.0/16")["Vpc"]["VpcId"]

    def subnets(name, first, gateway=None):
        ids = []
        for i, zone in enumerate("ab"):
            s = ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.7.{first + i}.0/24", AvailabilityZone="us-east-1" + zone)
            ids.append(s["Subnet"]["SubnetId"])
            table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
            ec2.associate_route_table(RouteTableId=table, SubnetId=ids[-1])
            if gateway:
                ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
        rds.create_db_subnet_group(DBSubnetGroupName=name, DBSubnetGroupDescription=name, SubnetIds=ids)
        return name

    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    private, public = subnets("private", 1), subnets("public", 11, gateway)
    closed = ec2.create_security_group(GroupName="db-closed", Description="closed", VpcId=vpc)["GroupId"]
    world = ec2.create_security_group(GroupName="db-world", Description="world", VpcId=vpc)["GroupId"]
    ec2.authorize_security_group_ingress(
        GroupId=world,
        IpPermissions=[{"IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}],
    )

    def instance(name, **kwargs):
        settings = {
            "DBInstanceIdentifier": name, "DBInstanceClass": "db.m6g.large", "Engine": "postgres", "EngineVersion": "16.4",
            "AllocatedStorage": 20, "MasterUsername": "keeper", "MasterUserPassword": "not-a-real-one", "Port": 6432,
            "PubliclyAccessible": False, "StorageEncrypted": True, "MultiAZ": True, "DeletionProtection": True,
            "EnableIAMDatabaseAuthentication": True, "AutoMinorVersionUpgrade": True, "CopyTagsToSnapshot": True,
            "BackupRetentionPeriod": 7, "EnableCloudwatchLogsExports": ["postgresql", "upgrade"],
            "DBSubnetGroupName": private, "VpcSecurityGroupIds": [closed], "MonitoringInterval": 60, "MonitoringRoleArn": "arn:aws:iam::123456789012:role/monitoring",
        }
        settings.update(kwargs)
        rds.create_db_instance(**{k: v for k, v in settings.items() if v is not None})

    instance("good-db")
    instance(
        "bad-db", MasterUsername="postgres", Port=5432, PubliclyAccessible=True, StorageEncrypted=False, MultiAZ=False,
        DeletionProtection=False, EnableIAMDatabaseAuthentication=False, AutoMinorVersionUpgrade=False,
        CopyTagsToSnapshot=False, BackupRetentionPeriod=1, EnableCloudwatchLogsExports=[], DBSubnetGroupName=public,
        VpcSecurityGroupIds=[world], MonitoringInterval=0, MonitoringRoleArn=None,
    )

    rds.create_db_parameter_group(DBParameterGroupName="own", DBParameterGroupFamily="mariadb11.4", Description="own")
    for quality in ("good", "bad"):
        for engine, version, logs in (("mariadb", "11.4.4", ["audit", "error"]), ("sqlserver-se", "16.00.4165.4.v1", ["agent", "error"])):
            instance(f"{quality}-{engine}", Engine=engine, EngineVersion=version, LicenseModel="license-included" if "sql" in engine else None,
                     DBParameterGroupName="own" if engine == "mariadb" else None, EnableCloudwatchLogsExports=logs if quality == "good" else logs[1:])

    def cluster(name, engine, **kwargs):
        settings = {
            "DBClusterIdentifier": name, "Engine": engine, "MasterUsername": "keeper", "MasterUserPassword": "not-a-real-one",
            "Port": 6433, "StorageEncrypted": True, "DeletionProtection": True, "EnableIAMDatabaseAuthentication": True,
            "CopyTagsToSnapshot": True, "BackupRetentionPeriod": 7,
        }
        settings.update(kwargs)
        if not engine.startswith("aurora-"):  # moto takes it for those only
            del settings["EnableIAMDatabaseAuthentication"]
        rds.create_db_cluster(**settings)

    bad = {
        "MasterUsername": "admin", "Port": 3306, "StorageEncrypted": False, "DeletionProtection": False,
        "EnableIAMDatabaseAuthentication": False, "CopyTagsToSnapshot": False, "BackupRetentionPeriod": 1,
    }
    cluster("good-aurora", "aurora-mysql", EnableCloudwatchLogsExports=["audit"], BacktrackWindow=3600)
    cluster("bad-aurora", "aurora-mysql", **bad)
    cluster("good-elephant", "aurora-postgresql", EnableCloudwatchLogsExports=["postgresql"])
    cluster("bad-elephant", "aurora-postgresql", EnableCloudwatchLogsExports=[])
    provisioned = {"AllocatedStorage": 100, "Iops": 1000, "StorageType": "io1", "DBClusterInstanceClass": "db.m6gd.large"}
    for engine in ("mysql", "postgres"):
        cluster(f"good-{engine}", engine, **provisioned)
        cluster(f"bad-{engine}", engine, **{**provisioned, "CopyTagsToSnapshot": False}, AutoMinorVersionUpgrade=False)
    cluster("good-graph", "neptune")
    cluster("bad-graph", "neptune", **bad)

    rds.create_db_snapshot(DBSnapshotIdentifier="good-copy", DBInstanceIdentifier="good-db")
    rds.create_db_snapshot(DBSnapshotIdentifier="bad-copy", DBInstanceIdentifier="bad-db")
    rds.modify_db_snapshot_attribute(DBSnapshotIdentifier="bad-copy", AttributeName="restore", ValuesToAdd=["all"])
    for kind in ("aurora", "graph"):
        for quality in ("good", "bad"):
            rds.create_db_cluster_snapshot(
                DBClusterSnapshotIdentifier=f"{quality}-{kind}-copy", DBClusterIdentifier=f"{quality}-{kind}"
            )
        rds.modify_db_cluster_snapshot_attribute(
            DBClusterSnapshotIdentifier=f"bad-{kind}-copy", AttributeName="restore", ValuesToAdd=["all"]
        )

    for quality in ("good", "bad"):
        rds.create_db_proxy(
            DBProxyName=f"{quality}-pool", EngineFamily="POSTGRESQL", RequireTLS=quality == "good",
            Auth=[{"AuthScheme": "SECRETS", "SecretArn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"}],
            RoleArn="arn:aws:iam::123456789012:role/proxy",
            VpcSubnetIds=[s["SubnetIdentifier"] for s in rds.describe_db_subnet_groups(DBSubnetGroupName=private)["DBSubnetGroups"][0]["Subnets"]],
        )
    rds.create_event_subscription(
        SubscriptionName="instances", SnsTopicArn="arn:aws:sns:us-east-1:123456789012:alerts", SourceType="db-instance",
        EventCategories=["maintenance", "configuration change", "failure"], Enabled=True,
    )

    for name, version in (("good-global", "8.0.mysql_aurora.3.10.1"), ("bad-global", "8.0.mysql_aurora.3.05.2")):
        rds.create_global_cluster(GlobalClusterIdentifier=name, Engine="aurora-mysql", EngineVersion=version)

    out = []

    def both(check, good, bad):
        out.extend([(check, good, "PASS"), (check, bad, "FAIL")])

    for check in (
        "not-publicly-accessible", "storage-encrypted", "multi-az", "enhanced-monitoring", "deletion-protection", "iam-authentication",
        "backup-retention", "auto-minor-upgrade", "copy-tags-to-snapshots", "non-default-port", "custom-admin-name",
        "all-logs-exported", "private-subnets",
    ):
        both("aws-rds-instance-" + check, "good-db", "bad-db")
    both("aws-rds-instance-internet-exposure", "good-db", "bad-db")
    both("aws-rds-postgresql-log-export", "good-db", "bad-db")
    for check in ("storage-encrypted", "deletion-protection", "backup-retention", "iam-authentication", "non-default-port", "custom-admin-name"):
        both("aws-rds-cluster-" + check, "good-aurora", "bad-aurora")
    both("aws-rds-aurora-mysql-backtrack", "good-aurora", "bad-aurora")
    both("aws-rds-aurora-copy-tags-to-snapshots", "good-aurora", "bad-aurora")
    for check in ("storage-encrypted", "deletion-protection", "backup-retention", "copy-tags-to-snapshots"):
        both("aws-neptune-cluster-" + check, "good-graph", "bad-graph")
    out.append(("aws-neptune-cluster-iam-authentication", "bad-graph", "FAIL"))
    both("aws-rds-snapshot-not-public", "good-copy", "bad-copy")
    both("aws-rds-snapshot-encrypted", "good-copy", "bad-copy")
    both("aws-rds-cluster-snapshot-not-public", "good-aurora-copy", "bad-aurora-copy")
    both("aws-rds-cluster-snapshot-encrypted", "good-aurora-copy", "bad-aurora-copy")
    both("aws-neptune-snapshot-not-public", "good-graph-copy", "bad-graph-copy")
    both("aws-neptune-snapshot-encrypted", "good-graph-copy", "bad-graph-copy")
    both("aws-rds-proxy-tls-required", "good-pool", "bad-pool")
    both("aws-rds-global-cluster-supported-version", "good-global", "bad-global")
    out += [
        ("aws-rds-instance-event-subscription", "us-east-1", "PASS"),
        ("aws-rds-cluster-event-subscription", "us-east-1", "FAIL"),
        ("aws-rds-security-group-event-subscription", "us-east-1", "FAIL"),
        ("aws-rds-parameter-group-event-subscription", "us-east-1", "FAIL"),
        ("aws-rds-aurora-mysql-audit-log-export", "good-aurora", "PASS"),
        ("aws-rds-aurora-mysql-audit-log-export", "bad-aurora", "UNKNOWN"),  # moto has no default parameter group
        ("aws-neptune-cluster-audit-log-export", "bad-graph", "FAIL"),
        ("aws-rds-aurora-postgresql-log-export", "good-aurora", "NOT_APPLICABLE"),
        ("aws-rds-cluster-auto-minor-upgrade", "good-aurora", "NOT_APPLICABLE"),
        ("aws-rds-aurora-postgresql-log-export", "good-elephant", "PASS"),
        ("aws-rds-aurora-postgresql-log-export", "bad-elephant", "FAIL"),
        ("aws-rds-cluster-auto-minor-upgrade", "good-mysql", "PASS"),
        ("aws-rds-cluster-auto-minor-upgrade", "bad-mysql", "FAIL"),
        ("aws-rds-mysql-cluster-copy-tags-to-snapshots", "good-mysql", "PASS"),
        ("aws-rds-mysql-cluster-copy-tags-to-snapshots", "bad-mysql", "FAIL"),
        ("aws-rds-postgresql-cluster-copy-tags-to-snapshots", "good-postgres", "PASS"),
        ("aws-rds-postgresql-cluster-copy-tags-to-snapshots", "bad-postgres", "FAIL"),
        ("aws-rds-mariadb-log-export", "good-mariadb", "PASS"),
        ("aws-rds-mariadb-log-export", "bad-mariadb", "FAIL"),
        ("aws-rds-sqlserver-log-export", "good-sqlserver-se", "PASS"),
        ("aws-rds-sqlserver-log-export", "bad-sqlserver-se", "FAIL"),
        ("aws-rds-mysql-cluster-copy-tags-to-snapshots", "good-aurora", "NOT_APPLICABLE"),
        ("aws-rds-postgresql-cluster-copy-tags-to-snapshots", "good-aurora", "NOT_APPLICABLE"),
        ("aws-rds-mariadb-log-export", "good-db", "NOT_APPLICABLE"),
        ("aws-rds-sqlserver-log-export", "good-db", "NOT_APPLICABLE"),
    ]
    return out
