"""Instances, volumes, snapshots, images, launch templates and Spot Fleets,
good and bad, in a moto server."""

NO_SETTING = "moto does not have the operation that answers for the region's setting"
NOT_JUDGED = {
    "aws-ec2-imds-default": NO_SETTING,
    "aws-ec2-image-block-public-access": NO_SETTING,
    "aws-ec2-serial-console": NO_SETTING,
    "aws-ec2-snapshot-block-public-access": NO_SETTING,
    "aws-ec2-spot-fleet-encryption": "moto does not keep the block devices of a Spot Fleet request",
    "aws-ec2-snapshot-public": "moto lists all snapshots, whoever may restore them",
}


def fill(client):
    ec2, iam = client("ec2"), client("iam")
    iam.create_instance_profile(InstanceProfileName="web")
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.9.0.0/24")["Subnet"]["SubnetId"]
    amazon = ec2.describe_images(Owners=["amazon"], Filters=[{"Name": "virtualization-type", "Values": ["hvm"]}])["Images"][0]["ImageId"]

    def run(**kwargs):
        return ec2.run_instances(ImageId=amazon, MinCount=1, MaxCount=1, **kwargs)["Instances"][0]["InstanceId"]

    good = run(SubnetId=subnet, MetadataOptions={"HttpTokens": "required"}, Monitoring={"Enabled": True}, IamInstanceProfile={"Name": "web"})
    bad = run(MetadataOptions={"HttpTokens": "optional"})
    closed = run(SubnetId=subnet, MetadataOptions={"HttpTokens": "optional", "HttpEndpoint": "disabled"})
    stopped = run(SubnetId=subnet)
    ec2.stop_instances(InstanceIds=[stopped])
    second = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"]
    ec2.attach_network_interface(NetworkInterfaceId=second, InstanceId=closed, DeviceIndex=1)
    gone = run(SubnetId=subnet)
    ec2.terminate_instances(InstanceIds=[gone])

    def volume(encrypted):
        return ec2.create_volume(AvailabilityZone="us-east-1a", Size=8, Encrypted=encrypted)["VolumeId"]

    sealed, plain = volume(True), volume(False)
    kept = ec2.create_snapshot(VolumeId=sealed)["SnapshotId"]
    open_copy = ec2.create_snapshot(VolumeId=plain)["SnapshotId"]
    lonely = volume(True)

    private = ec2.create_image(InstanceId=good, Name="private")["ImageId"]
    public = ec2.create_image(InstanceId=good, Name="public")["ImageId"]
    ec2.modify_image_attribute(ImageId=public, LaunchPermission={"Add": [{"Group": "all"}]})

    def template(name, **data):
        return ec2.create_launch_template(LaunchTemplateName=name, LaunchTemplateData=data)["LaunchTemplate"]["LaunchTemplateId"]

    def disk(**ebs):
        return [{"DeviceName": "/dev/xvda", "Ebs": ebs}]

    tight = template("tight", MetadataOptions={"HttpTokens": "required"}, NetworkInterfaces=[{"DeviceIndex": 0, "AssociatePublicIpAddress": False}], BlockDeviceMappings=disk(Encrypted=True))
    loose = template("loose", MetadataOptions={"HttpTokens": "optional"}, NetworkInterfaces=[{"DeviceIndex": 0, "AssociatePublicIpAddress": True}], BlockDeviceMappings=disk(VolumeSize=8))
    # Only the default version counts.
    ec2.create_launch_template_version(LaunchTemplateId=tight, LaunchTemplateData={"MetadataOptions": {"HttpTokens": "optional"}})

    # In the other region every new volume is encrypted.
    ireland = client("ec2", region="eu-west-1")
    ireland.enable_ebs_encryption_by_default()
    covered = ireland.create_launch_template(LaunchTemplateName="covered", LaunchTemplateData={"MetadataOptions": {"HttpTokens": "required"}, "BlockDeviceMappings": disk(VolumeSize=8)})["LaunchTemplate"]["LaunchTemplateId"]

    return [
        ("aws-ec2-instance-profile", good, "PASS"),
        ("aws-ec2-instance-profile", bad, "FAIL"),
        ("aws-ec2-instance-imdsv2", good, "PASS"),
        ("aws-ec2-instance-imdsv2", bad, "FAIL"),
        ("aws-ec2-instance-imdsv2", closed, "PASS"),
        # moto gives each interface an association, if without an address: a private
        # one cannot be told.
        ("aws-ec2-instance-public-ip", good, "UNKNOWN"),
        ("aws-ec2-instance-public-ip", bad, "FAIL"),
        ("aws-ec2-instance-public-with-profile", good, "UNKNOWN"),
        ("aws-ec2-instance-public-with-profile", bad, "PASS"),
        ("aws-ec2-instance-detailed-monitoring", good, "PASS"),
        ("aws-ec2-instance-detailed-monitoring", bad, "FAIL"),
        ("aws-ec2-instance-single-interface", good, "PASS"),
        ("aws-ec2-instance-single-interface", closed, "FAIL"),
        ("aws-ec2-instance-paravirtual", good, "PASS"),
        ("aws-ec2-instance-stopped", good, "PASS"),
        ("aws-ec2-instance-stopped", stopped, "PASS"),
        ("aws-ec2-instance-age", good, "PASS"),
        ("aws-ec2-instance-age", stopped, "NOT_APPLICABLE"),
        ("aws-ec2-volume-encryption", sealed, "PASS"),
        ("aws-ec2-volume-encryption", plain, "FAIL"),
        ("aws-ec2-volume-snapshot", sealed, "PASS"),
        ("aws-ec2-volume-snapshot", lonely, "FAIL"),
        ("aws-ec2-snapshot-encryption", kept, "PASS"),
        ("aws-ec2-snapshot-encryption", open_copy, "FAIL"),
        ("aws-ec2-image-public", private, "PASS"),
        ("aws-ec2-image-public", public, "FAIL"),
        ("aws-ec2-launch-template-public-ip", tight, "PASS"),
        ("aws-ec2-launch-template-public-ip", loose, "FAIL"),
        ("aws-ec2-launch-template-encryption", tight, "PASS"),
        ("aws-ec2-launch-template-encryption", loose, "FAIL"),
        ("aws-ec2-launch-template-encryption", covered, "PASS"),
        ("aws-ec2-launch-template-imdsv2", tight, "PASS"),
        ("aws-ec2-launch-template-imdsv2", loose, "FAIL"),
        ("aws-ec2-ebs-default-encryption", "us-east-1", "FAIL"),
        ("aws-ec2-ebs-default-encryption", "eu-west-1", "PASS"),
    ]
