"""Security groups, ACLs, routes, flow logs, endpoints and VPNs, good and bad, in a moto server."""

NOT_JUDGED = {
    "aws-ec2-client-vpn-logging": "moto has no Client VPN endpoints",
    "aws-vpc-block-public-access": "moto does not know VPC Block Public Access",
    "aws-vpc-vpn-ikev2": "moto's VPN connections have no tunnel options",
    "aws-vpc-vpn-logging": "moto's VPN connections have no tunnel options",
    "aws-vpc-vpn-tunnels-up": "moto's VPN connections have no telemetry",
}

ANYWHERE = [{"CidrIp": "0.0.0.0/0"}]


def fill(client):
    ec2, expect = client("ec2"), []

    def say(check, resource, verdict):
        expect.append((check, resource, verdict))

    # The default VPC, as AWS makes it, and one that is looked after.
    old = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
    vpc = ec2.create_vpc(CidrBlock="10.7.0.0/16")["Vpc"]["VpcId"]
    empty = ec2.create_vpc(CidrBlock="10.8.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.7.0.0/24")["Subnet"]["SubnetId"]
    public = ec2.create_subnet(VpcId=vpc, CidrBlock="10.7.1.0/24")["Subnet"]["SubnetId"]
    ec2.modify_subnet_attribute(SubnetId=public, MapPublicIpOnLaunch={"Value": True})
    say("aws-vpc-subnet-public-ip", subnet, "PASS")
    say("aws-vpc-subnet-public-ip", public, "FAIL")

    # Flow logs.
    client("s3").create_bucket(Bucket="orchard-flow-logs")
    log = lambda ids, kind, traffic: ec2.create_flow_logs(
        ResourceIds=ids, ResourceType=kind, TrafficType=traffic, LogDestinationType="s3", LogDestination="arn:aws:s3:::orchard-flow-logs")
    log([vpc], "VPC", "ALL")
    log([empty], "VPC", "ACCEPT")
    say("aws-vpc-flow-logs", vpc, "PASS")
    say("aws-vpc-flow-logs", empty, "FAIL")
    say("aws-vpc-flow-logs", old, "FAIL")

    groups(ec2, vpc, subnet, say)
    acls(ec2, vpc, public, say)
    peering(ec2, vpc, empty, say)
    gateways(ec2, say)
    services(ec2, client("elbv2"), subnet, say)

    # Endpoints: only where something runs.
    for service in ("ec2", "ecr.api", "ecr.dkr", "ssm", "ssm-contacts", "ssm-incidents"):
        ec2.create_vpc_endpoint(VpcId=vpc, VpcEndpointType="Interface", ServiceName=f"com.amazonaws.us-east-1.{service}", SubnetIds=[subnet])
        check = "aws-ec2-endpoint-" + service.replace(".dkr", ".docker").replace(".", "-")
        say(check, vpc, "PASS")
        say(check, empty, "NOT_APPLICABLE")
    return expect


def groups(ec2, vpc, subnet, say):
    def group(name, *rules, where=vpc):
        g = ec2.create_security_group(GroupName=name, Description=name, VpcId=where)["GroupId"]
        if rules:
            ec2.authorize_security_group_ingress(GroupId=g, IpPermissions=list(rules))
        return g

    def tcp(port, **source):
        return {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, **(source or {"IpRanges": ANYWHERE})}

    anywhere = ec2.create_managed_prefix_list(PrefixListName="anywhere", MaxEntries=2, AddressFamily="IPv4", Entries=[{"Cidr": "0.0.0.0/1"}, {"Cidr": "128.0.0.0/1"}])
    office = ec2.create_managed_prefix_list(PrefixListName="office", MaxEntries=1, AddressFamily="IPv4", Entries=[{"Cidr": "198.51.100.0/24"}])
    by = lambda answer: {"PrefixListIds": [{"PrefixListId": answer["PrefixList"]["PrefixListId"]}]}
    web = group("web", tcp(80), tcp(443))
    ssh = group("ssh", tcp(22))
    halves = group("halves", tcp(3306, IpRanges=[{"CidrIp": "0.0.0.0/1"}, {"CidrIp": "128.0.0.0/1"}]))
    listed = group("listed", tcp(6379, **by(anywhere)))
    desk = group("desk", tcp(22, **by(office)))
    shares = group("shares", tcp(445, Ipv6Ranges=[{"CidrIpv6": "::/0"}]))
    everything = group("everything", {"IpProtocol": "-1", "IpRanges": ANYWHERE})
    behind = group("behind", {"IpProtocol": "tcp", "FromPort": 8443, "ToPort": 8443, "UserIdGroupPairs": [{"GroupId": web}]})
    interface = ec2.create_network_interface(SubnetId=subnet, Groups=[ssh])["NetworkInterface"]["NetworkInterfaceId"]
    router = ec2.create_network_interface(SubnetId=subnet, Groups=[behind])["NetworkInterface"]["NetworkInterfaceId"]
    ec2.modify_network_interface_attribute(NetworkInterfaceId=router, SourceDestCheck={"Value": False})

    for check, bad, good in [
        ("aws-ec2-security-group-admin-ports", (ssh, everything), (web, desk, halves)),
        ("aws-ec2-security-group-high-risk-ports", (ssh, halves, shares), (web, listed, desk)),
        ("aws-ec2-security-group-data-ports", (listed, everything), (web, ssh, desk)),
        ("aws-ec2-security-group-cifs", (shares, everything), (web, ssh)),
        ("aws-ec2-security-group-authorized-ports", (ssh, halves, listed, shares, everything), (web, desk, behind)),
        ("aws-ec2-security-group-all-ports", (everything,), (web, ssh, halves)),
        ("aws-ec2-security-group-unused", (halves, listed), (ssh, web, behind)),
    ]:
        for g in bad:
            say(check, g, "FAIL")
        for g in good:
            say(check, g, "PASS")
    say("aws-ec2-internet-exposure", interface, "PASS")
    say("aws-ec2-interface-source-dest-check", interface, "PASS")
    say("aws-ec2-interface-source-dest-check", router, "FAIL")

    default = ec2.describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [vpc]}, {"Name": "group-name", "Values": ["default"]}])["SecurityGroups"][0]
    for direction, rules in (("ingress", default["IpPermissions"]), ("egress", default["IpPermissionsEgress"])):
        if rules:
            getattr(ec2, "revoke_security_group_" + direction)(GroupId=default["GroupId"], IpPermissions=rules)
    say("aws-vpc-default-security-group-closed", default["GroupId"], "PASS")
    say("aws-vpc-default-security-group-closed", web, "NOT_APPLICABLE")


def acls(ec2, vpc, subnet, say):
    def acl(*entries):
        a = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
        for number, action, port in entries:
            ec2.create_network_acl_entry(
                NetworkAclId=a, RuleNumber=number, Protocol="6", RuleAction=action, Egress=False, CidrBlock="0.0.0.0/0",
                PortRange={"From": port or 0, "To": port or 65535})
        return a

    guarded = acl((10, "deny", 22), (20, "deny", 3389), (100, "allow", None))
    late = acl((10, "allow", None), (100, "deny", 22), (110, "deny", 3389))
    say("aws-ec2-network-acl-admin-ports", guarded, "PASS")
    say("aws-ec2-network-acl-admin-ports", late, "FAIL")
    bound = ec2.describe_network_acls(Filters=[{"Name": "association.subnet-id", "Values": [subnet]}])["NetworkAcls"][0]
    association = [a for a in bound["Associations"] if a["SubnetId"] == subnet][0]["NetworkAclAssociationId"]
    ec2.replace_network_acl_association(AssociationId=association, NetworkAclId=guarded)
    say("aws-ec2-network-acl-unused", guarded, "PASS")
    say("aws-ec2-network-acl-unused", late, "FAIL")


def peering(ec2, vpc, peer, say):
    pcx = ec2.create_vpc_peering_connection(VpcId=vpc, PeerVpcId=peer)["VpcPeeringConnection"]["VpcPeeringConnectionId"]
    ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=pcx)
    for destination, verdict in (("10.8.0.0/16", "FAIL"), ("10.8.3.0/24", "PASS"), (None, "NOT_APPLICABLE")):
        table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
        if destination:
            ec2.create_route(RouteTableId=table, DestinationCidrBlock=destination, VpcPeeringConnectionId=pcx)
        say("aws-vpc-peering-routes", table, verdict)


def gateways(ec2, say):
    for auto, verdict in (("disable", "PASS"), ("enable", "FAIL")):
        tgw = ec2.create_transit_gateway(Options={"AutoAcceptSharedAttachments": auto})["TransitGateway"]["TransitGatewayId"]
        say("aws-ec2-transit-gateway-auto-accept", tgw, verdict)
    idle = ec2.allocate_address(Domain="vpc")["AllocationId"]
    say("aws-ec2-address-unassociated", idle, "FAIL")


def services(ec2, elbv2, subnet, say):
    for name, principal, verdict in (("orchard-all", "*", "FAIL"), ("orchard-one", "arn:aws:iam::222233334444:root", "PASS")):
        balancer = elbv2.create_load_balancer(Name=name, Type="network", Scheme="internal", Subnets=[subnet])["LoadBalancers"][0]["LoadBalancerArn"]
        service = ec2.create_vpc_endpoint_service_configuration(AcceptanceRequired=True, NetworkLoadBalancerArns=[balancer])
        service = service["ServiceConfiguration"]["ServiceId"]
        ec2.modify_vpc_endpoint_service_permissions(ServiceId=service, AddAllowedPrincipals=[principal])
        say("aws-vpc-endpoint-service-principals", service, verdict)
