// Package elbv2 collects Application, Network and Gateway Load Balancers,
// their listeners and their target groups.
package elbv2

import (
	"fmt"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

func client(s inventory.Scope) *elbv2.Client { return elbv2.NewFromConfig(aws.Config(s, "elbv2")) }

// word reads an enumeration of the SDK, which has no pointer: empty is absent.
func word[S ~string](v S, absent inventory.Known[string]) inventory.Known[string] {
	if v == "" {
		return absent
	}
	return inventory.Of(string(v))
}

// gone turns "no such load balancer" and "no such listener" into what they say
// of the row.
func gone(err error) error {
	if aws.Code(err, "LoadBalancerNotFound", "ListenerNotFound") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}
