package elb

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// balancer is an inventory of one load balancer.
func balancer(lb *elb.LoadBalancer) *inventory.Inventory {
	lb.ID = "web"
	return inventory.Fixture(inventory.Rows(elb.LoadBalancers, lb))
}

// with is an inventory of a load balancer with these attributes.
func with(a elb.Attributes) *inventory.Inventory {
	return balancer(&elb.LoadBalancer{Attributes: inventory.Of(a)})
}

// listening is an inventory of a load balancer with these listeners.
func listening(ls ...elb.Listener) *inventory.Inventory {
	return balancer(&elb.LoadBalancer{Listeners: inventory.Of(ls)})
}

// on is a listener of a protocol.
func on(protocol, certificate string, policies ...string) elb.Listener {
	return elb.Listener{Port: 443, Protocol: inventory.Of(protocol), Certificate: inventory.Of(certificate), Policies: policies}
}
