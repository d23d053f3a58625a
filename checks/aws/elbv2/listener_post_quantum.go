package elbv2

import (
	"slices"

	"demarc/checks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

var postQuantumPolicies = &checks.Param{
	Name: "policies",
	Default: []string{
		"ELBSecurityPolicy-TLS13-1-2-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
		"ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
		"ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09",
		"ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-PQ-2025-09",
	},
	Source: "Elastic Load Balancing User Guide, Security policies: those with PQ in their names",
}

// ListenerPostQuantum asks for key exchange that outlives quantum computers.
var ListenerPostQuantum = &checks.Check{
	ID:       "aws-elbv2-listener-post-quantum",
	Title:    "TLS listeners offer post-quantum key exchange",
	Why:      "Traffic that is recorded today can be decrypted once quantum computers break today's key exchange. The hybrid exchange protects clients that know it, and changes nothing for the others.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Listeners > the listener > Security > Edit secure listener settings: Security policy *ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09*.",
		CLI:       "aws elbv2 modify-listener --listener-arn <listener> --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
		Terraform: "resource \"aws_lb_listener\" \"tls\" {\n  load_balancer_arn = aws_lb.example.arn\n  port              = 443\n  protocol          = \"TLS\"\n  ssl_policy        = \"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\"\n  certificate_arn   = aws_acm_certificate.example.arn\n\n  default_action {\n    type             = \"forward\"\n    target_group_arn = aws_lb_target_group.example.arn\n  }\n}",
	},
	Aliases: []string{"prowler:elbv2_listener_pqc_tls_enabled"},
	Link:    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
	Params:  []*checks.Param{postQuantumPolicies},
	Needs:   []inventory.Source{elbv2.Listeners},
	Run: checks.Each(elbv2.Listeners, func(p *checks.Probe, l *elbv2.Listener) {
		if !negotiates(p, l) {
			return
		}
		if policy, ok := l.SSLPolicy.Get(p); ok && !slices.Contains(p.Strings(postQuantumPolicies), policy) {
			p.Evidence("sslPolicy", policy)
			p.Failf("the security policy %s has no post-quantum key exchange", policy)
		}
	}),
}
