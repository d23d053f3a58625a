package elb

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

// AccessLogs asks that requests to a load balancer be logged.
var AccessLogs = &checks.Check{
	ID:       "aws-elb-access-logs",
	Title:    "Classic Load Balancers log the requests that reach them",
	Why:      "The load balancer is where requests from outside are last seen whole. Without its log an attack on the application cannot be told from its errors.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: Monitoring > Access logs, and choose a bucket kept for logs.",
		CLI:       "aws elb modify-load-balancer-attributes --load-balancer-name <load-balancer> --load-balancer-attributes '{\"AccessLog\":{\"Enabled\":true,\"S3BucketName\":\"<log-bucket>\",\"EmitInterval\":60}}'",
		Terraform: "resource \"aws_elb\" \"example\" {\n  name    = \"example\"\n  subnets = [aws_subnet.a.id, aws_subnet.b.id]\n\n  access_logs {\n    bucket = aws_s3_bucket.logs.id\n  }\n\n  listener {\n    instance_port      = 443\n    instance_protocol  = \"https\"\n    lb_port            = 443\n    lb_protocol        = \"https\"\n    ssl_certificate_id = aws_acm_certificate.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.5"}},
	Aliases:  []string{"prowler:elb_logging_enabled", "securityhub:ELB.5"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
	Needs:    []inventory.Source{elb.LoadBalancerAttributes},
	Run: checks.Each(elb.LoadBalancers, func(p *checks.Probe, lb *elb.LoadBalancer) {
		logs := attribute(lb, func(a elb.Attributes) inventory.Known[bool] { return a.AccessLogs })
		if on, ok := logs.Get(p); ok && !on {
			p.Evidence("accessLog", "disabled")
			p.Failf("access logs are off")
		}
	}),
}
