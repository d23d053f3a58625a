package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
)

// What joins the company's VPCs to other networks, and what logs them.

var flowLogs = map[place][]types.FlowLog{
	shopHome: {{FlowLogId: new("fl-0shop00000000000001"), ResourceId: new(shopVPC), FlowLogStatus: new("ACTIVE"), DeliverLogsStatus: new("SUCCESS"), TrafficType: types.TrafficTypeAll}},
	labHome: {
		{FlowLogId: new("fl-0lab000000000000001"), ResourceId: new(labVPC), FlowLogStatus: new("ACTIVE"), DeliverLogsStatus: new("FAILED"), TrafficType: types.TrafficTypeAll},
		{FlowLogId: new("fl-0lab000000000000002"), ResourceId: new(labA), FlowLogStatus: new("ACTIVE"), DeliverLogsStatus: new("SUCCESS"), TrafficType: types.TrafficTypeAccept},
	},
}

var endpoints = map[string][]string{
	shopVPC: {"ec2", "ecr.api", "ecr.dkr", "ssm", "ssm-contacts", "ssm-incidents"},
}

var peerings = map[place][]types.VpcPeeringConnection{
	shopHome: {peering(partnerPeering, Shop, shopVPC, "10.20.0.0/16", partner, "vpc-0partner000000001", "10.30.0.0/16")},
	labHome:  {peering(labPeering, Lab, labVPC, "10.40.0.0/16", Lab, defaultVPCs[labHome], "172.31.0.0/16")},
}

func peering(id, account, vpc, cidr, peer, peerVPC, peerCIDR string) types.VpcPeeringConnection {
	return types.VpcPeeringConnection{
		VpcPeeringConnectionId: &id, Status: &types.VpcPeeringConnectionStateReason{Code: types.VpcPeeringConnectionStateReasonCodeActive},
		RequesterVpcInfo: &types.VpcPeeringConnectionVpcInfo{VpcId: &vpc, OwnerId: &account, CidrBlock: &cidr},
		AccepterVpcInfo:  &types.VpcPeeringConnectionVpcInfo{VpcId: &peerVPC, OwnerId: &peer, CidrBlock: &peerCIDR},
	}
}

// vpn is a connection whose second tunnel is as told.
func vpn(id string, up types.TelemetryStatus, logs bool, ike ...string) types.VpnConnection {
	v := types.VpnConnection{VpnConnectionId: &id, State: types.VpnStateAvailable, Options: &types.VpnConnectionOptions{}}
	for i, address := range []string{"3.64.0.1", "3.64.0.2"} {
		t := types.TunnelOption{OutsideIpAddress: &address, LogOptions: &types.VpnTunnelLogOptions{CloudWatchLogOptions: &types.CloudWatchLogOptions{LogEnabled: new(logs || i == 0)}}}
		for _, version := range ike {
			t.IkeVersions = append(t.IkeVersions, types.IKEVersionsListValue{Value: &version})
		}
		v.Options.TunnelOptions = append(v.Options.TunnelOptions, t)
	}
	v.VgwTelemetry = []types.VgwTelemetry{{OutsideIpAddress: new("3.64.0.1"), Status: types.TelemetryStatusUp}, {OutsideIpAddress: new("3.64.0.2"), Status: up}}
	return v
}

var vpns = map[place][]types.VpnConnection{
	shopHome: {vpn("vpn-0shop000000000001", types.TelemetryStatusUp, true, "ikev2")},
	labHome:  {vpn("vpn-0lab0000000000001", types.TelemetryStatusDown, false, "ikev1", "ikev2")},
}

var clientVPNs = map[place][]types.ClientVpnEndpoint{
	shopHome: {{ClientVpnEndpointId: new("cvpn-endpoint-0shop0001"), Status: &types.ClientVpnEndpointStatus{Code: types.ClientVpnEndpointStatusCodeAvailable}, ConnectionLogOptions: &types.ConnectionLogResponseOptions{Enabled: new(true), CloudwatchLogGroup: new("/larkspur/client-vpn")}}},
	labHome:  {{ClientVpnEndpointId: new("cvpn-endpoint-0lab00001"), Status: &types.ClientVpnEndpointStatus{Code: types.ClientVpnEndpointStatusCodePendingAssociate}, ConnectionLogOptions: &types.ConnectionLogResponseOptions{Enabled: new(false)}}},
}

func transitGateway(p place, id string, auto types.AutoAcceptSharedAttachmentsValue) types.TransitGateway {
	return types.TransitGateway{TransitGatewayId: &id, OwnerId: &p.account, State: types.TransitGatewayStateAvailable, Options: &types.TransitGatewayOptions{AutoAcceptSharedAttachments: auto}}
}

var transitGateways = map[place][]types.TransitGateway{
	shopHome: {transitGateway(shopHome, "tgw-0shop000000000001", types.AutoAcceptSharedAttachmentsValueDisable)},
	labHome:  {transitGateway(labHome, "tgw-0lab0000000000001", types.AutoAcceptSharedAttachmentsValueEnable)},
}

var addresses = map[place][]types.Address{
	shopHome: {
		{AllocationId: new("eipalloc-0shopnat00001"), PublicIp: new("203.0.113.22"), AssociationId: new("eipassoc-0shopnat00001"), NetworkInterfaceId: new("eni-0shopnat000000001")},
		{AllocationId: new("eipalloc-0shopbastion1"), PublicIp: new("203.0.113.20"), AssociationId: new("eipassoc-0shopbastion1"), NetworkInterfaceId: new("eni-0shopbastion00001")},
	},
	labHome: {{AllocationId: new("eipalloc-0labforgotten"), PublicIp: new("198.51.100.9")}},
}

type offer struct {
	id        string
	asks      bool
	principal string
}

var offers = map[place][]offer{
	shopHome: {{"vpce-svc-0shoporders0001", true, "arn:aws:iam::" + partner + ":root"}},
	labHome:  {{"vpce-svc-0labmodels00001", false, "*"}},
}

// blocked are the places where VPC Block Public Access is on; the shop's
// public subnet is exempted from it.
var blocked = map[place]types.InternetGatewayBlockMode{shopHome: types.InternetGatewayBlockModeBlockIngress}

func gatewayAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeFlowLogsInput) (*ec2.DescribeFlowLogsOutput, error) {
		page, next := awsfake.Page(flowLogs[at(c)], in.NextToken, 1)
		return &ec2.DescribeFlowLogsOutput{FlowLogs: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeVpcEndpointsInput) (*ec2.DescribeVpcEndpointsOutput, error) {
		var all []types.VpcEndpoint
		for _, v := range vpcs[at(c)] {
			for _, service := range endpoints[*v.VpcId] {
				all = append(all, types.VpcEndpoint{
					VpcEndpointId: new("vpce-0shop-" + service), VpcId: v.VpcId, OwnerId: v.OwnerId, VpcEndpointType: types.VpcEndpointTypeInterface,
					ServiceName: new("com.amazonaws." + c.Region + "." + service), State: types.StateAvailable,
				})
			}
		}
		page, next := awsfake.Page(all, in.NextToken, 4)
		return &ec2.DescribeVpcEndpointsOutput{VpcEndpoints: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeVpcPeeringConnectionsInput) (*ec2.DescribeVpcPeeringConnectionsOutput, error) {
		page, next := awsfake.Page(peerings[at(c)], in.NextToken, 5)
		return &ec2.DescribeVpcPeeringConnectionsOutput{VpcPeeringConnections: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.DescribeVpnConnectionsInput) (*ec2.DescribeVpnConnectionsOutput, error) {
		return &ec2.DescribeVpnConnectionsOutput{VpnConnections: vpns[at(c)]}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeClientVpnEndpointsInput) (*ec2.DescribeClientVpnEndpointsOutput, error) {
		page, next := awsfake.Page(clientVPNs[at(c)], in.NextToken, 5)
		return &ec2.DescribeClientVpnEndpointsOutput{ClientVpnEndpoints: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeTransitGatewaysInput) (*ec2.DescribeTransitGatewaysOutput, error) {
		page, next := awsfake.Page(transitGateways[at(c)], in.NextToken, 5)
		return &ec2.DescribeTransitGatewaysOutput{TransitGateways: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.DescribeAddressesInput) (*ec2.DescribeAddressesOutput, error) {
		return &ec2.DescribeAddressesOutput{Addresses: addresses[at(c)]}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeVpcEndpointServiceConfigurationsInput) (*ec2.DescribeVpcEndpointServiceConfigurationsOutput, error) {
		page, next := awsfake.Page(offers[at(c)], in.NextToken, 5)
		out := &ec2.DescribeVpcEndpointServiceConfigurationsOutput{NextToken: next}
		for _, o := range page {
			out.ServiceConfigurations = append(out.ServiceConfigurations, types.ServiceConfiguration{ServiceId: &o.id, AcceptanceRequired: &o.asks, ServiceState: types.ServiceStateAvailable})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeVpcEndpointServicePermissionsInput) (*ec2.DescribeVpcEndpointServicePermissionsOutput, error) {
		for _, o := range offers[at(c)] {
			if o.id == *in.ServiceId {
				return &ec2.DescribeVpcEndpointServicePermissionsOutput{AllowedPrincipals: []types.AllowedPrincipal{{Principal: &o.principal}}}, nil
			}
		}
		return nil, awsfake.Error(400, "InvalidVpcEndpointServiceId.NotFound", "none")
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.DescribeVpcBlockPublicAccessOptionsInput) (*ec2.DescribeVpcBlockPublicAccessOptionsOutput, error) {
		mode, on := blocked[at(c)]
		if !on {
			mode = types.InternetGatewayBlockModeOff
		}
		return &ec2.DescribeVpcBlockPublicAccessOptionsOutput{VpcBlockPublicAccessOptions: &types.VpcBlockPublicAccessOptions{InternetGatewayBlockMode: mode}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.DescribeVpcBlockPublicAccessExclusionsInput) (*ec2.DescribeVpcBlockPublicAccessExclusionsOutput, error) {
		out := &ec2.DescribeVpcBlockPublicAccessExclusionsOutput{}
		if at(c) == shopHome {
			out.VpcBlockPublicAccessExclusions = []types.VpcBlockPublicAccessExclusion{{
				ExclusionId: new("vpcbpa-exclude-0shop00001"), State: types.VpcBlockPublicAccessExclusionStateCreateComplete,
				InternetGatewayExclusionMode: types.InternetGatewayExclusionModeAllowBidirectional,
				ResourceArn:                  new("arn:aws:ec2:" + frankfurt + ":" + Shop + ":subnet/" + shopWeb),
			}}
		}
		return out, nil
	})
}
