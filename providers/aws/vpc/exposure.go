package vpc

import (
	"net/netip"
	"strings"

	"demarc/providers/addresses"
	"demarc/providers/inventory"
)

// ExposureNeeds are the sources that Reached and Path read.
var ExposureNeeds = []inventory.Source{
	NetworkInterfaces, SecurityGroups, PrefixListEntries, Subnets, RouteTables, NetworkACLs, BlocksPublicAccess, Exclusions,
}

// Reached says from where on the internet packets to ports of an interface
// arrive and are answered, all the way: the interface has a public address, its
// security groups admit the sender, the subnet's route table sends the answer
// to an internet gateway, the subnet's network ACL lets the packet in and the
// answer out, and VPC Block Public Access does not stand between. Pieces of
// ports that are known to be reached from nowhere are left out.
func Reached(inv *inventory.Inventory, n *NetworkInterface, ports []Ports) []Opening {
	if n.addresses(inv).Empty() {
		return nil // as most are: what follows is not worth reckoning
	}
	return Path(inv, n, Admitted(inv, n, ports))
}

// Admitted says whom the security groups of an interface admit together.
func Admitted(inv *inventory.Inventory, n *NetworkInterface, ports []Ports) []Opening {
	var rules []Rule
	hidden := Exactly(addresses.Nothing)
	ids, ok := n.Groups.Peek()
	if !ok {
		gap, _ := n.Groups.Gap()
		hidden = Somewhere(gap)
	}
	for _, id := range ids {
		inbound := inventory.Then(SecurityGroups.ByID(inv, n.Region, id), func(g *SecurityGroup) inventory.Known[[]Rule] {
			if g == nil {
				return missing[[]Rule](nil, "the security group "+id)
			}
			return g.Inbound
		})
		if gap, gone := inbound.Gap(); gone {
			hidden = hidden.Or(Somewhere(gap))
		}
		own, _ := inbound.Peek()
		rules = append(rules, own...)
	}
	all := openings(inv, n.Region, rules, ports)
	for i := range all {
		all[i].From = all[i].From.Or(hidden)
	}
	return all
}

// Path narrows openings, which somebody's rules make, to what of the internet
// gets through to the interface by all that lies on the way but its groups.
func Path(inv *inventory.Inventory, n *NetworkInterface, all []Opening) []Opening {
	base := n.addresses(inv)
	if base.Empty() {
		return nil
	}
	base = base.And(whether(inventory.Not(n.DenyAllIGW)))
	base = base.And(through(TableOf(inv, n.Region, n.SubnetID, n.VPCID), func(t *RouteTable) Extent { return t.Internet(inv) }))
	base = base.And(through(subnetByID(inv, n.Region, n.SubnetID), func(s *Subnet) Extent { return whether(unblocked(inv, s)) }))
	if base.Empty() {
		return nil
	}
	acl := ACLOf(inv, n.Region, n.SubnetID)
	answers := map[string]Extent{}
	for _, protocol := range []string{"tcp", "udp"} {
		answers[protocol] = through(acl, func(a *NetworkACL) Extent { return a.answers(protocol) })
	}
	var out []Opening
	for _, o := range all {
		from := o.From.And(base).And(answers[o.Ports.Protocol])
		if from.Empty() {
			continue
		}
		a, ok := acl.Peek()
		if !ok {
			out = append(out, Opening{o.Ports, from})
			continue
		}
		for _, in := range a.Admits(false, o.Ports) {
			if f := from.And(in.From); !f.Empty() {
				out = append(out, Opening{in.Ports, f})
			}
		}
	}
	return out
}

// addresses are the families in which the interface has an address that the
// internet routes, as the sets of all their addresses.
func (n *NetworkInterface) addresses(inv *inventory.Inventory) Extent {
	v4 := inventory.Map(n.PublicIPv4, func(all []string) bool { return len(all) > 0 })
	v6 := inventory.Then(n.IPv6, func(all []string) inventory.Known[bool] {
		var any []inventory.Known[bool]
		for _, a := range all {
			any = append(any, n.publicIPv6(inv, a))
		}
		return inventory.Or(any...)
	})
	return whether(v4).And(Range("0.0.0.0/0")).Or(whether(v6).And(Range("::/0")))
}

// publicIPv6 reports whether an IPv6 address is advertised on the internet:
// one of the global unicast block whose subnet does not have it as private.
func (n *NetworkInterface) publicIPv6(inv *inventory.Inventory, address string) inventory.Known[bool] {
	a, err := netip.ParseAddr(strings.TrimSpace(address))
	if err != nil {
		return inventory.Unanswered[bool](describeInterfaces, "a valid IPv6 address")
	}
	if !addresses.Public.Contains(a) {
		return inventory.Of(false)
	}
	return inventory.Then(subnetByID(inv, n.Region, n.SubnetID), func(s *Subnet) inventory.Known[bool] {
		return inventory.Map(s.IPv6, func(blocks []SubnetIPv6) bool {
			for _, b := range blocks {
				if p, err := netip.ParsePrefix(b.CIDR); err == nil && p.Contains(a) {
					return !b.Private
				}
			}
			return true
		})
	})
}

// whether is everything where k is true and nothing where it is false.
func whether(k inventory.Known[bool]) Extent {
	yes, ok := k.Peek()
	switch {
	case !ok:
		gap, _ := k.Gap()
		return Somewhere(gap)
	case yes:
		return Exactly(addresses.Everything)
	}
	return Exactly(addresses.Nothing)
}

// through is what f makes of k, or anything where k is hidden.
func through[T any](k inventory.Known[T], f func(T) Extent) Extent {
	v, ok := k.Peek()
	if !ok {
		gap, _ := k.Gap()
		return Somewhere(gap)
	}
	return f(v)
}
