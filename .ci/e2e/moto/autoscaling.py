"""Auto Scaling groups and launch configurations, good and bad, in a moto server."""

NOT_JUDGED = {}


def fill(client):
    scaling, ec2 = client("autoscaling"), client("ec2")
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    template = ec2.create_launch_template(LaunchTemplateName="web", LaunchTemplateData={"ImageId": image, "InstanceType": "m7g.large"})["LaunchTemplate"]["LaunchTemplateId"]
    vpc = ec2.create_vpc(CidrBlock="10.8.0.0/16")["Vpc"]["VpcId"]
    a, b = (ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.8.{n}.0/24", AvailabilityZone=z)["Subnet"]["SubnetId"] for n, z in enumerate(("us-east-1a", "us-east-1b")))
    target = client("elbv2").create_target_group(Name="web", Protocol="HTTP", Port=80, VpcId=vpc)["TargetGroups"][0]["TargetGroupArn"]

    def configuration(name, **kwargs):
        scaling.create_launch_configuration(LaunchConfigurationName=name, ImageId=image, InstanceType="t3.micro", **kwargs)

    configuration("tight", AssociatePublicIpAddress=False, MetadataOptions={"HttpTokens": "required"})
    configuration("loose", AssociatePublicIpAddress=True)

    def group(name, **kwargs):
        scaling.create_auto_scaling_group(AutoScalingGroupName=name, MinSize=0, MaxSize=2, **kwargs)

    mixed = {
        "LaunchTemplate": {
            "LaunchTemplateSpecification": {"LaunchTemplateId": template, "Version": "$Default"},
            "Overrides": [{"InstanceType": "m7g.large"}, {"InstanceType": "m6g.large"}],
        },
    }
    group("good", VPCZoneIdentifier=f"{a},{b}", MixedInstancesPolicy=mixed, TargetGroupARNs=[target], HealthCheckType="ELB", HealthCheckGracePeriod=60)
    group("bad", VPCZoneIdentifier=a, LaunchConfigurationName="loose", TargetGroupARNs=[target], HealthCheckType="EC2")
    group("alone", VPCZoneIdentifier=a, LaunchTemplate={"LaunchTemplateId": template, "Version": "$Default"})
    return [
        ("aws-autoscaling-group-health-check", "good", "PASS"),
        ("aws-autoscaling-group-health-check", "bad", "FAIL"),
        ("aws-autoscaling-group-health-check", "alone", "NOT_APPLICABLE"),
        ("aws-autoscaling-group-zones", "good", "PASS"),
        ("aws-autoscaling-group-zones", "bad", "FAIL"),
        ("aws-autoscaling-group-instance-types", "good", "PASS"),
        ("aws-autoscaling-group-instance-types", "alone", "FAIL"),
        ("aws-autoscaling-group-launch-template", "good", "PASS"),
        ("aws-autoscaling-group-launch-template", "alone", "PASS"),
        ("aws-autoscaling-group-launch-template", "bad", "FAIL"),
        ("aws-autoscaling-launch-configuration-imdsv2", "tight", "PASS"),
        ("aws-autoscaling-launch-configuration-imdsv2", "loose", "FAIL"),
        ("aws-autoscaling-launch-configuration-public-ip", "tight", "PASS"),
        ("aws-autoscaling-launch-configuration-public-ip", "loose", "FAIL"),
    ]
