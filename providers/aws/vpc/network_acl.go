package vpc

import (
	"context"
	"iter"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/addresses"
	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A NetworkACL is a stateless firewall around subnets.
type NetworkACL struct {
	inventory.Resource
	VPCID   string
	Default inventory.Known[bool]
	Subnets inventory.Known[[]string] // ids of the subnets that it stands before
	Entries inventory.Known[[]ACLEntry]
}

// An ACLEntry is one numbered rule: the first that matches decides.
type ACLEntry struct {
	Number   int
	Egress   bool
	Allow    bool
	Protocol string // tcp, udp, the number of another, "-1" for all
	FromPort int    // of tcp and udp only
	ToPort   int    // included
	CIDR     string // IPv4 or IPv6
}

// NetworkACLs lists the network ACLs of each region.
var NetworkACLs = &inventory.Type[NetworkACL]{
	Kind: "aws.vpc.NetworkAcl", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeNetworkAcls"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*NetworkACL, error] {
		pages := aws.Pages(ctx, client(s).DescribeNetworkAcls, &ec2.DescribeNetworkAclsInput{MaxResults: new(many)},
			func(out *ec2.DescribeNetworkAclsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeNetworkAclsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeNetworkAclsOutput) (rows []*NetworkACL) {
			for _, a := range out.NetworkAcls {
				rows = append(rows, &NetworkACL{
					Resource: resource(s, a.OwnerId, "network-acl", *a.NetworkAclId, a.Tags),
					VPCID:    aws.Deref(a.VpcId),
					Default:  inventory.FromPtr(a.IsDefault, inventory.Unanswered[bool]("EC2 DescribeNetworkAcls", "IsDefault")),
					Subnets:  aclSubnets(a.Associations),
					Entries:  aclEntries(a.Entries),
				})
			}
			return rows
		})
	},
}

// aclSubnets reads the subnets of an ACL; one of no subnet has an empty list.
func aclSubnets(all []types.NetworkAclAssociation) inventory.Known[[]string] {
	var ids []string
	for _, a := range all {
		if a.SubnetId == nil {
			return inventory.Unanswered[[]string]("EC2 DescribeNetworkAcls", "the subnet of an association")
		}
		ids = append(ids, *a.SubnetId)
	}
	return inventory.Of(ids)
}

// aclEntries reads the rules in the order in which they are processed. Every
// ACL has some: the last, whose number is an asterisk, cannot be removed (VPC
// User Guide, "Network ACL rules").
func aclEntries(all []types.NetworkAclEntry) inventory.Known[[]ACLEntry] {
	if len(all) == 0 {
		return inventory.Unanswered[[]ACLEntry]("EC2 DescribeNetworkAcls", "Entries")
	}
	out := make([]ACLEntry, 0, len(all))
	for _, e := range all {
		if e.RuleNumber == nil || e.Egress == nil || e.RuleAction == "" || e.Protocol == nil || e.CidrBlock == nil && e.Ipv6CidrBlock == nil {
			return inventory.Unanswered[[]ACLEntry]("EC2 DescribeNetworkAcls", "a part of an entry")
		}
		a := ACLEntry{
			Number: int(*e.RuleNumber), Egress: *e.Egress, Allow: e.RuleAction == types.RuleActionAllow,
			Protocol: protocol(*e.Protocol), CIDR: aws.Deref(e.CidrBlock),
		}
		if e.Ipv6CidrBlock != nil {
			a.CIDR = *e.Ipv6CidrBlock
		}
		switch {
		case a.Protocol != "tcp" && a.Protocol != "udp":
		case e.PortRange == nil || e.PortRange.From == nil || e.PortRange.To == nil:
			return inventory.Unanswered[[]ACLEntry]("EC2 DescribeNetworkAcls", "an entry's PortRange")
		default:
			a.FromPort, a.ToPort = int(*e.PortRange.From), int(*e.PortRange.To)
		}
		out = append(out, a)
	}
	slices.SortStableFunc(out, func(a, b ACLEntry) int { return a.Number - b.Number })
	return inventory.Of(out)
}

func (e ACLEntry) covers(p Ports) bool {
	return e.Protocol == allProtocol || e.Protocol == p.Protocol && e.FromPort <= p.From && p.To <= e.ToPort
}

// Admits says whom the ACL lets in to ports (out to them, where egress is
// set), for each piece of ports about which its entries say the same. Entries
// are taken by number; the first that matches an address decides on it.
func (a *NetworkACL) Admits(egress bool, ports Ports) []Opening {
	entries, ok := a.Entries.Peek()
	if !ok {
		gap, _ := a.Entries.Gap()
		return []Opening{{ports, Somewhere(gap)}}
	}
	var spans []span
	for _, e := range entries {
		if e.Egress == egress {
			spans = append(spans, span{e.FromPort, e.ToPort})
		}
	}
	var out []Opening
	for _, piece := range ports.split(spans) {
		allowed, undecided := Exactly(addresses.Nothing), Exactly(addresses.Everything)
		for _, e := range entries {
			if e.Egress != egress || !e.covers(piece) {
				continue
			}
			match := Range(e.CIDR)
			if e.Allow {
				allowed = allowed.Or(undecided.And(match))
			}
			undecided = undecided.Minus(match)
		}
		out = append(out, Opening{piece, allowed})
	}
	return out
}

// answers are the addresses to which the ACL lets something out. Whoever asks
// chooses the port that the answer goes to, so that any port will do.
func (a *NetworkACL) answers(protocol string) Extent {
	to := Exactly(addresses.Nothing)
	for _, o := range a.Admits(true, AllPorts(protocol)) {
		to = to.Or(o.From)
	}
	return to
}

// aclsOfSubnet finds the network ACL of a subnet.
var aclsOfSubnet = &inventory.Index[NetworkACL]{
	Of: NetworkACLs,
	Keys: func(r inventory.Reader, a *NetworkACL) []string {
		subnets, _ := a.Subnets.Get(r)
		return subnets
	},
}

// ACLOf returns the network ACL that stands before a subnet: each has one.
func ACLOf(inv *inventory.Inventory, region, subnet string) inventory.Known[*NetworkACL] {
	var gaps inventory.Gaps
	for _, a := range aclsOfSubnet.Get(inv, &gaps, region, subnet) {
		return inventory.Of(a)
	}
	return missing[*NetworkACL](gaps, "the network ACL of "+subnet)
}

// missing is the Gap where a look-up that must find something found nothing.
func missing[T any](gaps inventory.Gaps, what string) inventory.Known[T] {
	if len(gaps) == 0 {
		gaps.Missed(inventory.Gap{Reason: inventory.OtherAccount, Where: what + ", which is not among those listed"})
	}
	return inventory.Missing[T](gaps[0])
}
