package ipfirewall

import (
	"slices"
	"testing"
)

func TestAdmitted(t *testing.T) {
	for _, tc := range []struct {
		name  string
		rules []Rule
		want  Admission
	}{
		{"none", nil, Admission{}},
		{"Azure's services", []Rule{{"azure", "0.0.0.0", "0.0.0.0"}}, Admission{}},
		{"one address", []Rule{{"office", "198.51.100.7", "198.51.100.7"}}, Admission{IPv4: 1, Widest: []string{"office"}}},
		{"overlapping", []Rule{{"a", "10.0.0.0", "10.0.0.255"}, {"b", "10.0.0.0", "10.0.1.255"}}, Admission{IPv4: 512, Widest: []string{"b", "a"}}},
		{"everybody", []Rule{{"all", "0.0.0.0", "255.255.255.255"}}, Admission{IPv4: 1 << 32, World: true, Widest: []string{"all"}}},
		{"everybody in halves", []Rule{{"low", "0.0.0.0", "127.255.255.255"}, {"high", "128.0.0.0", "255.255.255.255"}}, Admission{IPv4: 1 << 32, World: true, Widest: []string{"low", "high"}}},
		{"everybody but the rule's zero", []Rule{{"all", "0.0.0.1", "255.255.255.255"}}, Admission{IPv4: 1<<32 - 1, World: true, Widest: []string{"all"}}},
		{"one network of IPv6", []Rule{{"six", "2001:db8::", "2001:db8::ffff:ffff:ffff:ffff"}}, Admission{Networks: 1, Widest: []string{"six"}}},
		{"all of IPv6", []Rule{{"six", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}}, Admission{Networks: 1 << 64, World: true, Widest: []string{"six"}}},
	} {
		got := Admitted(tc.rules)
		if got.IPv4 != tc.want.IPv4 || got.Networks != tc.want.Networks || got.World != tc.want.World || !slices.Equal(got.Widest, tc.want.Widest) {
			t.Errorf("%s: %+v, want %+v", tc.name, got, tc.want)
		}
	}
}
