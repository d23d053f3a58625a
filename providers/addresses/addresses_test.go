package addresses_test

import (
	"slices"
	"strings"
	"testing"

	"demarc/providers/addresses"
)

func TestFamilies(t *testing.T) {
	for words, want := range map[string]string{
		"":                      "",
		"0.0.0.0/0":             "IPv4",
		"::/0":                  "IPv6",
		"2000::/3 0.0.0.0/0":    "IPv4 and IPv6",
		"0.0.0.0/1 128.0.0.0/1": "IPv4",
		"64.0.0.0/2":            "IPv4",
		"192.0.0.0/2":           "", // three quarters of it are multicast, reserved or private
		"224.0.0.0/3":           "",
		"10.0.0.0/8 fc00::/7":   "",
		"1.0.0.0-126.0.0.0":     "IPv4",
		"52.0.0.0/8":            "",
	} {
		if got := addresses.Families(addresses.Must(strings.Fields(words)...), addresses.WorldPercent); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	if v4, v6 := addresses.Share(addresses.Everything); v4 != 100 || v6 != 100 {
		t.Errorf("everything is %v%% and %v%%", v4, v6)
	}
}

func TestParse(t *testing.T) {
	set, others := addresses.Parse([]string{" 10.0.0.1 ", "10.0.0.2/31", "10.0.0.4-10.0.0.5", "fe80::1%eth0", "VirtualNetwork", "10.0.0.9-10.0.0.8", "10.0.0.1/33"})
	if v4, v6 := addresses.Sizes(set); v4 != 5 || v6 != 1 || !slices.Equal(others, []string{"VirtualNetwork", "10.0.0.9-10.0.0.8", "10.0.0.1/33"}) {
		t.Errorf("%v, without %q", set.Prefixes(), others)
	}
}

func TestSpan(t *testing.T) {
	for _, tc := range []struct {
		start, end string
		n          float64
		ok         bool
	}{
		{"10.0.0.1", "10.0.0.4", 4, true},
		{"10.0.0.1", "10.0.0.1", 1, true},
		{"10.0.0.4", "10.0.0.1", 0, false},
		{"10.0.0.1", "::1", 0, false},
		{"10.0.0.1", "", 0, false},
		{"fe80::1%a", "fe80::2%a", 0, false},
	} {
		set, ok := addresses.Span(tc.start, tc.end)
		if n, _ := addresses.Sizes(set); ok != tc.ok || n != tc.n {
			t.Errorf("%s to %s: %v addresses, %v", tc.start, tc.end, n, ok)
		}
	}
}

// What is taken away is gone, what is left was there, and no words break it.
func FuzzParse(f *testing.F) {
	f.Add("0.0.0.0/0 fe80::1%eth0", "10.0.0.1-10.0.0.3")
	f.Add("::ffff:10.0.0.1 ::ffff:0:0/96", "1.2.3.4/0")
	f.Add("fe80::1%a-fe80::2%a", "%/-")
	f.Fuzz(func(t *testing.T, one, two string) {
		a, _ := addresses.Parse(strings.Fields(one))
		b, _ := addresses.Parse(strings.Fields(two))
		left := addresses.Minus(a, b)
		if left.Overlaps(b) || !addresses.Union(left, addresses.Intersect(a, b)).Equal(a) {
			t.Errorf("%q without %q is %v", one, two, left.Prefixes())
		}
		v4, v6 := addresses.Share(a)
		if w4, w6 := addresses.Share(left); w4 > v4 || w6 > v6 {
			t.Errorf("%q without %q grew", one, two)
		}
	})
}
