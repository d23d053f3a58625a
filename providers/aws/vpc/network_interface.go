package vpc

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A NetworkInterface is an elastic network interface: what has an address in a
// VPC has one, an instance as well as a load balancer or a managed database.
type NetworkInterface struct {
	inventory.Resource
	SubnetID, VPCID  string
	Type             string // interface, natGateway, network_load_balancer, lambda…
	Status           string // in-use, available (attached to nothing)…
	Description      string
	RequesterID      string // the service that made it, where one did: amazon-elb, amazon-rds…
	InstanceID       string // of the instance that it is attached to, if any
	RequesterManaged inventory.Known[bool]
	SourceDestCheck  inventory.Known[bool]
	PublicIPv4       inventory.Known[[]string]
	IPv6             inventory.Known[[]string]
	Groups           inventory.Known[[]string] // ids of its security groups
	// DenyAllIGW is set where the interface's subnet and the internet are kept
	// apart by its owner's setting, whatever the routes.
	DenyAllIGW inventory.Known[bool]
}

const describeInterfaces = "EC2 DescribeNetworkInterfaces"

// NetworkInterfaces lists the interfaces of each region, those that AWS
// services keep in the account and may hide included. A region without any has
// an empty list.
var NetworkInterfaces = &inventory.Type[NetworkInterface]{
	Kind: "aws.vpc.NetworkInterface", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeNetworkInterfaces"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*NetworkInterface, error] {
		// The type tells what an interface is for: each has one.
		call := aws.Whole(client(s).DescribeNetworkInterfaces, func(out *ec2.DescribeNetworkInterfacesOutput) bool {
			return slices.ContainsFunc(out.NetworkInterfaces, func(n types.NetworkInterface) bool { return n.InterfaceType == "" })
		})
		pages := aws.Pages(ctx, call,
			&ec2.DescribeNetworkInterfacesInput{MaxResults: new(many), IncludeManagedResources: new(true)},
			func(out *ec2.DescribeNetworkInterfacesOutput) *string { return out.NextToken },
			func(in *ec2.DescribeNetworkInterfacesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeNetworkInterfacesOutput) (rows []*NetworkInterface) {
			for _, n := range out.NetworkInterfaces {
				rows = append(rows, networkInterface(s, n))
			}
			return rows
		})
	},
}

func networkInterface(s inventory.Scope, n types.NetworkInterface) *NetworkInterface {
	var v6 []string
	for _, a := range n.Ipv6Addresses {
		v6 = append(v6, aws.Deref(a.Ipv6Address))
	}
	for _, p := range n.Ipv6Prefixes {
		v6 = append(v6, strings.Split(aws.Deref(p.Ipv6Prefix), "/")[0])
	}
	row := &NetworkInterface{
		Resource: resource(s, n.OwnerId, "network-interface", *n.NetworkInterfaceId, n.TagSet),
		SubnetID: aws.Deref(n.SubnetId), VPCID: aws.Deref(n.VpcId),
		Type: string(n.InterfaceType), Status: string(n.Status),
		Description: aws.Deref(n.Description), RequesterID: aws.Deref(n.RequesterId),
		RequesterManaged: inventory.FromPtr(n.RequesterManaged, inventory.Unanswered[bool](describeInterfaces, "RequesterManaged")),
		SourceDestCheck:  inventory.FromPtr(n.SourceDestCheck, inventory.Unanswered[bool](describeInterfaces, "SourceDestCheck")),
		PublicIPv4:       associated(n),
		IPv6:             inventory.Of(v6),
		Groups:           groupsOf(n),
		// The API reference gives meaning to true only ("If the value is true,
		// inbound traffic from the internet is dropped").
		DenyAllIGW: inventory.FromPtr(n.DenyAllIgwTraffic, inventory.Of(false)),
	}
	if n.Attachment != nil {
		row.InstanceID = aws.Deref(n.Attachment.InstanceId)
	}
	return row
}

// associated reads the public addresses of an interface. One without a public
// address has no association ("the association information for an Elastic IP
// address (IPv4) associated with the network interface", API reference,
// "NetworkInterface"). In Wavelength Zones and on Outposts an association may
// hold an address of the carrier's or the customer's own instead.
func associated(n types.NetworkInterface) inventory.Known[[]string] {
	all := []*types.NetworkInterfaceAssociation{n.Association}
	for _, a := range n.PrivateIpAddresses {
		all = append(all, a.Association)
	}
	var ips []string
	for _, a := range all {
		switch {
		case a == nil:
		case a.PublicIp != nil:
			if !slices.Contains(ips, *a.PublicIp) {
				ips = append(ips, *a.PublicIp)
			}
		case a.CarrierIp == nil && a.CustomerOwnedIp == nil:
			return inventory.Unanswered[[]string](describeInterfaces, "the address of an association")
		}
	}
	return inventory.Of(ips)
}

// groupsOf reads the security groups of an interface. Those of NAT gateways,
// transit gateways and some load balancers have none; a customer's own has the
// VPC's default group where no other was named (VPC User Guide, "Default
// security groups").
func groupsOf(n types.NetworkInterface) inventory.Known[[]string] {
	var ids []string
	for _, g := range n.Groups {
		if g.GroupId == nil {
			return inventory.Unanswered[[]string](describeInterfaces, "the id of a security group")
		}
		ids = append(ids, *g.GroupId)
	}
	if len(ids) == 0 && n.InterfaceType == types.NetworkInterfaceTypeInterface && n.RequesterManaged != nil && !*n.RequesterManaged {
		return inventory.Unanswered[[]string](describeInterfaces, "Groups")
	}
	return inventory.Of(ids)
}

// LoadBalancer reports whether the interface is one of a load balancer, whose
// purpose is to stand before others. Classic and application load balancers
// have plain interfaces of the requester amazon-elb with a description that
// begins with "ELB" (Elastic Load Balancing User Guide); anybody may describe
// an interface of their own so, which AWS then does not manage.
func (n *NetworkInterface) LoadBalancer() bool {
	switch types.NetworkInterfaceType(n.Type) {
	case types.NetworkInterfaceTypeLoadBalancer, types.NetworkInterfaceTypeNetworkLoadBalancer, types.NetworkInterfaceTypeGatewayLoadBalancer:
		return true
	}
	managed, _ := n.RequesterManaged.Peek()
	return n.RequesterID == "amazon-elb" || managed && strings.HasPrefix(n.Description, "ELB ")
}

// Plumbing reports whether the interface only joins networks, so that it does
// not show that anything runs in the VPC.
func (n *NetworkInterface) Plumbing() bool {
	switch types.NetworkInterfaceType(n.Type) {
	case types.NetworkInterfaceTypeNatGateway, types.NetworkInterfaceTypeVpcEndpoint, types.NetworkInterfaceTypeTransitGateway,
		types.NetworkInterfaceTypeGatewayLoadBalancerEndpoint:
		return true
	}
	return false
}

// InterfacesOfGroup finds the interfaces that have a security group.
var InterfacesOfGroup = &inventory.Index[NetworkInterface]{
	Of: NetworkInterfaces,
	Keys: func(r inventory.Reader, n *NetworkInterface) []string {
		groups, _ := n.Groups.Get(r)
		return groups
	},
}

// InterfacesOfInstance finds the interfaces that are attached to an instance.
var InterfacesOfInstance = &inventory.Index[NetworkInterface]{
	Of:   NetworkInterfaces,
	Keys: func(_ inventory.Reader, n *NetworkInterface) []string { return []string{n.InstanceID} },
}

// InterfacesOfVPC finds the interfaces in a VPC.
var InterfacesOfVPC = &inventory.Index[NetworkInterface]{
	Of: NetworkInterfaces,
	Keys: func(r inventory.Reader, n *NetworkInterface) []string {
		return key(r, n.VPCID, describeInterfaces, "VpcId")
	},
}
