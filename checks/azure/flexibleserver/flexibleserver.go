// Package flexibleserver judges what the flexible servers of Azure Database
// for PostgreSQL and for MySQL have in common. The checks are those of the
// services.
package flexibleserver

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/inventory"
)

// Lives reports whether a server is worth judging, and why where it is not.
func Lives(p *checks.Probe, c flexibleserver.Common) bool {
	state, ok := c.State.Get(p)
	if ok && strings.EqualFold(state, "Dropping") {
		p.Skipf("the server is being deleted")
		return false
	}
	return ok
}

// original reports whether a server is no read replica, and what that means
// where it is one.
func original(p *checks.Probe, c flexibleserver.Common) bool {
	role, ok := c.Role.Get(p)
	switch {
	case !ok:
		return false
	case slices.ContainsFunc([]string{"None", "Primary", "Source"}, func(r string) bool { return strings.EqualFold(r, role) }):
		return true
	case slices.ContainsFunc([]string{"Replica", "AsyncReplica", "GeoAsyncReplica"}, func(r string) bool { return strings.EqualFold(r, role) }):
		p.Skipf("the server is a read replica: its source is what is backed up and kept available")
	default:
		UnheardOf(p, "replication role", role)
	}
	return false
}

// JudgeGeoBackup reports a server whose backups stay in its region.
func JudgeGeoBackup(p *checks.Probe, c flexibleserver.Common) {
	if !Lives(p, c) || !original(p, c) {
		return
	}
	switch geo, ok := c.GeoBackup.Get(p); {
	case !ok || strings.EqualFold(geo, "Enabled"):
	case strings.EqualFold(geo, "Disabled"):
		p.Evidence("geoRedundantBackup", geo)
		p.Failf("the backups are kept in the server's region alone")
	default:
		UnheardOf(p, "geographic redundancy", geo)
	}
}

// JudgeHighAvailability reports a server without a standby.
func JudgeHighAvailability(p *checks.Probe, c flexibleserver.Common) {
	if !Lives(p, c) || !original(p, c) {
		return
	}
	switch mode, ok := c.HighAvailability.Get(p); {
	case !ok || strings.EqualFold(mode, "ZoneRedundant") || strings.EqualFold(mode, "SameZone"):
	case strings.EqualFold(mode, "Disabled"):
		p.Evidence("highAvailability.mode", mode)
		if strings.EqualFold(c.Tier, "Burstable") {
			p.Evidence("tier", c.Tier)
			p.Failf("the server has no standby, which its tier, Burstable, cannot have")
			return
		}
		p.Failf("the server has no standby")
	default:
		UnheardOf(p, "mode of high availability", mode)
	}
}

// Value is the value of a parameter.
func Value(known inventory.Known[[]flexibleserver.Parameter], name string) inventory.Known[string] {
	return inventory.Then(known, func(all []flexibleserver.Parameter) inventory.Known[string] { return flexibleserver.Value(all, name) })
}

// On reports whether a parameter that is on or off is on. What is neither is
// not known.
func On(known inventory.Known[[]flexibleserver.Parameter], name string) inventory.Known[bool] {
	return inventory.Then(Value(known, name), func(value string) inventory.Known[bool] {
		switch strings.ToLower(strings.TrimSpace(value)) {
		case "on", "true", "yes", "1":
			return inventory.Of(true)
		case "off", "false", "no", "0":
			return inventory.Of(false)
		}
		return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "what the value of " + name + " is: neither on nor off"})
	})
}

// JudgeOn reports a parameter that is off; harm says what follows.
func JudgeOn(p *checks.Probe, c flexibleserver.Common, known inventory.Known[[]flexibleserver.Parameter], name, harm string) {
	if !Lives(p, c) {
		return
	}
	if on, ok := On(known, name).Get(p); ok && !on {
		p.Evidence(name, "off")
		p.Failf("%s is off: %s", name, harm)
	}
}

// JudgeTLS reports a parameter that lists, or is the least of, the versions of
// TLS that are taken, and takes one that RFC 8996 has put out of use.
func JudgeTLS(p *checks.Probe, c flexibleserver.Common, known inventory.Known[[]flexibleserver.Parameter], name string) {
	if !Lives(p, c) {
		return
	}
	value, ok := Value(known, name).Get(p)
	if !ok {
		return
	}
	var old []string
	for _, v := range strings.Split(value, ",") {
		switch strings.ToLower(strings.TrimSpace(v)) {
		case "tlsv1.2", "tlsv1.3":
		case "tlsv1", "tlsv1.0", "tlsv1.1", "sslv3":
			old = append(old, strings.TrimSpace(v))
		default:
			UnheardOf(p, name, v)
		}
	}
	if len(old) > 0 {
		p.Evidence(name, value)
		p.Failf("old versions are taken: %s", strings.Join(old, ", "))
	}
}

// UnheardOf reports a word that is none of those that the reference has.
func UnheardOf(p *checks.Probe, property, value string) {
	p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the " + property + " " + value + " is"})
}
