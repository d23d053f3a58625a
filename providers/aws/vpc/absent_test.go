package vpc

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func known[T any](k inventory.Known[T]) bool {
	_, hidden := k.Gap()
	return !hidden
}

// What an answer may leave out, and what it may not: whatever is absent and is
// not said to mean something is hidden.
func TestAbsentParts(t *testing.T) {
	rule := types.IpPermission{IpProtocol: new("-1")}
	from := func(p types.IpPermission) bool { return known(rules([]types.IpPermission{p})) }
	cidr, list, group, nameless := rule, rule, rule, rule
	cidr.IpRanges = []types.IpRange{{CidrIp: new("10.0.0.0/8")}}
	list.PrefixListIds = []types.PrefixListId{{}}
	group.UserIdGroupPairs = []types.UserIdGroupPair{{GroupId: new("sg-1")}, {}}
	nameless.Ipv6Ranges = []types.Ipv6Range{{}}

	entry := types.NetworkAclEntry{RuleNumber: new(int32(1)), Egress: new(false), Protocol: new("-1"), CidrBlock: new("0.0.0.0/0"), RuleAction: types.RuleActionAllow}
	silent := entry
	silent.RuleAction = ""

	local := types.Route{DestinationCidrBlock: new("10.0.0.0/8"), GatewayId: new("local"), State: types.RouteStateActive}
	astray, gone := local, local
	astray.GatewayId = nil
	gone.GatewayId, gone.State = nil, types.RouteStateBlackhole

	eni := types.NetworkInterface{InterfaceType: types.NetworkInterfaceTypeInterface, RequesterManaged: new(false)}
	with := func(a types.NetworkInterfaceAssociation) types.NetworkInterface {
		n := eni
		n.PrivateIpAddresses = []types.NetworkInterfacePrivateIpAddress{{Association: &a}}
		return n
	}
	nat, odd := eni, eni
	nat.InterfaceType = types.NetworkInterfaceTypeNatGateway
	odd.Groups = []types.GroupIdentifier{{GroupId: new("sg-1")}, {}}

	for name, tc := range map[string]struct{ got, want bool }{
		"a group without rules":           {known(rules(nil)), true},
		"a rule with a range":             {from(cidr), true},
		"a rule without sources":          {from(rule), false},
		"a prefix list without an id":     {from(list), false},
		"a group without an id":           {from(group), false},
		"a range that is not told":        {from(nameless), false},
		"an ACL without entries":          {known(aclEntries(nil)), false},
		"an ACL with an entry":            {known(aclEntries([]types.NetworkAclEntry{entry})), true},
		"an entry without an action":      {known(aclEntries([]types.NetworkAclEntry{entry, silent})), false},
		"an ACL of no subnet":             {known(aclSubnets(nil)), true},
		"an ACL of a subnet without name": {known(aclSubnets([]types.NetworkAclAssociation{{}})), false},
		"a table without routes":          {known(routes(nil)), false},
		"a table with a route":            {known(routes([]types.Route{local})), true},
		"a route to nowhere":              {known(routes([]types.Route{local, astray})), false},
		"a route to what is gone":         {known(routes([]types.Route{local, gone})), true},
		"a table of no subnet":            {known(associations(nil)), true},
		"an association with nothing":     {known(associations([]types.RouteTableAssociation{{Main: new(false)}})), false},
		"the main association":            {known(associations([]types.RouteTableAssociation{{Main: new(true)}})), true},
		"an interface without addresses":  {known(associated(eni)), true},
		"an association without address":  {known(associated(with(types.NetworkInterfaceAssociation{}))), false},
		"an address of the carrier's":     {known(associated(with(types.NetworkInterfaceAssociation{CarrierIp: new("155.146.0.1")}))), true},
		"a public address":                {known(associated(with(types.NetworkInterfaceAssociation{PublicIp: new("3.0.0.1")}))), true},
		"an interface without groups":     {known(groupsOf(eni)), false},
		"a NAT gateway's without groups":  {known(groupsOf(nat)), true},
		"an interface's group without id": {known(groupsOf(odd)), false},
		"an IKE version without a value":  {known(ikeVersions([]types.IKEVersionsListValue{{Value: new("ikev2")}, {}})), false},
		"a peer without a block":          {known(peeringSide(&types.VpcPeeringConnectionVpcInfo{VpcId: new("vpc-1")}).IPv4), false},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: known %t, want %t", name, tc.got, tc.want)
		}
	}
}

// Rows that do not say what they belong to may belong to anything.
func TestAbsentKeys(t *testing.T) {
	var e awsfake.Estate
	only(&e, func(*ec2.DescribeRouteTablesInput) (*ec2.DescribeRouteTablesOutput, error) {
		local := []types.Route{{DestinationCidrBlock: new("10.0.0.0/8"), GatewayId: new("local"), State: types.RouteStateActive}}
		return &ec2.DescribeRouteTablesOutput{RouteTables: []types.RouteTable{{RouteTableId: new("rtb-1"), Routes: local, Associations: []types.RouteTableAssociation{{Main: new(true)}}}}}, nil
	})
	only(&e, func(*ec2.DescribeVpcBlockPublicAccessExclusionsInput) (*ec2.DescribeVpcBlockPublicAccessExclusionsOutput, error) {
		return &ec2.DescribeVpcBlockPublicAccessExclusionsOutput{VpcBlockPublicAccessExclusions: []types.VpcBlockPublicAccessExclusion{{ExclusionId: new("x-1")}}}, nil
	})
	only(&e, func(*ec2.DescribeVpcPeeringConnectionsInput) (*ec2.DescribeVpcPeeringConnectionsOutput, error) {
		return &ec2.DescribeVpcPeeringConnectionsOutput{VpcPeeringConnections: []types.VpcPeeringConnection{{VpcPeeringConnectionId: new("pcx-1"),
			RequesterVpcInfo: &types.VpcPeeringConnectionVpcInfo{CidrBlock: new("10.0.0.0/16")},
			AccepterVpcInfo:  &types.VpcPeeringConnectionVpcInfo{VpcId: new("vpc-2"), CidrBlock: new("10.1.0.0/16")}}}}, nil
	})
	only(&e, func(*ec2.DescribeSecurityGroupsInput) (*ec2.DescribeSecurityGroupsOutput, error) {
		return &ec2.DescribeSecurityGroupsOutput{SecurityGroups: []types.SecurityGroup{{GroupId: new("sg-1")}}}, nil
	})
	inv := awstest.Collect(t, &e, RouteTables, Exclusions, Peerings, SecurityGroups)
	const region = "eu-central-1"
	if known(TableOf(inv, region, "subnet-1", "vpc-1")) || known(TableOf(inv, region, "", "vpc-1")) {
		t.Error("a table that does not tell its VPC is taken for another's")
	}
	if known(excluded(inv, &Subnet{Resource: inventory.Resource{ID: "subnet-1", Region: region}, VPCID: "vpc-1"})) {
		t.Error("an exclusion of something unknown is taken for one of something else")
	}
	if p := awstest.Rows(t, inv, Peerings)[0]; known(p.Requester.IPv4) || known(p.Accepter.IPv4) {
		t.Error("which of two VPCs is the peer is taken for known")
	}
	if g := SecurityGroups.ByID(inv, region, "sg-1"); known(g) {
		t.Error("a group that may be the default one is taken for another")
	}
}
