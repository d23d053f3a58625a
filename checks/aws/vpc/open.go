package vpc

import (
	"fmt"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// The parameters of everything that asks whether a set of addresses is the
// internet. They are those of vpc.DefaultScale, which says why.
var (
	worldPercent = &checks.Param{
		Name: "worldPercent", Default: vpc.DefaultScale.WorldPercent, Unit: "percent of the public addresses of IPv4 or IPv6",
		Source: "from a quarter of the internet on, a range keeps no scanner out",
	}
	wideIPv4 = &checks.Param{
		Name: "wideIPv4Prefix", Default: vpc.DefaultScale.WideIPv4, Unit: "prefix length",
		Source: "a /8 is more than any registry gives to one party today",
	}
	wideIPv6 = &checks.Param{
		Name: "wideIPv6Prefix", Default: vpc.DefaultScale.WideIPv6, Unit: "prefix length",
		Source: "a /16 is more than any registry gives to one party today",
	}
)

// scaled is the parameters of a check that has some of its own.
func scaled(own ...*checks.Param) []*checks.Param {
	return append(own, worldPercent, wideIPv4, wideIPv6)
}

func scaleOf(p *checks.Probe) vpc.Scale {
	return vpc.Scale{WorldPercent: p.Int(worldPercent), WideIPv4: p.Int(wideIPv4), WideIPv6: p.Int(wideIPv6)}
}

// portsOf reads a parameter that lists ports. A word that is no port panics,
// which makes the result an ERROR: to go on would be to look at less than the
// user asked for.
func portsOf(p *checks.Probe, param *checks.Param) (ports []vpc.Ports) {
	for _, word := range p.Strings(param) {
		one, err := vpc.ParsePorts(word)
		if err != nil {
			panic(err)
		}
		ports = append(ports, one)
	}
	return ports
}

// judgeGroup reports the openings that a security group makes. One to the
// world is a violation by itself, of the check's severity where an interface
// of the group is reached from the internet, or where that could not be seen,
// and a lesser one where no interface is. One to a wide range is a violation
// where an interface is reached through it, and none where not.
func judgeGroup(p *checks.Probe, g *vpc.SecurityGroup, openings []vpc.Opening) {
	scale := scaleOf(p)
	var world, wide []vpc.Opening
	var hidden inventory.Gaps
	for _, o := range openings {
		switch b, _ := o.From.Breadth(scale).Get(&hidden); b {
		case vpc.World:
			world = append(world, o)
		case vpc.Wide:
			wide = append(wide, o)
		}
	}
	if len(world) > 0 {
		evidence(p, scale, world)
		how := lookBehind(p, g, world, scale)
		if how.rank != 0 {
			p.Rank(how.rank)
		}
		p.Failf("admits the internet to %s; %s", named(world), how.words)
		return
	}
	for _, g := range hidden {
		p.Missed(g)
	}
	if len(wide) == 0 {
		return
	}
	if how := lookBehind(p, g, wide, scale); how.reached {
		evidence(p, scale, wide)
		p.Rank(checks.Medium)
		p.Failf("admits a range as wide as many networks to %s; %s", named(wide), how.words)
	}
}

func evidence(p *checks.Probe, scale vpc.Scale, openings []vpc.Opening) {
	families := map[string]bool{}
	for _, o := range openings {
		for _, f := range strings.Split(scale.Families(o.From.Least), " and ") {
			families[f] = true
		}
	}
	var names []string
	for _, f := range []string{"IPv4", "IPv6"} {
		if families[f] {
			names = append(names, f)
		}
	}
	p.Evidence("openTo", names)
	p.Evidence("ports", words(openings))
}

// behind is what stands behind an opening.
type behind struct {
	reached bool
	rank    checks.Severity // 0: the check's own
	words   string
}

// lookBehind asks whether an interface of a group is reached from the internet
// through openings. What it cannot see it puts on record.
func lookBehind(p *checks.Probe, g *vpc.SecurityGroup, openings []vpc.Opening, scale vpc.Scale) behind {
	var hidden inventory.Gaps
	var direct, indirect []string
	interfaces := vpc.InterfacesOfGroup.Get(p.Inv, &hidden, g.Region, g.ID)
	for _, n := range interfaces {
		var reached bool
		for _, o := range vpc.Path(p.Inv, n, openings) {
			b, _ := o.From.Breadth(scale).Get(&hidden)
			reached = reached || b > vpc.Narrow
		}
		switch {
		case reached && indirectly(n):
			indirect = append(indirect, n.ID)
		case reached:
			direct = append(direct, n.ID)
		}
	}
	switch {
	case len(direct) > 0:
		p.Evidence("reachedInterfaces", direct)
		return behind{true, 0, "the internet reaches " + some(direct)}
	case len(hidden) > 0:
		for _, gap := range hidden {
			p.Missed(gap)
		}
		return behind{len(indirect) > 0, 0, "whether the internet reaches an interface of it could not be seen"}
	case len(indirect) > 0:
		p.Evidence("reachedInterfaces", indirect)
		return behind{true, checks.Medium, "the internet reaches " + some(indirect) + ", of a load balancer or attached to nothing"}
	case len(interfaces) == 0:
		return behind{false, checks.Low, "no interface has the group"}
	}
	// Packets of the internet may still come by way of a Network Load Balancer
	// or Global Accelerator, which keep the sender's address: that is why this
	// is no lesser violation.
	return behind{false, checks.Medium, fmt.Sprintf("the internet reaches none of the %d interfaces that have it directly, only through what may stand before them: a Network Load Balancer, Global Accelerator", len(interfaces))}
}

// indirectly reports whether to reach the interface is not yet to reach a
// machine: it is a load balancer's, whose listeners decide, or attached to
// nothing.
func indirectly(n *vpc.NetworkInterface) bool { return n.LoadBalancer() || n.Status == "available" }

func words(openings []vpc.Opening) (all []string) {
	var ports []vpc.Ports
	for _, o := range openings {
		ports = append(ports, o.Ports)
	}
	for _, p := range vpc.Joined(ports) {
		all = append(all, p.String())
	}
	return all
}

func named(openings []vpc.Opening) string { return some(words(openings)) }

// some lists a few of many, for messages.
func some(all []string) string {
	const few = 6
	if len(all) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(all[:few], ", "), len(all)-few)
	}
	return strings.Join(all, ", ")
}

// except is every TCP and UDP port but those of ports.
func except(ports []vpc.Ports) (rest []vpc.Ports) {
	for _, protocol := range []string{"tcp", "udp"} {
		all := vpc.AllPorts(protocol)
		next := all.From
		for _, p := range vpc.Joined(ports) {
			if p.Protocol != protocol {
				continue
			}
			if p.From > next {
				rest = append(rest, vpc.Ports{Protocol: protocol, From: next, To: p.From - 1})
			}
			next = max(next, p.To+1)
		}
		if next <= all.To {
			rest = append(rest, vpc.Ports{Protocol: protocol, From: next, To: all.To})
		}
	}
	return rest
}

// groupNeeds are the sources that judgeGroup reads.
var groupNeeds = slices.Clone(vpc.ExposureNeeds)

// groupFix is what mends a security group that is open.
func groupFix(port string) checks.Fix {
	return checks.Fix{
		Console:   "VPC > Security groups > the group > Inbound rules > Edit inbound rules: remove the rule, or give the addresses that need it as its source. Better: reach machines through Systems Manager Session Manager, without any open port.",
		CLI:       "aws ec2 revoke-security-group-ingress --group-id <group-id> --protocol tcp --port " + port + " --cidr 0.0.0.0/0",
		Terraform: "resource \"aws_vpc_security_group_ingress_rule\" \"example\" {\n  security_group_id = aws_security_group.example.id\n  ip_protocol       = \"tcp\"\n  from_port         = " + port + "\n  to_port           = " + port + "\n  cidr_ipv4         = \"198.51.100.0/24\" # the addresses that need it\n}",
	}
}
