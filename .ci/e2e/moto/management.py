"""The management account of an organization, with a machine in it."""

NOT_JUDGED = {}


def fill(client):
    client("organizations").create_organization(FeatureSet="ALL")
    ec2 = client("ec2")
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1)
    return [("aws-organizations-management-workloads", "123456789012", "FAIL")]
