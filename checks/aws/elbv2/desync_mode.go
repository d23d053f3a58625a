package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// DesyncMode asks that ambiguous requests not be passed on as they came.
var DesyncMode = &checks.Check{
	ID:       "aws-elbv2-desync-mode",
	Title:    "Application Load Balancers mitigate HTTP desync attacks",
	Why:      "In the mode *monitor*, requests that the load balancer and the application may read differently are passed on: with them an attacker slips a request into another client's connection.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: Desync mitigation mode *Defensive* or *Strictest*.",
		CLI:       "aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer> --attributes Key=routing.http.desync_mitigation_mode,Value=defensive",
		Terraform: "resource \"aws_lb\" \"example\" {\n  name                   = \"example\"\n  subnets                = [aws_subnet.a.id, aws_subnet.b.id]\n  desync_mitigation_mode = \"defensive\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.12"}},
	Aliases:  []string{"prowler:elbv2_desync_mitigation_mode", "securityhub:ELB.12"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
	Needs:    []inventory.Source{elbv2.LoadBalancerAttributes},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if !judged(p, lb, application) {
			return
		}
		mode, ok := attribute(lb, func(a elbv2.Attributes) inventory.Known[string] { return a.DesyncMode }).Get(p)
		if ok && mode != "defensive" && mode != "strictest" {
			p.Evidence("routing.http.desync_mitigation_mode", mode)
			p.Failf("the desync mitigation mode is %s", mode)
		}
	}),
}
