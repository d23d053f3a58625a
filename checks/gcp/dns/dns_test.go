package dns

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/dns"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func is(name string, want checks.Verdict, parts ...inventory.Part) checktest.Case {
	return checktest.Case{Name: name, Have: inventory.Fixture(parts...), Want: []checks.Verdict{want}}
}

func zone(private bool, state inventory.Known[string], keys ...dns.Key) inventory.Part {
	return inventory.Rows(dns.ManagedZones, &dns.ManagedZone{Resource: inventory.Resource{ID: "z"}, Private: inventory.Of(private), DNSSEC: state, Keys: inventory.Of(keys)})
}

// keyCases are the cases of a check of the keys of one kind; other is the other kind.
func keyCases(kind, other string) []checktest.Case {
	on := inventory.Of("on")
	return []checktest.Case{
		is("RSASHA256", checks.Pass, zone(false, on, dns.Key{Type: kind, Algorithm: "rsasha256"}, dns.Key{Type: other, Algorithm: "rsasha1"})),
		is("RSASHA1", checks.Fail, zone(false, on, dns.Key{Type: kind, Algorithm: "rsasha1"})),
		is("RSASHA1 in transfer", checks.Fail, zone(false, inventory.Of("transfer"), dns.Key{Type: kind, Algorithm: "rsasha1"})),
		is("not signed", checks.NotApplicable, zone(false, inventory.Of("off"), dns.Key{Type: kind, Algorithm: "rsasha1"})),
		is("private", checks.NotApplicable, zone(true, inventory.Of("off"))),
		is("hidden", checks.Unknown, zone(false, inventory.Missing[string](checktest.Dark), dns.Key{Type: kind, Algorithm: "rsasha1"})),
	}
}
