package autoscaling

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

// GroupHealthCheck asks that a group heed what its load balancer finds.
var GroupHealthCheck = &checks.Check{
	ID:       "aws-autoscaling-group-health-check",
	Title:    "Auto Scaling groups behind a load balancer use its health checks",
	Why:      "The group's own check sees only whether the machine runs. An instance whose application has died stays, takes no traffic and is not replaced.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Auto Scaling Groups > the group > Details > Health checks > Edit: turn on Elastic Load Balancing health checks.",
		CLI:       "aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group> --health-check-type ELB --health-check-grace-period 300",
		Terraform: "resource \"aws_autoscaling_group\" \"example\" {\n  min_size                  = 2\n  max_size                  = 4\n  health_check_type         = \"ELB\"\n  health_check_grace_period = 300\n  target_group_arns         = [aws_lb_target_group.example.arn]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"AutoScaling.1"}},
	Aliases:  []string{"prowler:autoscaling_group_elb_health_check_enabled", "securityhub:AutoScaling.1"},
	Link:     "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html",
	Needs:    []inventory.Source{autoscaling.Groups},
	Run: checks.Each(autoscaling.Groups, func(p *checks.Probe, g *autoscaling.Group) {
		if !judged(p, g) {
			return
		}
		balanced, ok := g.LoadBalanced.Get(p)
		if !ok {
			return
		}
		if !balanced {
			p.Skipf("no load balancer sends traffic to the group")
			return
		}
		if types, ok := g.HealthChecks.Get(p); ok && !slices.Contains(types, "ELB") {
			p.Evidence("healthCheckType", types)
			p.Failf("the group does not use the health checks of its load balancer")
		}
	}),
}
