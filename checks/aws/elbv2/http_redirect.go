package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// HTTPRedirect asks that plain HTTP lead to HTTPS and nowhere else.
var HTTPRedirect = &checks.Check{
	ID:       "aws-elbv2-http-redirect",
	Title:    "Application Load Balancers redirect HTTP to HTTPS",
	Why:      "Whatever a client sends over plain HTTP, whoever is between can read and change: passwords, session cookies, the page itself.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Listeners and rules > the HTTP listener > Edit listener: Default action *Redirect to URL*, HTTPS, port 443; do the same for its other rules.",
		CLI:       "aws elbv2 modify-listener --listener-arn <listener> --default-actions \"Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}\"",
		Terraform: "resource \"aws_lb_listener\" \"http\" {\n  load_balancer_arn = aws_lb.example.arn\n  port              = 80\n  protocol          = \"HTTP\"\n\n  default_action {\n    type = \"redirect\"\n\n    redirect {\n      protocol    = \"HTTPS\"\n      port        = \"443\"\n      status_code = \"HTTP_301\"\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.1"}},
	Aliases:  []string{"prowler:elbv2_ssl_listeners", "securityhub:ELB.1"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
	Needs:    []inventory.Source{elbv2.LoadBalancers, elbv2.ListenerRules},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if !judged(p, lb, application) {
			return
		}
		var plain []string
		for _, l := range listenersOf.Get(p.Inv, p, lb.Region, lb.Full) {
			if protocol, ok := l.Protocol.Get(p); !ok || protocol != "HTTP" {
				continue
			}
			if on, ok := redirects(l).Get(p); ok && !on {
				plain = append(plain, l.Name)
			}
		}
		if len(plain) > 0 {
			p.Evidence("listeners", plain)
			p.Failf("%d HTTP listener(s) do not redirect every request to HTTPS", len(plain))
		}
	}),
}
