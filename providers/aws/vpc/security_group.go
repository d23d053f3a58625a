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

// A SecurityGroup is a stateful firewall around network interfaces.
type SecurityGroup struct {
	inventory.Resource
	VPCID    string
	Inbound  inventory.Known[[]Rule]
	Outbound inventory.Known[[]Rule]
}

// A Rule admits traffic. What it does not name of sources it does not admit.
type Rule struct {
	Protocol    string   // tcp, udp, icmp, icmpv6, the number of another, "-1" for all
	FromPort    int      // of tcp and udp only
	ToPort      int      // included
	IPv4, IPv6  []string // CIDR blocks
	PrefixLists []string // ids
	Groups      []string // ids of security groups
}

// Default reports whether it is the group that AWS made with the VPC: no other
// can have its name (EC2 API reference, "CreateSecurityGroup").
func (g *SecurityGroup) Default() bool { return g.Name == "default" }

const describeGroups = "EC2 DescribeSecurityGroups"

// SecurityGroups lists the security groups of each region, those shared with
// the account too.
var SecurityGroups = &inventory.Type[SecurityGroup]{
	Kind: "aws.vpc.SecurityGroup", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeSecurityGroups"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*SecurityGroup, error] {
		pages := aws.Pages(ctx, client(s).DescribeSecurityGroups, &ec2.DescribeSecurityGroupsInput{MaxResults: new(many)},
			func(out *ec2.DescribeSecurityGroupsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeSecurityGroupsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeSecurityGroupsOutput) (rows []*SecurityGroup) {
			for _, g := range out.SecurityGroups {
				arn := aws.Deref(g.SecurityGroupArn)
				if arn == "" {
					arn = resource(s, g.OwnerId, "security-group", *g.GroupId, nil).Full
				}
				rows = append(rows, &SecurityGroup{
					Resource: aws.Named(tagged(s, arn, *g.GroupId, g.Tags), *g.GroupName),
					VPCID:    aws.Deref(g.VpcId),
					Inbound:  rules(g.IpPermissions), Outbound: rules(g.IpPermissionsEgress),
				})
			}
			return rows
		})
	},
}

// rules reads the rules of one direction. A group without rules has an empty
// list: "when you first create a security group, it has no inbound rules", and
// outbound ones can be removed (VPC User Guide, "Security group rules"). A rule
// names at least one source.
func rules(all []types.IpPermission) inventory.Known[[]Rule] {
	out := make([]Rule, 0, len(all))
	for _, p := range all {
		if p.IpProtocol == nil {
			return inventory.Unanswered[[]Rule](describeGroups, "a rule's IpProtocol")
		}
		r := Rule{Protocol: protocol(*p.IpProtocol)}
		switch {
		case r.Protocol != "tcp" && r.Protocol != "udp":
		case p.FromPort == nil || p.ToPort == nil:
			return inventory.Unanswered[[]Rule](describeGroups, "a rule's ports")
		case *p.FromPort == -1: // every port, as older rules were written
			r.FromPort, r.ToPort = 0, lastPort
		default:
			r.FromPort, r.ToPort = int(*p.FromPort), int(*p.ToPort)
		}
		for _, x := range p.IpRanges {
			r.IPv4 = append(r.IPv4, aws.Deref(x.CidrIp))
		}
		for _, x := range p.Ipv6Ranges {
			r.IPv6 = append(r.IPv6, aws.Deref(x.CidrIpv6))
		}
		for _, x := range p.PrefixListIds {
			r.PrefixLists = append(r.PrefixLists, aws.Deref(x.PrefixListId))
		}
		for _, x := range p.UserIdGroupPairs {
			r.Groups = append(r.Groups, aws.Deref(x.GroupId))
		}
		if named := slices.Concat(r.IPv4, r.IPv6, r.PrefixLists, r.Groups); len(named) == 0 || slices.Contains(named, "") {
			return inventory.Unanswered[[]Rule](describeGroups, "a rule's sources")
		}
		out = append(out, r)
	}
	return inventory.Of(out)
}

// covers reports whether the rule is about p, of which split has made a piece
// that the rule holds whole or not at all.
func (r Rule) covers(p Ports) bool {
	return r.Protocol == allProtocol || r.Protocol == p.Protocol && r.FromPort <= p.From && p.To <= r.ToPort
}

// Sources are the addresses that the rule admits (for outbound rules: the
// destinations). Addresses admitted by way of a security group are private
// ones of its interfaces and not among them.
func (r Rule) Sources(inv *inventory.Inventory, region string) Extent {
	e := Range(slices.Concat(r.IPv4, r.IPv6)...)
	for _, id := range r.PrefixLists {
		e = e.Or(listed(inv, region, id))
	}
	return e
}

// An Opening is the public addresses from which ports can be reached.
type Opening struct {
	Ports Ports
	From  Extent
}

// openings cuts ports where a rule's ports begin or end and gives for each
// piece which public addresses the rules together admit to it. Rules that
// admit none, as most do, are left aside.
func openings(inv *inventory.Inventory, region string, rules []Rule, ports []Ports) []Opening {
	var sources []Extent
	var open []Rule
	var spans []span
	for _, r := range rules {
		if from := r.Sources(inv, region); from.Most.Overlaps(addresses.Public) {
			sources, open = append(sources, from), append(open, r)
			spans = append(spans, span{r.FromPort, r.ToPort})
		}
	}
	var out []Opening
	for _, p := range ports {
		for _, piece := range p.split(spans) {
			var from []Extent
			for i, r := range open {
				if r.covers(piece) {
					from = append(from, sources[i])
				}
			}
			out = append(out, Opening{piece, Union(from...)})
		}
	}
	return out
}

// Openings says who is admitted to ports by the group's own rules, whether or
// not anything is behind them: one Opening for each piece of ports about which
// the rules say the same.
func (g *SecurityGroup) Openings(inv *inventory.Inventory, ports []Ports) []Opening {
	rules, ok := g.Inbound.Peek()
	if !ok {
		gap, _ := g.Inbound.Gap()
		var out []Opening
		for _, p := range ports {
			out = append(out, Opening{p, Somewhere(gap)})
		}
		return out
	}
	return openings(inv, g.Region, rules, ports)
}

// ReferringGroups finds the security groups whose rules refer to a group.
var ReferringGroups = &inventory.Index[SecurityGroup]{
	Of: SecurityGroups,
	Keys: func(r inventory.Reader, g *SecurityGroup) (keys []string) {
		for _, rules := range []inventory.Known[[]Rule]{g.Inbound, g.Outbound} {
			all, _ := rules.Get(r)
			for _, rule := range all {
				for _, id := range rule.Groups {
					if id != g.ID {
						keys = append(keys, id)
					}
				}
			}
		}
		slices.Sort(keys)
		return slices.Compact(keys)
	},
}
