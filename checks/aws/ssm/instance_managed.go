package ssm

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

// InstanceManaged asks that the agent of Systems Manager report from every
// running instance. Of stopped ones the service keeps no list to ask.
var InstanceManaged = &checks.Check{
	ID:       "aws-ssm-ec2-instance-managed",
	Title:    "EC2 instances are managed by Systems Manager",
	Why:      "Without the agent an instance gets no patches by policy, is in no inventory, and people reach it through open ports and shared keys.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Systems Manager > Fleet Manager > Account management > Configure default host management; or give the instance a role with AmazonSSMManagedInstanceCore, and a way to the service's endpoints.",
		CLI:       "aws ssm update-service-setting --setting-id /ssm/managed-instance/default-ec2-instance-management-role --setting-value service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole",
		Terraform: "resource \"aws_iam_role_policy_attachment\" \"ssm\" {\n  role       = aws_iam_role.example.name\n  policy_arn = \"arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SSM.1"}},
	Aliases:  []string{"prowler:ec2_instance_managed_by_ssm", "securityhub:SSM.1"},
	Link:     "https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-managed-nodes.html",
	Needs:    []inventory.Source{ec2.Instances, ssm.ManagedInstances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if by, ok := i.Operator.Get(p); ok && by != "" {
			p.Skipf("the instance is managed by AWS (%s)", by)
			return
		}
		state, ok := i.State.Get(p)
		if ok && state != "running" {
			p.Skipf("the instance is %s: Systems Manager lists running ones", state)
			return
		}
		m, read := ssm.ManagedInstances.ByID(p.Inv, i.Region, i.ID).Get(p)
		if !ok || !read {
			return
		}
		if m == nil {
			p.Evidence("managedInstance", "none")
			p.Absentf("no agent of Systems Manager has registered the instance")
			return
		}
		if ping, ok := m.Ping.Get(p); ok && ping != "Online" {
			p.Evidence("pingStatus", ping)
			p.Absentf("the agent does not report: its status is %s", ping)
		}
	}),
}
