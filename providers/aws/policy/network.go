package policy

import (
	"math"
	"net/netip"
	"strings"
)

// compareNetwork reads the values of an address condition. Following "The
// meaning of public" (Amazon S3 User Guide), an IPv4 block wider than /8 or an
// IPv6 block wider than /32 is the whole world; so is a set of blocks that
// together hold half of the IPv4 addresses. Private blocks match no request from
// the internet, and a fixed block no call that a service makes in its own name,
// which comes from an address of AWS.
func (e evaluator) compareNetwork(c Condition, a actor) (match, miss reach) {
	match, miss = nobody(), everyone()
	size := 0.0
	for _, v := range c.Values {
		v, reason := e.resolve(c.Key, v)
		if reason != "" {
			match, miss = match.union(unsure(reason)), unsure(reason)
			continue
		}
		p, ok := readPrefix(v)
		switch {
		case !ok:
			match = match.union(unsure("a value of " + c.Key + " is no address block"))
		case isWide(p):
			match = everyone()
		case !isPrivate(p) && a.kind != service:
			match = match.union(reach{network: true})
			size += blockSize(p)
		}
	}
	if size >= 1<<31 {
		match = everyone()
	}
	return match, miss
}

// readPrefix reads an address or an address block; IPv4 in IPv6 becomes IPv4.
func readPrefix(s string) (netip.Prefix, bool) {
	if !strings.Contains(s, "/") {
		addr, err := netip.ParseAddr(s)
		if err != nil {
			return netip.Prefix{}, false
		}
		addr = addr.Unmap().WithZone("")
		return netip.PrefixFrom(addr, addr.BitLen()), true
	}
	p, err := netip.ParsePrefix(s)
	if err != nil {
		return netip.Prefix{}, false
	}
	if p.Addr().Is4In6() && p.Bits() >= 96 {
		p = netip.PrefixFrom(p.Addr().Unmap(), p.Bits()-96)
	}
	return p.Masked(), true
}

// isWide reports whether a block counts as the whole world.
func isWide(p netip.Prefix) bool {
	if p.Addr().Is4() {
		return p.Bits() < 8
	}
	return p.Bits() < 32 && !isPrivate(p)
}

// isPrivate reports whether a block lies within addresses that no request from
// the internet carries (RFC 1918, RFC 6598, RFC 4193, loopback, link-local).
func isPrivate(p netip.Prefix) bool {
	for _, text := range []string{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10",
		"127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128"} {
		private := netip.MustParsePrefix(text)
		if private.Bits() <= p.Bits() && private.Contains(p.Addr()) {
			return true
		}
	}
	return false
}

// blockSize returns the number of IPv4 addresses of a block, 0 for IPv6.
func blockSize(p netip.Prefix) float64 {
	if !p.Addr().Is4() {
		return 0
	}
	return math.Exp2(float64(32 - p.Bits()))
}
