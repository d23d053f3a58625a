package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

var maxStoppedDays = &checks.Param{Name: "maxStoppedDays", Default: 30, Unit: "days", Source: "AWS FSBP, EC2.4"}

// InstanceStopped asks that no instance stay stopped for long.
var InstanceStopped = &checks.Check{
	ID:       "aws-ec2-instance-stopped",
	Title:    "EC2 instances do not stay stopped for long",
	Why:      "Nobody patches an instance that is stopped. When it is started again after months, it comes up with every hole that was found meanwhile, and its volumes hold data that nobody remembers.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "EC2 > Instances > the instance: create an image if the data is still wanted, then Instance state > Terminate.",
		CLI:       "aws ec2 terminate-instances --instance-ids <instance>",
		Terraform: "removed {\n  from = aws_instance.example\n\n  lifecycle {\n    destroy = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.4"}},
	Aliases:  []string{"prowler:ec2_instance_stopped_older_than_specific_days", "securityhub:EC2.4"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Stop_Start.html",
	Params:   []*checks.Param{maxStoppedDays},
	Needs:    []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		if state, ok := i.State.Get(p); !ok || state != "stopped" {
			return
		}
		limit := p.Inv.Now.AddDate(0, 0, -p.Int(maxStoppedDays))
		if launched, ok := i.LaunchedAt.Peek(); ok && launched.After(limit) {
			return // it ran within the time, whenever it was stopped
		}
		if since, ok := i.StoppedAt.Get(p); ok && since.Before(limit) {
			days := int(p.Inv.Now.Sub(since).Hours() / 24)
			p.Evidence("stoppedDays", days)
			p.Failf("the instance has been stopped for %d days", days)
		}
	}),
}
