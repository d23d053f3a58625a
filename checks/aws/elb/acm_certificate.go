package elb

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

// ACMCertificate asks that certificates come from ACM, which renews them.
var ACMCertificate = &checks.Check{
	ID:       "aws-elb-acm-certificate",
	Title:    "Classic Load Balancers take their certificates from ACM",
	Why:      "A certificate that was uploaded to IAM expires without anybody being told, and its private key was in somebody's hands. One of ACM renews itself, and nobody can export its key.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Listeners > Manage listeners > the listener > Certificate > Edit: a certificate of ACM.",
		CLI:       "aws elb set-load-balancer-listener-ssl-certificate --load-balancer-name <load-balancer> --load-balancer-port 443 --ssl-certificate-id <acm-certificate>",
		Terraform: "resource \"aws_elb\" \"example\" {\n  name    = \"example\"\n  subnets = [aws_subnet.a.id, aws_subnet.b.id]\n\n  listener {\n    instance_port      = 443\n    instance_protocol  = \"https\"\n    lb_port            = 443\n    lb_protocol        = \"https\"\n    ssl_certificate_id = aws_acm_certificate.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.2"}},
	Aliases:  []string{"prowler:elb_ssl_listeners_use_acm_certificate", "securityhub:ELB.2"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html",
	Needs:    []inventory.Source{elb.LoadBalancers},
	Run: checks.Each(elb.LoadBalancers, func(p *checks.Probe, lb *elb.LoadBalancer) {
		var others []string
		for _, l := range tlsListeners(p, lb) {
			certificate, ok := l.Certificate.Get(p)
			if arn, _ := aws.ParseARN(certificate); ok && arn.Service != "acm" {
				others = append(others, named(l))
			}
		}
		if len(others) > 0 {
			p.Evidence("listeners", others)
			p.Failf("%d TLS listener(s) use a certificate that is not of ACM", len(others))
		}
	}),
}
