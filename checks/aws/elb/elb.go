// Package elb holds the checks of Classic Load Balancers, one to a file.
package elb

import (
	"fmt"

	"demarc/checks"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	AccessLogs,
	ACMCertificate,
	ConnectionDraining,
	CrossZone,
	DesyncMode,
	ListenerEncryption,
	TLSPolicy,
	Zones,
}

// attribute reads one of the attributes of lb.
func attribute[V any](lb *elb.LoadBalancer, of func(elb.Attributes) inventory.Known[V]) inventory.Known[V] {
	return inventory.Then(lb.Attributes, of)
}

// tlsListeners lists the listeners that end TLS; where there are none, and
// none is hidden, the check does not apply.
func tlsListeners(p *checks.Probe, lb *elb.LoadBalancer) (tls []elb.Listener) {
	all, ok := lb.Listeners.Get(p)
	for _, l := range all {
		if on, ok := l.TLS().Get(p); ok && on {
			tls = append(tls, l)
		}
	}
	if ok && len(tls) == 0 {
		p.Skipf("no listener uses TLS")
	}
	return tls
}

// named is how people know a listener.
func named(l elb.Listener) string {
	protocol, _ := l.Protocol.Peek()
	return fmt.Sprintf("%s:%d", protocol, l.Port)
}
