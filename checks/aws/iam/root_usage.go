package iam

import (
	"fmt"
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

var rootIdle = &checks.Param{Name: "days", Default: 30, Unit: "days", Source: "CIS AWS 7.0, 2.7 sets no number; what needs the root user comes up less than once a month"}

// RootUsage asks that the root user be left alone.
var RootUsage = &checks.Check{
	ID:       "aws-iam-root-usage",
	Title:    "The root user is not in use",
	Why:      "Nothing limits the root user, and its actions cannot be told apart by person. Only a few tasks need it.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM Identity Center > Multi-account permissions: give people an administrative permission set, and use the root user only for the tasks that need it.",
		CLI:       "aws sso-admin create-account-assignment --instance-arn <instance-arn> --target-type AWS_ACCOUNT --target-id <account> --permission-set-arn <permission-set-arn> --principal-type GROUP --principal-id <group-id>",
		Terraform: "resource \"aws_ssoadmin_account_assignment\" \"example\" {\n  instance_arn       = \"<instance-arn>\"\n  permission_set_arn = aws_ssoadmin_permission_set.admin.arn\n  principal_id       = \"<group-id>\"\n  principal_type     = \"GROUP\"\n  target_id          = \"<account>\"\n  target_type        = \"AWS_ACCOUNT\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.7"}},
	Aliases:  []string{"prowler:iam_avoid_root_usage"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html",
	Params:   []*checks.Param{rootIdle},
	Needs:    []inventory.Source{iam.RootCredentials},
	Run: checks.Each(iam.Roots, func(p *checks.Probe, r *iam.Root) {
		c, ok := r.Credentials.Get(p)
		if !ok {
			return
		}
		reported(p, c)
		used := func(what string, at inventory.Known[time.Time]) {
			if t, ok := at.Get(p); ok && !t.IsZero() && days(p, t) < p.Int(rootIdle) {
				p.Evidence(what, t.Format(time.RFC3339))
				p.Failf("the root user's %s was used %s", what, ago(p, t))
			}
		}
		used("password", c.PasswordUsed)
		for _, k := range c.Keys {
			used(fmt.Sprintf("access key %d", k.Slot), k.Used)
		}
	}),
}
