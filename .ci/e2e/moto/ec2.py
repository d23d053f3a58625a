"""Instances, volumes, snapshots, images and templates, good and bad, in a moto server."""

from botocore.exceptions import ClientError

NOT_JUDGED = {}


def fill(client):
    ec2 = client("ec2")
    for verb, kwargs in [
        ("modify_instance_metadata_defaults", {"HttpTokens": "required"}),
        ("enable_snapshot_block_public_access", {"State": "block-all-sharing"}),
        ("enable_image_block_public_access", {"ImageBlockPublicAccessState": "block-new-sharing"}),
        ("enable_serial_console_access", {}),
        ("get_instance_metadata_defaults", {}),
        ("get_snapshot_block_public_access_state", {}),
        ("get_image_block_public_access_state", {}),
        ("get_serial_console_access_status", {}),
        ("get_ebs_encryption_by_default", {}),
        ("describe_launch_template_versions", {"Versions": ["$Default"]}),
        ("describe_spot_fleet_requests", {}),
        ("modify_instance_metadata_options", {"InstanceId": "i-1", "HttpTokens": "required"}),
    ]:
        try:
            out = getattr(ec2, verb)(**kwargs)
            out.pop("ResponseMetadata")
            print(verb, "ok", out)
        except Exception as e:
            print(verb, type(e).__name__, str(e)[:200])
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]
    print(image.get("VirtualizationType"))
    i = ec2.run_instances(ImageId=image["ImageId"], MinCount=1, MaxCount=1, MetadataOptions={"HttpTokens": "required"}, Monitoring={"Enabled": True})["Instances"][0]
    d = ec2.describe_instances()["Reservations"][0]["Instances"][0]
    for k in ("State", "MetadataOptions", "Monitoring", "VirtualizationType", "LaunchTime", "StateTransitionReason", "NetworkInterfaces", "PublicIpAddress", "IamInstanceProfile"):
        print(k, d.get(k))
    print(ec2.describe_volumes()["Volumes"])
    ec2.stop_instances(InstanceIds=[i["InstanceId"]])
    d = ec2.describe_instances()["Reservations"][0]["Instances"][0]
    print(d.get("StateTransitionReason"))
    lt = ec2.create_launch_template(LaunchTemplateName="t", LaunchTemplateData={"MetadataOptions": {"HttpTokens": "required"}, "NetworkInterfaces": [{"DeviceIndex": 0, "AssociatePublicIpAddress": True}], "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"Encrypted": True}}]})
    print(ec2.describe_launch_template_versions(Versions=["$Default"], LaunchTemplateId=lt["LaunchTemplate"]["LaunchTemplateId"])["LaunchTemplateVersions"])
    try:
        print(ec2.describe_launch_template_versions(Versions=["$Default"])["LaunchTemplateVersions"])
    except Exception as e:
        print(e)
    v = ec2.describe_volumes()["Volumes"][0]["VolumeId"]
    s = ec2.create_snapshot(VolumeId=v)["SnapshotId"]
    ec2.modify_snapshot_attribute(SnapshotId=s, Attribute="createVolumePermission", OperationType="add", GroupNames=["all"])
    print(ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"])
    print(ec2.describe_snapshots(OwnerIds=["self"], RestorableByUserIds=["all"])["Snapshots"])
