package elb

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

var tlsPolicies = &checks.Param{
	Name: "policies", Default: []string{"ELBSecurityPolicy-TLS-1-2-2017-01"},
	Source: "AWS FSBP, ELB.8",
}

// TLSPolicy asks that listeners negotiate TLS by AWS's predefined policy for
// TLS 1.2.
var TLSPolicy = &checks.Check{
	ID:       "aws-elb-tls-policy",
	Title:    "Classic Load Balancers use a predefined security policy without old TLS",
	Why:      "The policies before 2017, and many that people put together themselves, still accept TLS 1.0 and 1.1, which can be broken.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Listeners > Manage listeners > the listener > Security policy > Edit: *ELBSecurityPolicy-TLS-1-2-2017-01*.",
		CLI:       "aws elb create-load-balancer-policy --load-balancer-name <load-balancer> --policy-name tls12 --policy-type-name SSLNegotiationPolicyType --policy-attributes AttributeName=Reference-Security-Policy,AttributeValue=ELBSecurityPolicy-TLS-1-2-2017-01 && aws elb set-load-balancer-policies-of-listener --load-balancer-name <load-balancer> --load-balancer-port 443 --policy-names tls12",
		Terraform: "resource \"aws_load_balancer_policy\" \"tls12\" {\n  load_balancer_name = aws_elb.example.name\n  policy_name        = \"tls12\"\n  policy_type_name   = \"SSLNegotiationPolicyType\"\n\n  policy_attribute {\n    name  = \"Reference-Security-Policy\"\n    value = \"ELBSecurityPolicy-TLS-1-2-2017-01\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.8"}},
	Aliases:  []string{"prowler:elb_insecure_ssl_ciphers", "securityhub:ELB.8"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html",
	Params:   []*checks.Param{tlsPolicies},
	Needs:    []inventory.Source{elb.LoadBalancerPolicies},
	Run: checks.Each(elb.LoadBalancers, func(p *checks.Probe, lb *elb.LoadBalancer) {
		tls := tlsListeners(p, lb)
		if len(tls) == 0 {
			return
		}
		references, ok := lb.Policies.Get(p)
		if !ok {
			return
		}
		for _, l := range tls {
			used := "none of the predefined"
			for _, name := range l.Policies {
				reference, negotiates := references[name]
				if !negotiates {
					continue // of another kind: cookies, proxy protocol
				}
				used = reference
				if reference == "" {
					used = "the custom policy " + name
				}
			}
			if !slices.Contains(p.Strings(tlsPolicies), used) {
				p.Evidence(named(l), used)
				p.Failf("the listener %s negotiates by %s", named(l), used)
			}
		}
	}),
}
