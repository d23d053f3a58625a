package elbv2

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// balancer is an active load balancer of a type.
func balancer(kind string) *elbv2.LoadBalancer {
	return &elbv2.LoadBalancer{Resource: inventory.Resource{ID: "web", Full: "web"}, Type: inventory.Of(kind), State: inventory.Of("active")}
}

// failed is one that never came into being.
func failed(kind string) *elbv2.LoadBalancer {
	lb := balancer(kind)
	lb.State = inventory.Of("failed")
	return lb
}

// with is an inventory of one load balancer with these attributes.
func with(lb *elbv2.LoadBalancer, a elbv2.Attributes) *inventory.Inventory {
	lb.Attributes = inventory.Of(a)
	return inventory.Fixture(inventory.Rows(elbv2.LoadBalancers, lb))
}

// listener is a listener of the load balancer that balancer makes.
func listener(id, protocol string, rules ...elbv2.Rule) *elbv2.Listener {
	return &elbv2.Listener{Resource: inventory.Resource{ID: id, Name: id}, LoadBalancer: "web", Protocol: inventory.Of(protocol), SSLPolicy: inventory.Of(""), Rules: inventory.Of(rules)}
}

// The rules that listeners are made of in the tests.
var (
	toHTTPS = elbv2.Rule{Default: true, Action: "redirect", Protocol: inventory.Of("HTTPS")}
	toSame  = elbv2.Rule{Action: "redirect", Protocol: inventory.Of("#{protocol}")}
	forward = elbv2.Rule{Action: "forward", Protocol: inventory.Of("")}
	answer  = elbv2.Rule{Action: "fixed-response", Protocol: inventory.Of("")}
	strange = elbv2.Rule{Action: "", Protocol: inventory.Of("")}
)
