package appservice

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"net/netip"
	"slices"
	"strings"

	"go4.org/netipx"

	"demarc/providers/addresses"
	"demarc/providers/inventory"
)

// A restriction is by addresses or a service tag, or by a subnet; one with
// headers holds for requests that have them alone. What headers a request has
// is the sender's to choose: they let in whoever guesses them.
type restriction struct {
	Address  string              `json:"ipAddress"`
	Mask     string              `json:"subnetMask"` // of the older form of an address
	Subnet   string              `json:"vnetSubnetResourceId"`
	Action   string              `json:"action"`
	Priority *int                `json:"priority"`
	Headers  map[string][]string `json:"headers"`
}

// openToAll follows "Set up Azure App Service access restrictions": rules are
// looked at by priority, and the first that matches holds; what none matches is
// let in where there are no rules, and kept out where there are, unless the
// default action says otherwise.
func (c configJSON) openToAll(rules []restriction) inventory.Known[bool] {
	for _, r := range rules {
		if what := r.lacks(len(rules) > 1); what != "" {
			return inventory.Unanswered[bool]("ARM microsoft.web/sites/config", what+" of an access restriction")
		}
	}
	if len(rules) > 1 {
		slices.SortStableFunc(rules, func(a, b restriction) int { return cmp.Compare(*a.Priority, *b.Priority) })
	}
	in, out := addresses.Nothing, addresses.Nothing // let in; kept out by an earlier rule
	for _, r := range rules {
		set := r.addresses()
		if strings.EqualFold(r.Action, "Allow") {
			in = addresses.Union(in, addresses.Minus(set, out))
		} else if !r.filtered() { // who lacks the headers goes on to the next rule
			out = addresses.Union(out, set)
		}
	}
	action := ""
	if c.Default != nil {
		action = *c.Default
	}
	switch {
	case strings.EqualFold(action, "Allow"), action == "" && len(rules) == 0:
		in = addresses.Union(in, addresses.Minus(addresses.Everything, out))
	case action != "" && !strings.EqualFold(action, "Deny"):
		return inventory.Unanswered[bool]("ARM microsoft.web/sites/config", "a known ipSecurityRestrictionsDefaultAction")
	}
	return inventory.Of(addresses.Families(in, addresses.WorldPercent) != "")
}

// lacks names what the answer does not say of a rule; "" where it is whole.
func (r restriction) lacks(ordered bool) string {
	switch {
	case !strings.EqualFold(r.Action, "Allow") && !strings.EqualFold(r.Action, "Deny"):
		return "the action"
	case r.Address == "" && r.Subnet == "":
		return "the address or the subnet"
	case r.Priority == nil && ordered:
		return "the priority"
	}
	return ""
}

// filtered reports whether the rule holds only for requests with certain headers.
func (r restriction) filtered() bool {
	for _, values := range r.Headers {
		if len(values) > 0 {
			return true
		}
	}
	return false
}

// addresses is the set of a rule's addresses, which may be several with commas.
// A service tag takes in a part of Microsoft's networks, save the one that
// stands for everybody.
func (r restriction) addresses() *netipx.IPSet {
	words := strings.Split(r.Address, ",")
	for i, word := range words {
		word = strings.TrimSpace(word)
		if strings.EqualFold(word, "Any") || strings.EqualFold(word, "Internet") {
			return addresses.Everything
		}
		if r.Mask != "" && !strings.Contains(word, "/") {
			words[i] = fmt.Sprintf("%s/%d", word, ones(r.Mask))
		}
	}
	set, _ := addresses.Parse(words)
	return set
}

// ones is the length of the prefix that a mask stands for; of a mask that is
// none, that of a single address.
func ones(mask string) int {
	a, err := netip.ParseAddr(mask)
	if err != nil || !a.Is4() {
		return 32
	}
	b := a.As4()
	return bits.LeadingZeros32(^binary.BigEndian.Uint32(b[:]))
}
