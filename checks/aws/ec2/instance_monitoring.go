package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// InstanceMonitoring asks for metrics by the minute.
var InstanceMonitoring = &checks.Check{
	ID:       "aws-ec2-instance-detailed-monitoring",
	Title:    "EC2 instances have detailed monitoring",
	Why:      "Basic monitoring gives a point every five minutes: a short flood, or a miner that starts and stops, is averaged away before an alarm sees it.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "EC2 > Instances > the instance > Actions > Monitor and troubleshoot > Manage detailed monitoring: Enable.",
		CLI:       "aws ec2 monitor-instances --instance-ids <instance>",
		Terraform: "resource \"aws_instance\" \"example\" {\n  ami           = data.aws_ami.example.id\n  instance_type = \"t3.micro\"\n  monitoring    = true\n}",
	},
	Aliases: []string{"prowler:ec2_instance_detailed_monitoring_enabled"},
	Link:    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html",
	Needs:   []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		if state, ok := i.Monitoring.Get(p); ok && state != "enabled" && state != "pending" {
			p.Evidence("monitoring", state)
			p.Failf("detailed monitoring is %s", state)
		}
	}),
}
