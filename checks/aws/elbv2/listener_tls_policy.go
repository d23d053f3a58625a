package elbv2

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

var tlsPolicies = &checks.Param{
	Name: "policies",
	Default: []string{
		"ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", "ELBSecurityPolicy-TLS13-1-3-2021-06",
		"ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
		"ELBSecurityPolicy-TLS13-1-2-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
		"ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
	},
	Source: "AWS FSBP, ELB.17, and the same policies with post-quantum key exchange (Elastic Load Balancing User Guide, Security policies)",
}

// ListenerTLSPolicy asks that a listener negotiate TLS 1.2 or 1.3 with forward
// secrecy only.
var ListenerTLSPolicy = &checks.Check{
	ID:       "aws-elbv2-listener-tls-policy",
	Title:    "TLS listeners use a security policy that AWS recommends",
	Why:      "The policy that a listener gets unless it says otherwise still accepts TLS 1.0 and ciphers without forward secrecy, which can be broken or decrypted later.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Listeners > the listener > Security > Edit secure listener settings: Security policy *ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09*.",
		CLI:       "aws elbv2 modify-listener --listener-arn <listener> --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
		Terraform: "resource \"aws_lb_listener\" \"https\" {\n  load_balancer_arn = aws_lb.example.arn\n  port              = 443\n  protocol          = \"HTTPS\"\n  ssl_policy        = \"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\"\n  certificate_arn   = aws_acm_certificate.example.arn\n\n  default_action {\n    type             = \"forward\"\n    target_group_arn = aws_lb_target_group.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.17"}},
	Aliases:  []string{"prowler:elbv2_insecure_ssl_ciphers", "securityhub:ELB.17"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
	Params:   []*checks.Param{tlsPolicies},
	Needs:    []inventory.Source{elbv2.Listeners},
	Run: checks.Each(elbv2.Listeners, func(p *checks.Probe, l *elbv2.Listener) {
		if !negotiates(p, l) {
			return
		}
		if policy, ok := l.SSLPolicy.Get(p); ok && !slices.Contains(p.Strings(tlsPolicies), policy) {
			p.Evidence("sslPolicy", policy)
			p.Failf("the security policy %s is not among those that are recommended", policy)
		}
	}),
}

// negotiates reports whether a listener ends TLS, by a policy.
func negotiates(p *checks.Probe, l *elbv2.Listener) bool {
	protocol, ok := l.Protocol.Get(p)
	if ok && protocol != "HTTPS" && protocol != "TLS" {
		p.Skipf("a listener of the protocol %s has no security policy", protocol)
		return false
	}
	return ok
}
