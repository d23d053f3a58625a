package demo

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
)

// The shop's VPC in Frankfurt, with a public subnet for what faces the
// internet and two private ones; the lab's in Virginia, with one public subnet
// for everything; and the VPCs that AWS makes, where nobody deleted them.
const (
	shopVPC  = "vpc-0shop000000000001"
	labVPC   = "vpc-0lab0000000000001"
	shopWeb  = "subnet-0shopw000000001"
	shopA    = "subnet-0shopa000000001"
	shopB    = "subnet-0shopb000000001"
	labA     = "subnet-0laba0000000001"
	labQuiet = "subnet-0labq0000000001"

	partnerPeering = "pcx-0shoppartner00001"
	labPeering     = "pcx-0labdefault000001"
)

var (
	shopHome = place{Shop, frankfurt}
	labHome  = place{Lab, virginia}
)

// defaultVPCs are the places where AWS's own VPC is still there.
var defaultVPCs = map[place]string{
	{Shop, sydney}: "vpc-0defaults00000001", {Lab, virginia}: "vpc-0defaultv00000002",
	{Lab, frankfurt}: "vpc-0defaultf00000002", {Lab, sydney}: "vpc-0defaults00000002",
}

func named(name string) []types.Tag { return []types.Tag{{Key: new("Name"), Value: &name}} }

// in adds to what a listing gives in the places with a default VPC.
func in[T any](own map[place][]T, standard func(p place, vpc string) []T) map[place][]T {
	all := map[place][]T{}
	for p, rows := range own {
		all[p] = append(all[p], rows...)
	}
	for p, vpc := range defaultVPCs {
		all[p] = append(all[p], standard(p, vpc)...)
	}
	return all
}

// lastOf is the id of a thing in a default VPC.
func lastOf(kind, vpc string) *string { return new(kind + strings.TrimPrefix(vpc, "vpc-")) }

var vpcs = in(map[place][]types.Vpc{
	shopHome: {{VpcId: new(shopVPC), CidrBlock: new("10.20.0.0/16"), State: types.VpcStateAvailable, OwnerId: new(Shop), IsDefault: new(false), Tags: named("shop")}},
	labHome:  {{VpcId: new(labVPC), CidrBlock: new("10.40.0.0/16"), State: types.VpcStateAvailable, OwnerId: new(Lab), IsDefault: new(false), Tags: named("lab")}},
}, func(p place, vpc string) []types.Vpc {
	return []types.Vpc{{VpcId: &vpc, CidrBlock: new("172.31.0.0/16"), State: types.VpcStateAvailable, OwnerId: &p.account, IsDefault: new(true)}}
})

func subnet(p place, id, vpc, cidr string, public bool) types.Subnet {
	return types.Subnet{
		SubnetId: &id, VpcId: &vpc, CidrBlock: &cidr, OwnerId: &p.account, State: types.SubnetStateAvailable,
		SubnetArn:           new("arn:aws:ec2:" + p.region + ":" + p.account + ":subnet/" + id),
		MapPublicIpOnLaunch: &public, AssignIpv6AddressOnCreation: new(false), AvailabilityZone: new(p.region + "a"),
		BlockPublicAccessStates: &types.BlockPublicAccessStates{InternetGatewayBlockMode: types.BlockPublicAccessModeOff},
	}
}

var subnets = in(map[place][]types.Subnet{
	shopHome: {
		subnet(shopHome, shopWeb, shopVPC, "10.20.0.0/24", false), subnet(shopHome, shopA, shopVPC, "10.20.1.0/24", false),
		subnet(shopHome, shopB, shopVPC, "10.20.2.0/24", false),
	},
	labHome: {subnet(labHome, labA, labVPC, "10.40.0.0/24", true), subnet(labHome, labQuiet, labVPC, "10.40.1.0/24", false)},
}, func(p place, vpc string) []types.Subnet {
	return []types.Subnet{subnet(p, *lastOf("subnet-", vpc), vpc, "172.31.0.0/20", true)}
})

func from(cidrs ...string) (all []types.IpRange) {
	for _, c := range cidrs {
		all = append(all, types.IpRange{CidrIp: &c})
	}
	return all
}

func tcp(port int32, cidrs ...string) types.IpPermission {
	return types.IpPermission{IpProtocol: new("tcp"), FromPort: &port, ToPort: &port, IpRanges: from(cidrs...)}
}

func ofGroup(p types.IpPermission, group string) types.IpPermission {
	p.UserIdGroupPairs = []types.UserIdGroupPair{{GroupId: &group}}
	return p
}

func ofList(p types.IpPermission, list string) types.IpPermission {
	p.PrefixListIds = []types.PrefixListId{{PrefixListId: &list}}
	return p
}

func group(p place, id, name, vpc string, rules ...types.IpPermission) types.SecurityGroup {
	return types.SecurityGroup{
		GroupId: &id, GroupName: &name, VpcId: &vpc, OwnerId: &p.account, IpPermissions: rules,
		SecurityGroupArn:    new("arn:aws:ec2:" + p.region + ":" + p.account + ":security-group/" + id),
		IpPermissionsEgress: []types.IpPermission{{IpProtocol: new("-1"), IpRanges: from("0.0.0.0/0")}},
	}
}

func closed(g types.SecurityGroup) types.SecurityGroup {
	g.IpPermissions, g.IpPermissionsEgress = nil, nil
	return g
}

var groups = in(map[place][]types.SecurityGroup{
	shopHome: {
		closed(group(shopHome, "sg-0shopdefault000001", "default", shopVPC)),
		group(shopHome, "sg-0shopweb0000000001", "shop-web", shopVPC, tcp(80, "0.0.0.0/0"), tcp(443, "0.0.0.0/0")),
		group(shopHome, "sg-0shopapp0000000001", "shop-app", shopVPC, ofGroup(tcp(8443), "sg-0shopweb0000000001")),
		group(shopHome, "sg-0shopdb00000000001", "shop-db", shopVPC, ofGroup(tcp(3306), "sg-0shopapp0000000001")),
		group(shopHome, "sg-0shopadmin00000001", "shop-admin", shopVPC, ofList(tcp(22), "pl-0offices00000000001")),
		group(shopHome, "sg-0shopold0000000001", "shop-migration-2023", shopVPC, tcp(22, "0.0.0.0/0"), tcp(3306, "0.0.0.0/0")),
		group(shopHome, "sg-0shopedge000000001", "shop-edge", shopVPC, ofList(tcp(443), "pl-0cloudfront0000000")),
	},
	labHome: {
		group(labHome, "sg-0labdefault0000001", "default", labVPC, types.IpPermission{IpProtocol: new("-1"), IpRanges: from("0.0.0.0/0")}),
		group(labHome, "sg-0labssh00000000001", "lab-ssh", labVPC, tcp(22, "0.0.0.0/1", "128.0.0.0/1")),
		group(labHome, "sg-0labredis000000001", "lab-redis", labVPC, tcp(6379, "0.0.0.0/0"), tcp(445, "0.0.0.0/0")),
		group(labHome, "sg-0labcloud000000001", "lab-from-cloud", labVPC, tcp(3389, "52.0.0.0/8")),
		group(labHome, "sg-0labanywhere000001", "lab-anywhere", labVPC, ofList(tcp(8888), "pl-0anywhere0000000001")),
	},
}, func(p place, vpc string) []types.SecurityGroup {
	id := *lastOf("sg-", vpc)
	return []types.SecurityGroup{group(p, id, "default", vpc, ofGroup(types.IpPermission{IpProtocol: new("-1")}, id))}
})

var prefixLists = map[place][]types.ManagedPrefixList{
	shopHome: {
		{PrefixListId: new("pl-0offices00000000001"), PrefixListName: new("offices"), OwnerId: new(Shop), PrefixListArn: new("arn:aws:ec2:eu-central-1:" + Shop + ":prefix-list/pl-0offices00000000001")},
		{PrefixListId: new("pl-0cloudfront0000000"), PrefixListName: new("com.amazonaws.global.cloudfront.origin-facing"), OwnerId: new("AWS"), PrefixListArn: new("arn:aws:ec2:eu-central-1:aws:prefix-list/pl-0cloudfront0000000")},
	},
	labHome: {{PrefixListId: new("pl-0anywhere0000000001"), PrefixListName: new("anywhere"), OwnerId: new(Lab), PrefixListArn: new("arn:aws:ec2:us-east-1:" + Lab + ":prefix-list/pl-0anywhere0000000001")}},
}

var prefixEntries = map[string][]string{
	"pl-0offices00000000001": {"198.51.100.0/24", "203.0.113.0/24"},
	"pl-0anywhere0000000001": {"0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/1"},
}

func entry(number int32, egress, allow bool, protocol, cidr string, ports ...int32) types.NetworkAclEntry {
	e := types.NetworkAclEntry{RuleNumber: &number, Egress: &egress, Protocol: &protocol, CidrBlock: &cidr, RuleAction: types.RuleActionDeny}
	if allow {
		e.RuleAction = types.RuleActionAllow
	}
	if len(ports) == 2 {
		e.PortRange = &types.PortRange{From: &ports[0], To: &ports[1]}
	}
	return e
}

// acl is a network ACL that lets everything through but for what is put first.
func acl(p place, id, vpc string, standard bool, subnets []string, first ...types.NetworkAclEntry) types.NetworkAcl {
	a := types.NetworkAcl{NetworkAclId: &id, VpcId: &vpc, OwnerId: &p.account, IsDefault: &standard}
	for _, s := range subnets {
		a.Associations = append(a.Associations, types.NetworkAclAssociation{SubnetId: &s, NetworkAclId: &id})
	}
	for _, egress := range []bool{false, true} {
		a.Entries = append(a.Entries, entry(100, egress, true, "-1", "0.0.0.0/0"), entry(32767, egress, false, "-1", "0.0.0.0/0"))
	}
	a.Entries = append(a.Entries, first...)
	return a
}

var acls = in(map[place][]types.NetworkAcl{
	shopHome: {
		acl(shopHome, "acl-0shopdefault00001", shopVPC, true, []string{shopA, shopB}),
		acl(shopHome, "acl-0shopweb00000001", shopVPC, false, []string{shopWeb}, entry(10, false, true, "6", "198.51.100.0/24", 22, 22),
			entry(20, false, false, "6", "0.0.0.0/0", 22, 22), entry(30, false, false, "-1", "0.0.0.0/0", 3389, 3389)),
	},
	labHome: {
		acl(labHome, "acl-0labdefault000001", labVPC, true, []string{labA}),
		acl(labHome, "acl-0labquiet00000001", labVPC, false, []string{labQuiet}),
		acl(labHome, "acl-0lableftover00001", labVPC, false, nil, entry(50, false, false, "6", "0.0.0.0/0", 22, 22)),
	},
}, func(p place, vpc string) []types.NetworkAcl {
	return []types.NetworkAcl{acl(p, *lastOf("acl-", vpc), vpc, true, []string{*lastOf("subnet-", vpc)})}
})

func route(cidr, target string) types.Route {
	r := types.Route{DestinationCidrBlock: &cidr, State: types.RouteStateActive}
	switch {
	case strings.HasPrefix(target, "pcx-"):
		r.VpcPeeringConnectionId = &target
	case strings.HasPrefix(target, "nat-"):
		r.NatGatewayId = &target
	default:
		r.GatewayId = &target
	}
	return r
}

func table(p place, id, vpc string, subnets []string, routes ...types.Route) types.RouteTable {
	t := types.RouteTable{RouteTableId: &id, VpcId: &vpc, OwnerId: &p.account, Routes: append(routes, route("10.0.0.0/8", "local"))}
	for _, s := range subnets {
		t.Associations = append(t.Associations, types.RouteTableAssociation{SubnetId: &s, Main: new(false)})
	}
	if len(subnets) == 0 {
		t.Associations = []types.RouteTableAssociation{{Main: new(true)}}
	}
	return t
}

var tables = in(map[place][]types.RouteTable{
	shopHome: {
		table(shopHome, "rtb-0shopmain00000001", shopVPC, nil, route("0.0.0.0/0", "nat-0shop0000000000001"), route("10.30.7.0/24", partnerPeering)),
		table(shopHome, "rtb-0shopweb000000001", shopVPC, []string{shopWeb}, route("0.0.0.0/0", "igw-0shop0000000000001")),
	},
	labHome: {
		table(labHome, "rtb-0labmain000000001", labVPC, nil, route("0.0.0.0/0", "igw-0lab00000000000001"), route("172.31.0.0/16", labPeering)),
		table(labHome, "rtb-0labquiet00000001", labVPC, []string{labQuiet}),
	},
}, func(p place, vpc string) []types.RouteTable {
	return []types.RouteTable{table(p, *lastOf("rtb-", vpc), vpc, nil, route("0.0.0.0/0", *lastOf("igw-", vpc)))}
})

// A nic is a network interface of the company.
type nic struct {
	id, subnet, vpc, public, instance, requester, about string
	kind                                                types.NetworkInterfaceType
	groups                                              []string
	forwards                                            bool // its source/destination check is off
}

var nics = map[place][]nic{
	shopHome: {
		{id: "eni-0shopalb000000001", subnet: shopWeb, vpc: shopVPC, public: "203.0.113.21", requester: "amazon-elb", about: "ELB app/larkspur-shop/0123456789abcdef", groups: []string{"sg-0shopweb0000000001"}},
		{id: "eni-0shopnat000000001", subnet: shopWeb, vpc: shopVPC, public: "203.0.113.22", requester: "111122223333", about: "Interface for NAT Gateway nat-0shop0000000000001", kind: types.NetworkInterfaceTypeNatGateway, forwards: true},
		{id: "eni-0shopbastion00001", subnet: shopWeb, vpc: shopVPC, public: "203.0.113.20", instance: "i-0shopbastion00001", groups: []string{"sg-0shopadmin00000001"}},
		{id: "eni-0shopweb000000001", subnet: shopA, vpc: shopVPC, instance: "i-0shopweb000000001", groups: []string{"sg-0shopapp0000000001"}},
		{id: "eni-0shopweb000000002", subnet: shopB, vpc: shopVPC, instance: "i-0shopweb000000002", groups: []string{"sg-0shopapp0000000001"}},
		{id: "eni-0shopdb0000000001", subnet: shopB, vpc: shopVPC, requester: "amazon-rds", about: "RDSNetworkInterface", groups: []string{"sg-0shopdb00000000001"}},
	},
	labHome: {
		{id: "eni-0labbuild00000001", subnet: labA, vpc: labVPC, public: "198.51.100.7", instance: "i-0labbuild00000001", groups: []string{"sg-0labdefault0000001", "sg-0labssh00000000001"}},
		{id: "eni-0labbuild00000002", subnet: labA, vpc: labVPC, public: "198.51.100.8", instance: "i-0labbuild00000001", groups: []string{"sg-0labanywhere000001", "sg-0labcloud000000001"}},
		{id: "eni-0labmodels0000001", subnet: labQuiet, vpc: labVPC, instance: "i-0labmodels0000001", groups: []string{"sg-0labredis000000001"}, forwards: true},
	},
}

func (n nic) out(account string) types.NetworkInterface {
	o := types.NetworkInterface{
		NetworkInterfaceId: &n.id, SubnetId: &n.subnet, VpcId: &n.vpc, OwnerId: &account, Description: &n.about,
		InterfaceType: types.NetworkInterfaceTypeInterface, Status: types.NetworkInterfaceStatusInUse,
		RequesterManaged: new(n.requester != ""), SourceDestCheck: new(!n.forwards),
	}
	if n.kind != "" {
		o.InterfaceType = n.kind
	}
	if n.requester != "" {
		o.RequesterId = &n.requester
	}
	if n.public != "" {
		o.Association = &types.NetworkInterfaceAssociation{PublicIp: &n.public}
	}
	if n.instance != "" {
		o.Attachment = &types.NetworkInterfaceAttachment{InstanceId: &n.instance, Status: types.AttachmentStatusAttached}
	}
	for _, g := range n.groups {
		o.Groups = append(o.Groups, types.GroupIdentifier{GroupId: &g})
	}
	return o
}

func vpcAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeVpcsInput) (*ec2.DescribeVpcsOutput, error) {
		page, next := awsfake.Page(vpcs[at(c)], in.NextToken, 1)
		return &ec2.DescribeVpcsOutput{Vpcs: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeSubnetsInput) (*ec2.DescribeSubnetsOutput, error) {
		page, next := awsfake.Page(subnets[at(c)], in.NextToken, 2)
		return &ec2.DescribeSubnetsOutput{Subnets: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeSecurityGroupsInput) (*ec2.DescribeSecurityGroupsOutput, error) {
		page, next := awsfake.Page(groups[at(c)], in.NextToken, 3)
		return &ec2.DescribeSecurityGroupsOutput{SecurityGroups: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeManagedPrefixListsInput) (*ec2.DescribeManagedPrefixListsOutput, error) {
		page, next := awsfake.Page(prefixLists[at(c)], in.NextToken, 1)
		return &ec2.DescribeManagedPrefixListsOutput{PrefixLists: page, NextToken: next}, nil
	})
	awsfake.On(e, func(_ awsfake.Call, in *ec2.GetManagedPrefixListEntriesInput) (*ec2.GetManagedPrefixListEntriesOutput, error) {
		page, next := awsfake.Page(prefixEntries[*in.PrefixListId], in.NextToken, 2)
		out := &ec2.GetManagedPrefixListEntriesOutput{NextToken: next}
		for _, cidr := range page {
			out.Entries = append(out.Entries, types.PrefixListEntry{Cidr: &cidr})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeNetworkAclsInput) (*ec2.DescribeNetworkAclsOutput, error) {
		page, next := awsfake.Page(acls[at(c)], in.NextToken, 2)
		return &ec2.DescribeNetworkAclsOutput{NetworkAcls: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeRouteTablesInput) (*ec2.DescribeRouteTablesOutput, error) {
		page, next := awsfake.Page(tables[at(c)], in.NextToken, 2)
		return &ec2.DescribeRouteTablesOutput{RouteTables: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeNetworkInterfacesInput) (*ec2.DescribeNetworkInterfacesOutput, error) {
		page, next := awsfake.Page(nics[at(c)], in.NextToken, 3)
		out := &ec2.DescribeNetworkInterfacesOutput{NextToken: next}
		for _, n := range page {
			out.NetworkInterfaces = append(out.NetworkInterfaces, n.out(c.Account))
		}
		return out, nil
	})
	gatewayAnswers(e)
}
