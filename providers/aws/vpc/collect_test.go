package vpc

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// only answers in one region, with nothing in the others.
func only[In, Out any](e *awsfake.Estate, f func(*In) (*Out, error)) {
	awsfake.On(e, func(c awsfake.Call, in *In) (*Out, error) {
		if c.Region != "eu-central-1" {
			return new(Out), nil
		}
		return f(in)
	})
}

func TestSecurityGroups(t *testing.T) {
	var e awsfake.Estate
	tcp := func(from, to *int32) types.IpPermission {
		return types.IpPermission{IpProtocol: new("tcp"), FromPort: from, ToPort: to, IpRanges: []types.IpRange{{CidrIp: new("0.0.0.0/0")}}, PrefixListIds: []types.PrefixListId{{PrefixListId: new("pl-1")}}}
	}
	only(&e, func(in *ec2.DescribeSecurityGroupsInput) (*ec2.DescribeSecurityGroupsOutput, error) {
		if in.NextToken == nil {
			return &ec2.DescribeSecurityGroupsOutput{NextToken: new("2"), SecurityGroups: []types.SecurityGroup{{
				GroupId: new("sg-1"), GroupName: new("default"), OwnerId: new(awstest.Account), VpcId: new("vpc-1"),
				IpPermissions:       []types.IpPermission{tcp(new(int32(22)), new(int32(22))), {IpProtocol: new("-1"), UserIdGroupPairs: []types.UserIdGroupPair{{GroupId: new("sg-2")}}}},
				IpPermissionsEgress: []types.IpPermission{tcp(nil, nil)},
			}}}, nil
		}
		return &ec2.DescribeSecurityGroupsOutput{SecurityGroups: []types.SecurityGroup{{
			GroupId: new("sg-2"), GroupName: new("shared"), OwnerId: new("999988887777"),
			SecurityGroupArn: new("arn:aws:ec2:eu-central-1:999988887777:security-group/sg-2"),
		}}}, nil
	})
	inv := awstest.Collect(t, &e, SecurityGroups)
	rows := awstest.Rows(t, inv, SecurityGroups)
	if len(rows) != 2 || rows[0].Full != "arn:aws:ec2:eu-central-1:111122223333:security-group/sg-1" || !rows[0].Default() || rows[1].Account != "999988887777" {
		t.Fatalf("rows %+v", rows)
	}
	in := awstest.Value(t, rows[0].Inbound)
	if len(in) != 2 || in[0].FromPort != 22 || in[0].IPv4[0] != "0.0.0.0/0" || in[0].PrefixLists[0] != "pl-1" || in[1].Groups[0] != "sg-2" {
		t.Errorf("inbound %+v", in)
	}
	if _, hidden := rows[0].Outbound.Gap(); !hidden {
		t.Error("a TCP rule without ports is taken for known")
	}
	if out := awstest.Value(t, rows[1].Outbound); len(out) != 0 {
		t.Errorf("outbound %+v", out)
	}
	if got := ReferringGroups.Get(inv, new(inventory.Gaps), "eu-central-1", "sg-2"); len(got) != 1 {
		t.Errorf("%d groups refer to sg-2", len(got))
	}
}

func TestPrefixLists(t *testing.T) {
	var e awsfake.Estate
	only(&e, func(*ec2.DescribeManagedPrefixListsInput) (*ec2.DescribeManagedPrefixListsOutput, error) {
		return &ec2.DescribeManagedPrefixListsOutput{PrefixLists: []types.ManagedPrefixList{
			{PrefixListId: new("pl-aws"), PrefixListArn: new("arn:aws:ec2:eu-central-1:aws:prefix-list/pl-aws"), OwnerId: new("AWS"), PrefixListName: new("com.amazonaws.eu-central-1.s3")},
			{PrefixListId: new("pl-own"), PrefixListArn: new("arn:aws:ec2:eu-central-1:111122223333:prefix-list/pl-own"), OwnerId: new(awstest.Account)},
			{PrefixListId: new("pl-gone"), OwnerId: new(awstest.Account)},
			{PrefixListId: new("pl-dark"), OwnerId: new("999988887777")},
		}}, nil
	})
	only(&e, func(in *ec2.GetManagedPrefixListEntriesInput) (*ec2.GetManagedPrefixListEntriesOutput, error) {
		switch *in.PrefixListId {
		case "pl-gone":
			return nil, awsfake.Error(400, "InvalidPrefixListID.NotFound", "none")
		case "pl-dark":
			return nil, awsfake.Error(403, "UnauthorizedOperation", "no")
		case "pl-aws":
			t.Error("asked for the entries of AWS's own list")
		}
		if in.NextToken == nil {
			return &ec2.GetManagedPrefixListEntriesOutput{NextToken: new("2"), Entries: []types.PrefixListEntry{{Cidr: new("0.0.0.0/1")}}}, nil
		}
		return &ec2.GetManagedPrefixListEntriesOutput{Entries: []types.PrefixListEntry{{Cidr: new("128.0.0.0/1")}}}, nil
	})
	inv := awstest.Collect(t, &e, PrefixListEntries)
	if rows := awstest.Rows(t, inv, PrefixLists); len(rows) != 3 || inv.Gone() != 1 {
		t.Fatalf("%d rows, %d gone", len(rows), inv.Gone())
	}
	for id, want := range map[string]Breadth{"pl-aws": Narrow, "pl-own": World} {
		if got, ok := listed(inv, "eu-central-1", id).Breadth(DefaultScale).Peek(); !ok || got != want {
			t.Errorf("%s has the breadth %d, known %t", id, got, ok)
		}
	}
	for _, id := range []string{"pl-dark", "pl-never-heard-of"} {
		if _, ok := listed(inv, "eu-central-1", id).Breadth(DefaultScale).Peek(); ok {
			t.Errorf("what %s holds is taken for known", id)
		}
	}
}

// An interface with its path: what the answers of five listings say together.
func TestPath(t *testing.T) {
	var e awsfake.Estate
	only(&e, func(in *ec2.DescribeNetworkInterfacesInput) (*ec2.DescribeNetworkInterfacesOutput, error) {
		if in.IncludeManagedResources == nil || !*in.IncludeManagedResources {
			t.Error("interfaces that AWS manages are not asked for")
		}
		return &ec2.DescribeNetworkInterfacesOutput{NetworkInterfaces: []types.NetworkInterface{{
			NetworkInterfaceId: new("eni-1"), OwnerId: new(awstest.Account), SubnetId: new("subnet-1"), VpcId: new("vpc-1"),
			InterfaceType: types.NetworkInterfaceTypeInterface, Status: types.NetworkInterfaceStatusInUse,
			Groups:             []types.GroupIdentifier{{GroupId: new("sg-1")}},
			PrivateIpAddresses: []types.NetworkInterfacePrivateIpAddress{{}, {Association: &types.NetworkInterfaceAssociation{PublicIp: new("3.120.0.1")}}},
			Attachment:         &types.NetworkInterfaceAttachment{InstanceId: new("i-1")},
			SourceDestCheck:    new(true), RequesterManaged: new(false),
		}}}, nil
	})
	only(&e, func(*ec2.DescribeSecurityGroupsInput) (*ec2.DescribeSecurityGroupsOutput, error) {
		return &ec2.DescribeSecurityGroupsOutput{SecurityGroups: []types.SecurityGroup{{GroupId: new("sg-1"), GroupName: new("web"), OwnerId: new(awstest.Account),
			IpPermissions: []types.IpPermission{{IpProtocol: new("-1"), IpRanges: []types.IpRange{{CidrIp: new("0.0.0.0/0")}}}}}}}, nil
	})
	only(&e, func(*ec2.DescribeSubnetsInput) (*ec2.DescribeSubnetsOutput, error) {
		return &ec2.DescribeSubnetsOutput{Subnets: []types.Subnet{
			{SubnetId: new("subnet-1"), VpcId: new("vpc-1"), OwnerId: new(awstest.Account), SubnetArn: new("arn:aws:ec2:eu-central-1:111122223333:subnet/subnet-1"), MapPublicIpOnLaunch: new(true)},
			{SubnetId: new("subnet-2"), VpcId: new("vpc-9"), OwnerId: new("999988887777"), SubnetArn: new("arn:aws:ec2:eu-central-1:999988887777:subnet/subnet-2")},
		}}, nil
	})
	only(&e, func(*ec2.DescribeRouteTablesInput) (*ec2.DescribeRouteTablesOutput, error) {
		return &ec2.DescribeRouteTablesOutput{RouteTables: []types.RouteTable{{RouteTableId: new("rtb-1"), VpcId: new("vpc-1"), OwnerId: new(awstest.Account),
			Routes: []types.Route{
				{DestinationCidrBlock: new("0.0.0.0/0"), GatewayId: new("igw-1"), State: types.RouteStateActive},
				{DestinationPrefixListId: new("pl-aws"), GatewayId: new("vpce-1"), State: types.RouteStateActive},
				{DestinationCidrBlock: new("0.0.0.0/0"), GatewayId: new("vgw-1"), State: types.RouteStateActive, Origin: types.RouteOriginEnableVgwRoutePropagation},
			},
			Associations: []types.RouteTableAssociation{{Main: new(true)}}}}}, nil
	})
	only(&e, func(*ec2.DescribeNetworkAclsInput) (*ec2.DescribeNetworkAclsOutput, error) {
		entry := func(number int32, egress bool, action types.RuleAction) types.NetworkAclEntry {
			return types.NetworkAclEntry{RuleNumber: &number, Egress: &egress, RuleAction: action, Protocol: new("-1"), CidrBlock: new("0.0.0.0/0")}
		}
		ssh := entry(90, false, types.RuleActionDeny)
		ssh.Protocol, ssh.PortRange = new("6"), &types.PortRange{From: new(int32(22)), To: new(int32(22))}
		return &ec2.DescribeNetworkAclsOutput{NetworkAcls: []types.NetworkAcl{{NetworkAclId: new("acl-1"), VpcId: new("vpc-1"), OwnerId: new(awstest.Account), IsDefault: new(true),
			Associations: []types.NetworkAclAssociation{{SubnetId: new("subnet-1")}},
			Entries:      []types.NetworkAclEntry{entry(32767, false, types.RuleActionDeny), entry(100, false, types.RuleActionAllow), entry(100, true, types.RuleActionAllow), ssh}}}}, nil
	})
	only(&e, func(*ec2.DescribeVpcBlockPublicAccessOptionsInput) (*ec2.DescribeVpcBlockPublicAccessOptionsOutput, error) {
		return &ec2.DescribeVpcBlockPublicAccessOptionsOutput{VpcBlockPublicAccessOptions: &types.VpcBlockPublicAccessOptions{InternetGatewayBlockMode: types.InternetGatewayBlockModeBlockBidirectional}}, nil
	})
	only(&e, func(*ec2.DescribeVpcBlockPublicAccessExclusionsInput) (*ec2.DescribeVpcBlockPublicAccessExclusionsOutput, error) {
		exclusion := func(id, of string, state types.VpcBlockPublicAccessExclusionState) types.VpcBlockPublicAccessExclusion {
			return types.VpcBlockPublicAccessExclusion{ExclusionId: &id, State: state, InternetGatewayExclusionMode: types.InternetGatewayExclusionModeAllowBidirectional,
				ResourceArn: new("arn:aws:ec2:eu-central-1:111122223333:" + of)}
		}
		return &ec2.DescribeVpcBlockPublicAccessExclusionsOutput{VpcBlockPublicAccessExclusions: []types.VpcBlockPublicAccessExclusion{
			exclusion("x-1", "subnet/subnet-1", types.VpcBlockPublicAccessExclusionStateCreateComplete),
			exclusion("x-2", "vpc/vpc-1", types.VpcBlockPublicAccessExclusionStateDeleteComplete),
		}}, nil
	})
	only(&e, func(*ec2.DescribeManagedPrefixListsInput) (*ec2.DescribeManagedPrefixListsOutput, error) {
		return &ec2.DescribeManagedPrefixListsOutput{PrefixLists: []types.ManagedPrefixList{{PrefixListId: new("pl-aws"), OwnerId: new("AWS")}}}, nil
	})
	inv := awstest.Collect(t, &e, ExposureNeeds...)
	n := awstest.Rows(t, inv, NetworkInterfaces)[0]
	var open []string
	for _, o := range Reached(inv, n, []Ports{{"tcp", 20, 25}}) {
		if b := awstest.Value(t, o.From.Breadth(DefaultScale)); b == World {
			open = append(open, o.Ports.String())
		}
	}
	if want := []string{"tcp 20-21", "tcp 23-25"}; !slices.Equal(open, want) {
		t.Errorf("the internet reaches %v, want %v", open, want)
	}
	if x := awstest.Rows(t, inv, Exclusions); len(x) != 1 || x[0].Of != "subnet-1" {
		t.Errorf("exclusions %+v", x)
	}
	if !awstest.Value(t, PublicSubnetID(inv, "eu-central-1", "subnet-1")) {
		t.Error("a subnet with a route to an internet gateway is not public")
	}
	for _, id := range []string{"subnet-2", "subnet-unheard-of"} {
		if _, hidden := PublicSubnetID(inv, "eu-central-1", id).Gap(); !hidden {
			t.Errorf("whether %s, of which no route table is listed, is public is taken for known", id)
		}
	}
	subnets := awstest.Rows(t, inv, Subnets)
	if subnets[1].Account != "999988887777" || len(SubnetsOf(inv, new(inventory.Gaps), "eu-central-1", "vpc-1")) != 1 {
		t.Errorf("subnets %+v", subnets)
	}
	if _, hidden := subnets[0].AssignIPv6.Gap(); !hidden {
		t.Error("an absent setting is taken for known")
	}
}

// The listings that the rest is made of: what is absent, deleted or of
// somebody else's in each.
func TestOtherListings(t *testing.T) {
	var e awsfake.Estate
	only(&e, func(*ec2.DescribeVpcsInput) (*ec2.DescribeVpcsOutput, error) {
		return &ec2.DescribeVpcsOutput{Vpcs: []types.Vpc{{VpcId: new("vpc-1"), OwnerId: new(awstest.Account), State: types.VpcStateAvailable, Tags: []types.Tag{{Key: new("Name"), Value: new("shop")}}}}}, nil
	})
	only(&e, func(*ec2.DescribeFlowLogsInput) (*ec2.DescribeFlowLogsOutput, error) {
		return &ec2.DescribeFlowLogsOutput{FlowLogs: []types.FlowLog{
			{FlowLogId: new("fl-1"), ResourceId: new("vpc-1"), FlowLogStatus: new("ACTIVE"), DeliverLogsStatus: new("SUCCESS"), TrafficType: types.TrafficTypeAll},
			{FlowLogId: new("fl-2"), ResourceId: new("vpc-1"), FlowLogStatus: new("ACTIVE"), TrafficType: types.TrafficTypeAll},
			{FlowLogId: new("fl-3"), ResourceId: new("vpc-1"), FlowLogStatus: new("ACTIVE"), TrafficType: types.TrafficTypeAccept},
		}}, nil
	})
	only(&e, func(*ec2.DescribeVpcEndpointsInput) (*ec2.DescribeVpcEndpointsOutput, error) {
		return &ec2.DescribeVpcEndpointsOutput{VpcEndpoints: []types.VpcEndpoint{{VpcEndpointId: new("vpce-1"), VpcId: new("vpc-1"), VpcEndpointType: types.VpcEndpointTypeInterface, ServiceName: new("s"), State: types.StateAvailable}}}, nil
	})
	only(&e, func(*ec2.DescribeVpcEndpointServiceConfigurationsInput) (*ec2.DescribeVpcEndpointServiceConfigurationsOutput, error) {
		return &ec2.DescribeVpcEndpointServiceConfigurationsOutput{ServiceConfigurations: []types.ServiceConfiguration{{ServiceId: new("vpce-svc-1"), AcceptanceRequired: new(true)}, {ServiceId: new("vpce-svc-gone")}}}, nil
	})
	only(&e, func(in *ec2.DescribeVpcEndpointServicePermissionsInput) (*ec2.DescribeVpcEndpointServicePermissionsOutput, error) {
		if *in.ServiceId == "vpce-svc-gone" {
			return nil, awsfake.Error(400, "InvalidVpcEndpointServiceId.NotFound", "none")
		}
		return &ec2.DescribeVpcEndpointServicePermissionsOutput{AllowedPrincipals: []types.AllowedPrincipal{{Principal: new("*")}}}, nil
	})
	only(&e, func(*ec2.DescribeAddressesInput) (*ec2.DescribeAddressesOutput, error) {
		return &ec2.DescribeAddressesOutput{Addresses: []types.Address{{AllocationId: new("eipalloc-1"), AssociationId: new("eipassoc-1")}, {AllocationId: new("eipalloc-2"), PublicIp: new("3.0.0.1"), InstanceId: new("")}}}, nil
	})
	only(&e, func(*ec2.DescribeVpcPeeringConnectionsInput) (*ec2.DescribeVpcPeeringConnectionsOutput, error) {
		return &ec2.DescribeVpcPeeringConnectionsOutput{VpcPeeringConnections: []types.VpcPeeringConnection{{VpcPeeringConnectionId: new("pcx-1"), Status: &types.VpcPeeringConnectionStateReason{Code: types.VpcPeeringConnectionStateReasonCodeActive},
			RequesterVpcInfo: &types.VpcPeeringConnectionVpcInfo{VpcId: new("vpc-1"), CidrBlock: new("10.0.0.0/16")},
			AccepterVpcInfo: &types.VpcPeeringConnectionVpcInfo{VpcId: new("vpc-2"), CidrBlock: new("10.1.0.0/16"),
				CidrBlockSet: []types.CidrBlock{{CidrBlock: new("100.64.0.0/16")}, {CidrBlock: new("10.1.0.0/16")}}}}}}, nil
	})
	only(&e, func(*ec2.DescribeVpnConnectionsInput) (*ec2.DescribeVpnConnectionsOutput, error) {
		return &ec2.DescribeVpnConnectionsOutput{VpnConnections: []types.VpnConnection{{VpnConnectionId: new("vpn-0"), State: types.VpnStateDeleted},
			{VpnConnectionId: new("vpn-1"), State: types.VpnStateAvailable, VgwTelemetry: []types.VgwTelemetry{{Status: types.TelemetryStatusUp}, {Status: types.TelemetryStatusDown}},
				Options: &types.VpnConnectionOptions{TunnelOptions: []types.TunnelOption{{PreSharedKey: new("secret")},
					{IkeVersions: []types.IKEVersionsListValue{{Value: new("ikev1")}}, LogOptions: &types.VpnTunnelLogOptions{CloudWatchLogOptions: &types.CloudWatchLogOptions{LogEnabled: new(true)}}}}}}}}, nil
	})
	only(&e, func(*ec2.DescribeClientVpnEndpointsInput) (*ec2.DescribeClientVpnEndpointsOutput, error) {
		return &ec2.DescribeClientVpnEndpointsOutput{ClientVpnEndpoints: []types.ClientVpnEndpoint{
			{ClientVpnEndpointId: new("cvpn-0"), Status: &types.ClientVpnEndpointStatus{Code: types.ClientVpnEndpointStatusCodeDeleted}},
			{ClientVpnEndpointId: new("cvpn-1"), ConnectionLogOptions: &types.ConnectionLogResponseOptions{Enabled: new(false)}},
			{ClientVpnEndpointId: new("cvpn-2")}}}, nil
	})
	only(&e, func(*ec2.DescribeTransitGatewaysInput) (*ec2.DescribeTransitGatewaysOutput, error) {
		return &ec2.DescribeTransitGatewaysOutput{TransitGateways: []types.TransitGateway{{TransitGatewayId: new("tgw-0"), State: types.TransitGatewayStateDeleted},
			{TransitGatewayId: new("tgw-1"), OwnerId: new("999988887777"), Options: &types.TransitGatewayOptions{AutoAcceptSharedAttachments: types.AutoAcceptSharedAttachmentsValueEnable}}}}, nil
	})
	inv := awstest.Collect(t, &e, VPCs, FlowLogs, Endpoints, EndpointServicePrincipals, Addresses, Peerings, VPNConnections, ClientVPNs, TransitGateways)

	if v := awstest.Rows(t, inv, VPCs); len(v) != 1 || v[0].Name != "shop" || v[0].Full != "arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-1" {
		t.Errorf("VPCs %+v", v)
	}
	logs := awstest.Rows(t, inv, FlowLogs)
	if !awstest.Value(t, logs[0].Records()) || awstest.Value(t, logs[2].Records()) {
		t.Error("flow logs are misread")
	}
	if _, hidden := logs[1].Records().Gap(); !hidden {
		t.Error("a flow log of whose delivery nothing is said is taken for known")
	}
	if s := awstest.Rows(t, inv, EndpointServices); len(s) != 1 || !slices.Equal(awstest.Value(t, s[0].Principals), []string{"*"}) || inv.Gone() != 1 {
		t.Errorf("endpoint services %+v", s)
	}
	if a := awstest.Rows(t, inv, Addresses); !awstest.Value(t, a[0].Associated) || awstest.Value(t, a[1].Associated) {
		t.Errorf("addresses %+v", a)
	}
	peer := awstest.Rows(t, inv, Peerings)[0].Other("vpc-1")
	if peer.VPCID != "vpc-2" || !slices.Equal(awstest.Value(t, peer.IPv4), []string{"10.1.0.0/16", "100.64.0.0/16"}) {
		t.Errorf("the peer is %+v", peer)
	}
	vpns := awstest.Rows(t, inv, VPNConnections)
	if len(vpns) != 1 || awstest.Value(t, vpns[0].Up)[1].Up {
		t.Fatalf("VPN connections %+v", vpns)
	}
	tunnels := awstest.Value(t, vpns[0].Tunnels)
	if ike := awstest.Value(t, tunnels[0].IKE); len(ike) != 2 || tunnels[0].Logs || !tunnels[1].Logs || awstest.Value(t, tunnels[1].IKE)[0] != "ikev1" {
		t.Errorf("tunnels %+v", tunnels)
	}
	cvpn := awstest.Rows(t, inv, ClientVPNs)
	if len(cvpn) != 2 || awstest.Value(t, cvpn[0].Logs) {
		t.Errorf("client VPN endpoints %+v", cvpn)
	}
	if _, hidden := cvpn[1].Logs.Gap(); !hidden {
		t.Error("an absent setting is taken for known")
	}
	if g := awstest.Rows(t, inv, TransitGateways); len(g) != 1 || g[0].Account != "999988887777" || !awstest.Value(t, g[0].AutoAccept) {
		t.Errorf("transit gateways %+v", g)
	}
	if e := EndpointsOfVPC.Get(inv, new(inventory.Gaps), "eu-central-1", "vpc-1"); len(e) != 1 || awstest.Value(t, e[0].State) != "available" {
		t.Errorf("endpoints %+v", e)
	}
}
