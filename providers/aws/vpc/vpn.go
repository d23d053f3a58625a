package vpc

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A VPNConnection is a site-to-site VPN. The answer that it is read from holds
// the tunnels' pre-shared keys; nothing of them is kept.
type VPNConnection struct {
	inventory.Resource
	State   string // pending, available, deleting
	Up      inventory.Known[[]TunnelStatus]
	Tunnels inventory.Known[[]Tunnel]
}

// TunnelStatus is what AWS measures of one tunnel.
type TunnelStatus struct {
	OutsideIP string
	Up        bool
}

// A Tunnel is the settings of one tunnel.
type Tunnel struct {
	OutsideIP string
	Logs      bool // its activity goes to CloudWatch Logs
	IKE       inventory.Known[[]string]
}

// VPNConnections lists the VPN connections of each region, in one answer, but
// for deleted ones, which stay visible for a while.
var VPNConnections = &inventory.Type[VPNConnection]{
	Kind: "aws.vpc.VpnConnection", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeVpnConnections"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*VPNConnection, error] {
		out, err := client(s).DescribeVpnConnections(ctx, &ec2.DescribeVpnConnectionsInput{})
		if err != nil {
			return aws.One[VPNConnection](nil, err)
		}
		var rows []*VPNConnection
		for _, v := range out.VpnConnections {
			if v.State == types.VpnStateDeleted {
				continue
			}
			row := &VPNConnection{Resource: resource(s, nil, "vpn-connection", *v.VpnConnectionId, v.Tags), State: string(v.State)}
			row.Up, row.Tunnels = tunnelStatus(v.VgwTelemetry), tunnels(v.Options)
			rows = append(rows, row)
		}
		return aws.One(rows, nil)
	},
}

func tunnelStatus(all []types.VgwTelemetry) inventory.Known[[]TunnelStatus] {
	if len(all) == 0 {
		return inventory.Unanswered[[]TunnelStatus]("EC2 DescribeVpnConnections", "VgwTelemetry")
	}
	var out []TunnelStatus
	for _, t := range all {
		if t.Status == "" {
			return inventory.Unanswered[[]TunnelStatus]("EC2 DescribeVpnConnections", "a tunnel's Status")
		}
		out = append(out, TunnelStatus{aws.Deref(t.OutsideIpAddress), t.Status == types.TelemetryStatusUp})
	}
	return inventory.Of(out)
}

func tunnels(o *types.VpnConnectionOptions) inventory.Known[[]Tunnel] {
	if o == nil || len(o.TunnelOptions) == 0 {
		return inventory.Unanswered[[]Tunnel]("EC2 DescribeVpnConnections", "TunnelOptions")
	}
	var out []Tunnel
	for _, t := range o.TunnelOptions {
		// Without a choice of versions all are taken: the default values are
		// ikev1 and ikev2 (Site-to-Site VPN User Guide, "Tunnel options").
		tunnel := Tunnel{OutsideIP: aws.Deref(t.OutsideIpAddress), IKE: inventory.Of([]string{"ikev1", "ikev2"})}
		if l := t.LogOptions; l != nil && l.CloudWatchLogOptions != nil {
			// "Status of VPN tunnel logging feature. Default value is False."
			tunnel.Logs = aws.Deref(l.CloudWatchLogOptions.LogEnabled)
		}
		if len(t.IkeVersions) > 0 {
			tunnel.IKE = ikeVersions(t.IkeVersions)
		}
		out = append(out, tunnel)
	}
	return inventory.Of(out)
}

func ikeVersions(all []types.IKEVersionsListValue) inventory.Known[[]string] {
	var versions []string
	for _, v := range all {
		if v.Value == nil {
			return inventory.Unanswered[[]string]("EC2 DescribeVpnConnections", "an IKE version")
		}
		versions = append(versions, *v.Value)
	}
	return inventory.Of(versions)
}

// A ClientVPN is a Client VPN endpoint.
type ClientVPN struct {
	inventory.Resource
	State string                // pending-associate, available, deleting
	Logs  inventory.Known[bool] // connections are logged
}

// ClientVPNs lists the Client VPN endpoints of each region, but for deleted ones.
var ClientVPNs = &inventory.Type[ClientVPN]{
	Kind: "aws.vpc.ClientVpnEndpoint", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeClientVpnEndpoints"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*ClientVPN, error] {
		pages := aws.Pages(ctx, client(s).DescribeClientVpnEndpoints, &ec2.DescribeClientVpnEndpointsInput{MaxResults: new(many)},
			func(out *ec2.DescribeClientVpnEndpointsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeClientVpnEndpointsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeClientVpnEndpointsOutput) (rows []*ClientVPN) {
			for _, c := range out.ClientVpnEndpoints {
				row := &ClientVPN{
					Resource: resource(s, nil, "client-vpn-endpoint", *c.ClientVpnEndpointId, c.Tags),
					Logs:     inventory.Unanswered[bool]("EC2 DescribeClientVpnEndpoints", "ConnectionLogOptions.Enabled"),
				}
				if c.Status != nil {
					row.State = string(c.Status.Code)
				}
				if row.State == string(types.ClientVpnEndpointStatusCodeDeleted) {
					continue
				}
				if l := c.ConnectionLogOptions; l != nil {
					row.Logs = inventory.FromPtr(l.Enabled, row.Logs)
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// A TransitGateway joins VPCs and other networks, of other accounts too.
type TransitGateway struct {
	inventory.Resource
	State      string // pending, available, modifying, deleting
	AutoAccept inventory.Known[bool]
}

// TransitGateways lists the transit gateways of each region, those shared with
// the account too, but for deleted ones.
var TransitGateways = &inventory.Type[TransitGateway]{
	Kind: "aws.vpc.TransitGateway", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeTransitGateways"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*TransitGateway, error] {
		pages := aws.Pages(ctx, client(s).DescribeTransitGateways, &ec2.DescribeTransitGatewaysInput{MaxResults: new(many)},
			func(out *ec2.DescribeTransitGatewaysOutput) *string { return out.NextToken },
			func(in *ec2.DescribeTransitGatewaysInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeTransitGatewaysOutput) (rows []*TransitGateway) {
			for _, g := range out.TransitGateways {
				if g.State == types.TransitGatewayStateDeleted {
					continue
				}
				row := &TransitGateway{
					Resource:   resource(s, g.OwnerId, "transit-gateway", *g.TransitGatewayId, g.Tags),
					State:      string(g.State),
					AutoAccept: inventory.Unanswered[bool]("EC2 DescribeTransitGateways", "AutoAcceptSharedAttachments"),
				}
				if o := g.Options; o != nil && o.AutoAcceptSharedAttachments != "" {
					row.AutoAccept = inventory.Of(o.AutoAcceptSharedAttachments == types.AutoAcceptSharedAttachmentsValueEnable)
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}
