package network

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A SecurityGroup is a network security group.
type SecurityGroup struct {
	inventory.Resource
	// Rules are the inbound rules that people made, by priority. The default
	// rules, which nobody can change or remove, admit nothing from the
	// internet ("Azure network security groups overview").
	Rules    inventory.Known[[]Rule]
	Attached inventory.Known[int] // subnets and interfaces that have the group
}

// A Rule is an inbound rule of a security group.
type Rule struct {
	Name         string
	Priority     int // the lower number is matched first
	Allow        bool
	Protocol     string   // "tcp", "udp", "icmp", "esp", "ah" or "*"
	Sources      []string // prefixes, service tags; none where the source is an application security group
	SourcePorts  []string
	Destinations []string // none where the destination is an application security group
	Ports        []string // "22", "20-30", "*"
}

type ruleProperties struct {
	Access       string   `json:"access"`
	Direction    string   `json:"direction"`
	Priority     *int     `json:"priority"`
	Protocol     string   `json:"protocol"`
	Source       string   `json:"sourceAddressPrefix"`
	Sources      []string `json:"sourceAddressPrefixes"`
	SourcePort   string   `json:"sourcePortRange"`
	SourcePorts  []string `json:"sourcePortRanges"`
	Destination  string   `json:"destinationAddressPrefix"`
	Destinations []string `json:"destinationAddressPrefixes"`
	Port         string   `json:"destinationPortRange"`
	Ports        []string `json:"destinationPortRanges"`

	SourceGroups      []struct{} `json:"sourceApplicationSecurityGroups"`
	DestinationGroups []struct{} `json:"destinationApplicationSecurityGroups"`
}

type groupProperties struct {
	SecurityRules *[]struct {
		Name       string         `json:"name"`
		Properties ruleProperties `json:"properties"`
	} `json:"securityRules"`
	Subnets    []ref `json:"subnets"`
	Interfaces []ref `json:"networkInterfaces"`
}

var groupQuery = azure.Resources("Resources", "microsoft.network/networksecuritygroups")

// SecurityGroups lists the network security groups of a subscription.
var SecurityGroups = &inventory.Type[SecurityGroup]{
	Kind: "azure.network.SecurityGroup", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(groupQuery),
	List: azure.List(groupQuery, func(r inventory.Resource, _ azure.Row, p groupProperties) *SecurityGroup {
		// "Network Security Groups - Get": the references to subnets and interfaces are left out where there are none.
		g := &SecurityGroup{Resource: r, Rules: rulesOf(p), Attached: inventory.Of(len(p.Subnets) + len(p.Interfaces))}
		return g
	}),
}

// lacks names what the answer does not say of an inbound rule; "" where it is
// whole. By the reference, "Security Rules - Get", a rule has an access, a
// direction, a priority and a protocol; ports and addresses it has in one of
// their forms.
func (q ruleProperties) lacks() string {
	switch {
	case q.Priority == nil || !anyFold(q.Access, "Allow", "Deny"):
		return "the access or the priority of a rule"
	case q.Protocol == "":
		return "the protocol of a rule"
	case len(join(q.Port, q.Ports)) == 0 || len(join(q.SourcePort, q.SourcePorts)) == 0:
		return "the ports of a rule"
	case len(join(q.Source, q.Sources))+len(q.SourceGroups) == 0:
		return "the sources of a rule"
	case len(join(q.Destination, q.Destinations))+len(q.DestinationGroups) == 0:
		return "the destinations of a rule"
	}
	return ""
}

func anyFold(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(s, w) })
}

// rulesOf is a Gap where a rule lacks what decides: it might be the one that
// opens the group.
func rulesOf(p groupProperties) inventory.Known[[]Rule] {
	const asked = "Resource Graph microsoft.network/networksecuritygroups"
	if p.SecurityRules == nil {
		return inventory.Unanswered[[]Rule](asked, "securityRules")
	}
	rules := []Rule{}
	for _, r := range *p.SecurityRules {
		q := r.Properties
		if strings.EqualFold(q.Direction, "Outbound") {
			continue
		}
		if !strings.EqualFold(q.Direction, "Inbound") {
			return inventory.Unanswered[[]Rule](asked, "the direction of a rule")
		}
		if what := q.lacks(); what != "" {
			return inventory.Unanswered[[]Rule](asked, what)
		}
		rules = append(rules, Rule{
			Name: r.Name, Priority: *q.Priority, Allow: strings.EqualFold(q.Access, "Allow"), Protocol: strings.ToLower(q.Protocol),
			Sources: join(q.Source, q.Sources), SourcePorts: join(q.SourcePort, q.SourcePorts),
			Destinations: join(q.Destination, q.Destinations), Ports: join(q.Port, q.Ports),
		})
	}
	slices.SortStableFunc(rules, func(a, b Rule) int { return cmp.Compare(a.Priority, b.Priority) })
	return inventory.Of(rules)
}

func join(one string, more []string) []string {
	if one == "" {
		return more
	}
	return append([]string{one}, more...)
}

// Covers reports whether the rule speaks of the whole range of ports of the
// protocol ("tcp" or "udp").
func (r Rule) Covers(protocol string, from, to int) bool {
	return r.speaks(protocol) && slices.ContainsFunc(r.Ports, func(s string) bool {
		lo, hi, ok := portRange(s)
		return ok && lo <= from && to <= hi
	})
}

func (r Rule) speaks(protocol string) bool { return r.Protocol == "*" || r.Protocol == protocol }

func portRange(s string) (from, to int, ok bool) {
	if s == "*" {
		return 0, 65535, true
	}
	a, b, ranged := strings.Cut(s, "-")
	if !ranged {
		b = a
	}
	from, err := strconv.Atoi(strings.TrimSpace(a))
	to, bad := strconv.Atoi(strings.TrimSpace(b))
	return from, to, err == nil && bad == nil
}
