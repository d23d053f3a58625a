package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// AccessLogs asks that requests to an Application Load Balancer be logged.
var AccessLogs = &checks.Check{
	ID:       "aws-elbv2-access-logs",
	Title:    "Application Load Balancers log the requests that reach them",
	Why:      "The load balancer is where requests from outside are last seen whole: the client, the path, the answer. Without its log an attack on the application cannot be told from its errors.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: Monitoring > Access logs, and choose a bucket kept for logs.",
		CLI:       "aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer> --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=<log-bucket>",
		Terraform: "resource \"aws_lb\" \"example\" {\n  name    = \"example\"\n  subnets = [aws_subnet.a.id, aws_subnet.b.id]\n\n  access_logs {\n    bucket  = aws_s3_bucket.logs.id\n    enabled = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.10"}, frameworks.FSBP: {"ELB.5"}},
	Aliases:  []string{"prowler:elbv2_logging_enabled", "securityhub:ELB.5"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
	Needs:    []inventory.Source{elbv2.LoadBalancerAttributes},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if kind, ok := lb.Type.Get(p); ok && kind == network {
			p.Skipf("a Network Load Balancer logs TLS connections only, and no requests")
			return
		}
		if !judged(p, lb, application) {
			return
		}
		logs := attribute(lb, func(a elbv2.Attributes) inventory.Known[bool] { return a.AccessLogs })
		if on, ok := logs.Get(p); ok && !on {
			p.Evidence("access_logs.s3.enabled", false)
			p.Failf("access logs are off")
		}
	}),
}
