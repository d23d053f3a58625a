// Package dns collects Cloud DNS.
package dns

import (
	"slices"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// A ManagedZone is a zone that Cloud DNS answers for.
type ManagedZone struct {
	inventory.Resource
	Private inventory.Known[bool]   // answers networks alone
	DNSSEC  inventory.Known[string] // "on", "off", "transfer"
	Keys    inventory.Known[[]Key]  // how the keys that sign it are made
}

// A Key says how keys of one kind are made.
type Key struct {
	Type      string // "keySigning", "zoneSigning"
	Algorithm string // "rsasha256", …
}

type zoneJSON struct {
	Visibility *string `json:"visibility"`
	DNSSEC     *struct {
		State *string `json:"state"`
		Keys  []struct {
			Type      string `json:"keyType"`
			Algorithm string `json:"algorithm"`
		} `json:"defaultKeySpecs"`
	} `json:"dnssecConfig"`
}

var zoneQuery = gcp.Resources("dns.googleapis.com/ManagedZone")

// ManagedZones lists the zones of a project.
var ManagedZones = &inventory.Type[ManagedZone]{
	Kind: "gcp.dns.ManagedZone", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true, Uses: compute.Uses(zoneQuery),
	List: compute.List(func(_ compute.Home, r inventory.Resource, j zoneJSON) *ManagedZone {
		const asked = "Cloud Asset Inventory dns.googleapis.com/ManagedZone"
		// Cloud Asset Inventory writes the values of enumerations in capitals
		// in places; a zone that was never signed has no DNSSEC configuration
		// ("ManagedZones", the reference), and DNSSEC is off by default.
		z := &ManagedZone{
			Resource: r, DNSSEC: inventory.Of("off"), Keys: inventory.Of([]Key(nil)),
			Private: inventory.Then(inventory.FromPtr(j.Visibility, inventory.Unanswered[string](asked, "visibility")), func(v string) inventory.Known[bool] {
				switch strings.ToLower(v) {
				case "private":
					return inventory.Of(true)
				case "public":
					return inventory.Of(false)
				}
				return inventory.Unanswered[bool](asked, "a visibility that is public or private")
			}),
		}
		if d := j.DNSSEC; d != nil {
			z.DNSSEC = inventory.Map(inventory.FromPtr(d.State, inventory.Unanswered[string](asked, "dnssecConfig.state")), strings.ToLower)
			var keys []Key
			for _, k := range d.Keys {
				if k.Type == "" || k.Algorithm == "" {
					z.Keys = inventory.Unanswered[[]Key](asked, "the type or the algorithm of a key")
					return z
				}
				keys = append(keys, Key{Type: k.Type, Algorithm: strings.ToLower(k.Algorithm)})
			}
			z.Keys = inventory.Of(keys)
			if len(keys) == 0 { // a configuration comes with the keys that it makes, the default ones too
				z.Keys = inventory.Unanswered[[]Key](asked, "dnssecConfig.defaultKeySpecs")
			}
		}
		return z
	}, zoneQuery),
}

// A Policy holds for the networks that it is bound to.
type Policy struct {
	inventory.Resource
	Logging  inventory.Known[bool]
	Networks inventory.Known[[]string] // full names
}

type policyJSON struct {
	Logging  *bool `json:"enableLogging"`
	Networks []struct {
		URL string `json:"networkUrl"`
	} `json:"networks"`
}

var policyQuery = gcp.Resources("dns.googleapis.com/Policy")

// Policies lists the DNS server policies of a project. "Defaults to no logging
// if not set"; a policy that is bound to no network has no list of them.
var Policies = &inventory.Type[Policy]{
	Kind: "gcp.dns.Policy", Level: inventory.AtAccount, Model: inventory.Serverless, Uses: compute.Uses(policyQuery),
	List: compute.List(func(h compute.Home, r inventory.Resource, j policyJSON) *Policy {
		p := &Policy{Resource: r, Logging: inventory.FromPtr(j.Logging, inventory.Of(false))}
		var networks []string
		for _, n := range j.Networks {
			networks = append(networks, h.Ref(n.URL))
		}
		slices.Sort(networks)
		p.Networks = inventory.Of(networks)
		return p
	}, policyQuery),
}

// Of finds the policies of a network, by its full name.
var Of = &inventory.Index[Policy]{
	Of: Policies,
	Keys: func(r inventory.Reader, p *Policy) []string {
		networks, _ := p.Networks.Get(r)
		return networks
	},
}
