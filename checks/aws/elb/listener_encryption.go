package elb

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

// ListenerEncryption asks that what clients send be encrypted. A Classic Load
// Balancer cannot redirect, so a plain listener has no excuse.
var ListenerEncryption = &checks.Check{
	ID:       "aws-elb-listener-encryption",
	Title:    "Classic Load Balancer listeners use HTTPS or SSL",
	Why:      "Traffic that is not encrypted can be read and changed on the way from the client.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Listeners > Manage listeners: add HTTPS (or SSL) with a certificate of ACM, delete the plain listener.",
		CLI:       "aws elb create-load-balancer-listeners --load-balancer-name <load-balancer> --listeners \"Protocol=HTTPS,LoadBalancerPort=443,InstanceProtocol=HTTPS,InstancePort=443,SSLCertificateId=<certificate>\"",
		Terraform: "resource \"aws_elb\" \"example\" {\n  name    = \"example\"\n  subnets = [aws_subnet.a.id, aws_subnet.b.id]\n\n  listener {\n    instance_port      = 443\n    instance_protocol  = \"https\"\n    lb_port            = 443\n    lb_protocol        = \"https\"\n    ssl_certificate_id = aws_acm_certificate.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.3"}},
	Aliases:  []string{"prowler:elb_ssl_listeners", "securityhub:ELB.3"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-create-https-ssl-load-balancer.html",
	Needs:    []inventory.Source{elb.LoadBalancers},
	Run: checks.Each(elb.LoadBalancers, func(p *checks.Probe, lb *elb.LoadBalancer) {
		all, ok := lb.Listeners.Get(p)
		if ok && len(all) == 0 {
			p.Skipf("the load balancer has no listener")
			return
		}
		var plain []string
		for _, l := range all {
			if tls, ok := l.TLS().Get(p); ok && !tls {
				plain = append(plain, named(l))
			}
		}
		if len(plain) > 0 {
			p.Evidence("listeners", plain)
			p.Failf("%d listener(s) take traffic without TLS", len(plain))
		}
	}),
}
