package cloudsql

import (
	"net/netip"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

var widest = &checks.Param{Name: "widestPrefix", Default: 1, Unit: "bits", Source: "CIS Google Cloud Foundations: no authorized network is 0.0.0.0/0; one of half of all addresses is as good"}

// AuthorizedNetworks asks that the whole internet is not let in.
var AuthorizedNetworks = &checks.Check{
	ID:       "gcp-cloudsql-authorized-networks",
	Title:    "Cloud SQL instances are not open to every address",
	Why:      "With 0.0.0.0/0 among the authorized networks, the password is all that stands between the internet and the data.",
	Severity: checks.Critical,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Cloud SQL > Instances > the instance > Connections > Networking > Authorized networks: delete 0.0.0.0/0; connect through the Cloud SQL Auth Proxy, or add the addresses that need it.",
		CLI:       "gcloud sql instances patch <instance> --authorized-networks=<cidr>,<cidr>",
		Terraform: "resource \"google_sql_database_instance\" \"example\" {\n  settings {\n    ip_configuration {\n      authorized_networks {\n        name  = \"office\"\n        value = \"198.51.100.0/28\"\n      }\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.5"}},
	Aliases:  []string{"prowler:cloudsql_instance_public_access"},
	Link:     "https://cloud.google.com/sql/docs/mysql/authorize-networks",
	Params:   []*checks.Param{widest},
	Needs:    []inventory.Source{cloudsql.Instances},
	Run: each(func(p *checks.Probe, i *cloudsql.Instance) {
		// Networks without a public address to reach are without effect, and so are
		// those of an instance that takes the connectors alone: "REQUIRED … disables
		// all existing authorized networks".
		counts := inventory.And(i.PublicIP, inventory.Map(i.Connectors, func(c string) bool { return c != "REQUIRED" }))
		open := inventory.Then(i.Networks, func(all []cloudsql.Network) inventory.Known[bool] {
			out := inventory.Of(false)
			for _, n := range all {
				if n.Expires.IsZero() || n.Expires.After(p.Inv.Now) {
					out = inventory.Or(out, wide(n, p.Int(widest)))
				}
			}
			return out
		})
		if bad, ok := inventory.And(counts, open).Get(p); !ok || !bad {
			return
		}
		all, _ := i.Networks.Get(p)
		for _, n := range all {
			if bad, _ := wide(n, p.Int(widest)).Peek(); bad && (n.Expires.IsZero() || n.Expires.After(p.Inv.Now)) {
				cidr, _ := n.CIDR.Get(p)
				p.Evidence("authorizedNetwork", cidr)
				p.Failf("the instance has a public address, and %s may connect to it", cidr)
			}
		}
	}),
}

// wide reports whether a network is as good as everybody.
func wide(n cloudsql.Network, bits int) inventory.Known[bool] {
	return inventory.Then(n.CIDR, func(cidr string) inventory.Known[bool] {
		if prefix, err := netip.ParsePrefix(cidr); err == nil {
			return inventory.Of(prefix.Bits() <= bits)
		}
		if _, err := netip.ParseAddr(cidr); err == nil {
			return inventory.Of(false)
		}
		return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "which addresses the authorized network " + cidr + " has"})
	})
}
