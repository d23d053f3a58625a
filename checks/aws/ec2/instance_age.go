package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

var maxRunningDays = &checks.Param{Name: "maxRunningDays", Default: 180, Unit: "days", Source: "two quarterly rounds of patching"}

// InstanceAge asks that running instances be renewed from time to time.
var InstanceAge = &checks.Check{
	ID:       "aws-ec2-instance-age",
	Title:    "EC2 instances are not left running for half a year without a restart",
	Why:      "A kernel is patched by booting the new one. An instance that has run for very long is either unpatched or forgotten.",
	Severity: checks.Low,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Build a current image, launch a new instance of it and terminate the old one; or patch the instance, and stop and start it.",
		CLI:       "aws ec2 stop-instances --instance-ids <instance>",
		Terraform: "resource \"aws_instance\" \"example\" {\n  ami           = data.aws_ami.latest.id # replaced whenever there is a newer image\n  instance_type = \"t3.micro\"\n}",
	},
	Aliases: []string{"prowler:ec2_instance_older_than_specific_days"},
	Link:    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-best-practices.html",
	Params:  []*checks.Param{maxRunningDays},
	Needs:   []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		if state, ok := i.State.Get(p); !ok || state != "running" {
			p.Skipf("the instance is not running")
			return
		}
		launched, ok := i.LaunchedAt.Get(p)
		if ok && launched.Before(p.Inv.Now.AddDate(0, 0, -p.Int(maxRunningDays))) {
			days := int(p.Inv.Now.Sub(launched).Hours() / 24)
			p.Evidence("runningDays", days)
			p.Failf("the instance was last launched %d days ago", days)
		}
	}),
}
