// Package elbv2 holds the checks of Application, Network and Gateway Load
// Balancers, one to a file.
package elbv2

import (
	"slices"

	"demarc/checks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	AccessLogs,
	CrossZone,
	DeletionProtection,
	DesyncMode,
	DropInvalidHeaders,
	HTTPRedirect,
	ListenerEncryption,
	ListenerPostQuantum,
	ListenerTLSPolicy,
	Listeners,
	TargetGroupEncryption,
	TargetGroupHealthCheck,
	WebACL,
	Zones,
}

// The types of load balancers, by the API's names.
const (
	application = "application"
	network     = "network"
	gateway     = "gateway"
)

// judged reports whether lb is of one of the types that a check is about, and
// came into being at all.
func judged(p *checks.Probe, lb *elbv2.LoadBalancer, types ...string) bool {
	state, seen := lb.State.Get(p)
	kind, told := lb.Type.Get(p)
	switch {
	case !seen || !told:
		return false
	case state == "failed":
		p.Skipf("the load balancer could not be set up")
		return false
	case !slices.Contains(types, kind):
		p.Skipf("a load balancer of the type %s has no such setting", kind)
		return false
	}
	return true
}

// attribute reads one of the attributes of lb.
func attribute[V any](lb *elbv2.LoadBalancer, of func(elbv2.Attributes) inventory.Known[V]) inventory.Known[V] {
	return inventory.Then(lb.Attributes, of)
}

// listenersOf finds the listeners of a load balancer by its ARN.
var listenersOf = &inventory.Index[elbv2.Listener]{
	Of:   elbv2.Listeners,
	Keys: func(_ inventory.Reader, l *elbv2.Listener) []string { return []string{l.LoadBalancer} },
}

// redirects reports whether an HTTP listener sends its clients on to HTTPS:
// some rule does, and none forwards a request or redirects it elsewhere. A
// rule that answers by itself passes nothing on.
func redirects(l *elbv2.Listener) inventory.Known[bool] {
	return inventory.Then(l.Rules, func(rules []elbv2.Rule) inventory.Known[bool] {
		some, all := inventory.Of(false), inventory.Of(true)
		for _, r := range rules {
			switch r.Action {
			case "redirect":
				secure := inventory.Map(r.Protocol, func(protocol string) bool { return protocol == "HTTPS" })
				some, all = inventory.Or(some, secure), inventory.And(all, secure)
			case "forward":
				return inventory.Of(false)
			case "fixed-response":
			default:
				all = inventory.And(all, inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "an action of a kind that is not known"}))
			}
		}
		return inventory.And(some, all)
	})
}
