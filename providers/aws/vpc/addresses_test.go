package vpc

import (
	"net/netip"
	"strings"
	"testing"

	"demarc/providers/addresses"
	"demarc/providers/inventory"
)

func TestBreadth(t *testing.T) {
	for _, c := range []struct {
		cidrs string
		want  Breadth
	}{
		{"0.0.0.0/0", World},
		{"::/0", World},
		{"2000::/3", World},
		{"0.0.0.0/1 128.0.0.0/1", World},
		{"0.0.0.0/1", World},
		{"128.0.0.0/1", World},
		{"64.0.0.0/2", World},
		{"192.0.0.0/2", Wide}, // three quarters of it are multicast and reserved or private
		{"0.0.0.0/2 10.0.0.0/8", World},
		{"2000::/5", World},
		{"2600::/12", Wide},
		{"2a05::/16", Wide},
		{"2a05:d000::/24", Narrow},
		{"52.0.0.0/8", Wide},
		{"52.0.0.0/9", Narrow},
		{"52.0.0.0/9 52.128.0.0/9", Wide},
		{"52.0.0.0/9 54.0.0.0/9", Wide},
		{"10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10", Narrow},
		{"224.0.0.0/3", Narrow},
		{"fc00::/7", Narrow},
		{"ff00::/8", Narrow},
		{"2001:db8::/32", Narrow},
		{"203.0.113.7/32", Narrow},
		{"", Narrow},
		// Everything but the private ranges, as people write it to be clever.
		{"0.0.0.0/5 8.0.0.0/7 11.0.0.0/8 12.0.0.0/6 16.0.0.0/4 32.0.0.0/3 64.0.0.0/2 128.0.0.0/3 160.0.0.0/5 168.0.0.0/6", World},
	} {
		e := Range(strings.Fields(c.cidrs)...)
		if got := DefaultScale.Of(e.Least); got != c.want || len(e.Hidden) > 0 {
			t.Errorf("%q has the breadth %d, want %d (hidden: %v)", c.cidrs, got, c.want, e.Hidden)
		}
	}
}

func TestScale(t *testing.T) {
	strict := Scale{WorldPercent: 100, WideIPv4: 16, WideIPv6: 32}
	for cidr, want := range map[string]Breadth{"0.0.0.0/0": World, "::/0": World, "0.0.0.0/1": Wide, "52.1.0.0/16": Wide, "52.1.0.0/17": Narrow} {
		if got := strict.Of(Range(cidr).Least); got != want {
			t.Errorf("%s has the breadth %d, want %d", cidr, got, want)
		}
	}
	if got := DefaultScale.Families(Range("0.0.0.0/0", "2a05::/16").Least); got != "IPv4" {
		t.Errorf("the broader family is %s", got)
	}
	if got := DefaultScale.Families(Range("0.0.0.0/0", "::/0").Least); got != "IPv4 and IPv6" {
		t.Errorf("both families are %s", got)
	}
}

func TestExtent(t *testing.T) {
	gap := inventory.Gap{Reason: inventory.Denied, Call: "x"}
	any := Somewhere(gap)
	for _, c := range []struct {
		name   string
		e      Extent
		want   Breadth
		hidden bool
	}{
		{"anything", any, 0, true},
		{"the world or anything", any.Or(Range("0.0.0.0/0")), World, false},
		{"a part of nothing", any.And(Range()), Narrow, false},
		{"a part of a small range", any.And(Range("52.1.2.0/24")), Narrow, false},
		{"a part of a wide range", any.And(Range("52.0.0.0/8")), 0, true},
		{"the world without something", Range("0.0.0.0/0").Minus(any), 0, true},
		{"the world without itself", Range("0.0.0.0/0").Minus(Range("0.0.0.0/0")), Narrow, false},
		{"something without the world", any.Minus(Range("0.0.0.0/0", "::/0")), Narrow, false},
		{"a range that is none", Range("300.1.2.3/8"), 0, true},
		{"a range that is none beside the world", Range("300.1.2.3/8", "::/0"), World, false},
	} {
		got, ok := c.e.Breadth(DefaultScale).Peek()
		if ok == c.hidden || ok && got != c.want {
			t.Errorf("%s: breadth %d, known %t", c.name, got, ok)
		}
	}
	if !any.And(Range()).Empty() || any.Empty() || len(any.And(Range()).Hidden) > 0 {
		t.Error("what is known to be empty still hides something")
	}
}

// What an address range is must not turn on how it is written, and what is
// hidden must never make a set narrower than what was seen.
func FuzzRange(f *testing.F) {
	for _, s := range []string{"0.0.0.0/0", "::/0", "10.1.2.3/8", "2a05::/16", "::ffff:1.2.3.4/96", "1.2.3.4/33", "x", ""} {
		f.Add(s, "52.0.0.0/8")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		one, two := Range(a), Range(b)
		both := Range(a, b)
		if !both.Least.Equal(one.Or(two).Least) || !both.Most.Equal(one.Or(two).Most) {
			t.Errorf("%q and %q together are not the union of each", a, b)
		}
		if p, err := netip.ParsePrefix(strings.TrimSpace(a)); err == nil {
			if len(one.Hidden) > 0 || !one.Least.ContainsPrefix(p.Masked()) {
				t.Errorf("the range %q is not in its own set", a)
			}
		} else if len(one.Hidden) == 0 {
			t.Errorf("%q is no range and hides nothing", a)
		}
		for _, e := range []Extent{one.And(two), one.Minus(two), one.Or(two)} {
			if !addresses.Minus(e.Least, e.Most).Equal(addresses.Nothing) {
				t.Errorf("%q, %q: at least more than at most", a, b)
			}
			if e.Least.Equal(e.Most) != (len(e.Hidden) == 0) {
				t.Errorf("%q, %q: hidden %v", a, b, e.Hidden)
			}
			if b, ok := e.Breadth(DefaultScale).Peek(); ok && b < DefaultScale.Of(e.Least) {
				t.Errorf("%q: narrower than what was seen", a)
			}
		}
	})
}
