package elb

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

// DesyncMode asks that ambiguous requests not be passed on as they came.
var DesyncMode = &checks.Check{
	ID:       "aws-elb-desync-mode",
	Title:    "Classic Load Balancers mitigate HTTP desync attacks",
	Why:      "In the mode *monitor*, requests that the load balancer and the application may read differently are passed on: with them an attacker slips a request into another client's connection.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: Desync mitigation mode *Defensive* or *Strictest*.",
		CLI:       "aws elb modify-load-balancer-attributes --load-balancer-name <load-balancer> --load-balancer-attributes '{\"AdditionalAttributes\":[{\"Key\":\"elb.http.desyncmitigationmode\",\"Value\":\"defensive\"}]}'",
		Terraform: "resource \"aws_elb\" \"example\" {\n  name                   = \"example\"\n  subnets                = [aws_subnet.a.id, aws_subnet.b.id]\n  desync_mitigation_mode = \"defensive\"\n\n  listener {\n    instance_port      = 443\n    instance_protocol  = \"https\"\n    lb_port            = 443\n    lb_protocol        = \"https\"\n    ssl_certificate_id = aws_acm_certificate.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.14"}},
	Aliases:  []string{"prowler:elb_desync_mitigation_mode", "securityhub:ELB.14"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html",
	Needs:    []inventory.Source{elb.LoadBalancerAttributes},
	Run: checks.Each(elb.LoadBalancers, func(p *checks.Probe, lb *elb.LoadBalancer) {
		mode, ok := attribute(lb, func(a elb.Attributes) inventory.Known[string] { return a.DesyncMode }).Get(p)
		if ok && mode != "defensive" && mode != "strictest" {
			p.Evidence("elb.http.desyncmitigationmode", mode)
			p.Failf("the desync mitigation mode is %s", mode)
		}
	}),
}
