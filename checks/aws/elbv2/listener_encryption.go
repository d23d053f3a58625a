package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// ListenerEncryption asks that what clients send be encrypted. What a Network
// Load Balancer passes through may be, between client and target: it cannot
// tell, so such a listener is ranked lower.
var ListenerEncryption = &checks.Check{
	ID:       "aws-elbv2-listener-encryption",
	Title:    "Load balancer listeners use HTTPS, TLS or QUIC",
	Why:      "Traffic that is not encrypted can be read and changed on the way from the client.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Listeners > Add listener: HTTPS (or TLS) with a certificate of ACM; then delete the plain listener, or let it redirect.",
		CLI:       "aws elbv2 create-listener --load-balancer-arn <load-balancer> --protocol HTTPS --port 443 --certificates CertificateArn=<certificate> --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09 --default-actions Type=forward,TargetGroupArn=<target-group>",
		Terraform: "resource \"aws_lb_listener\" \"https\" {\n  load_balancer_arn = aws_lb.example.arn\n  port              = 443\n  protocol          = \"HTTPS\"\n  ssl_policy        = \"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\"\n  certificate_arn   = aws_acm_certificate.example.arn\n\n  default_action {\n    type             = \"forward\"\n    target_group_arn = aws_lb_target_group.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.18"}},
	Aliases:  []string{"prowler:elbv2_nlb_tls_termination_enabled", "securityhub:ELB.18"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
	Needs:    []inventory.Source{elbv2.Listeners, elbv2.ListenerRules},
	Run: checks.Each(elbv2.Listeners, func(p *checks.Probe, l *elbv2.Listener) {
		protocol, ok := l.Protocol.Get(p)
		switch {
		case !ok || protocol == "HTTPS" || protocol == "TLS" || protocol == "QUIC":
		case protocol == "GENEVE":
			p.Skipf("a Gateway Load Balancer passes packets on as they are")
		case protocol == "HTTP":
			on, ok := redirects(l).Get(p)
			switch {
			case !ok:
			case on:
				p.Skipf("the listener redirects every request to HTTPS")
			default:
				p.Evidence("protocol", protocol)
				p.Failf("the listener takes requests over plain HTTP")
			}
		default:
			p.Rank(checks.Low)
			p.Evidence("protocol", protocol)
			p.Failf("the listener passes %s through, encrypted or not", protocol)
		}
	}),
}
