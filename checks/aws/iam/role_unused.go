package iam

import (
	"time"

	"demarc/checks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

var roleIdle = &checks.Param{Name: "maxUnusedDays", Default: 90, Unit: "days", Source: "the default of IAM Access Analyzer's unused access analyzer"}

// RoleUnused asks that roles that nobody assumes be removed.
var RoleUnused = &checks.Check{
	ID:       "aws-iam-role-unused",
	Title:    "Roles are in use",
	Why:      "A role that nobody assumes keeps its trust and its permissions. Nobody would miss it, nor notice who else uses it.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Roles > the role > Last activity: check what it was for, then Delete.",
		CLI:       "aws iam delete-role --role-name <role>",
		Terraform: "removed {\n  from = aws_iam_role.example\n  lifecycle {\n    destroy = true\n  }\n}",
	},
	Link:   "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html",
	Params: []*checks.Param{roleIdle},
	Needs:  []inventory.Source{iam.Roles},
	Run: checks.Each(iam.Roles, func(p *checks.Probe, r *iam.Role) {
		if by := r.Managed(); by != "" {
			p.Skipf("%s", by)
			return
		}
		used, ok1 := r.LastUsed.Get(p)
		created, ok2 := r.Created.Get(p)
		if !ok1 || !ok2 || days(p, created) < p.Int(roleIdle) {
			return
		}
		if used.IsZero() || days(p, used) >= p.Int(roleIdle) {
			p.Evidence("lastUsed", ago(p, used))
			p.Evidence("created", created.Format(time.RFC3339))
			p.Failf("the role was last used: %s", ago(p, used))
		}
	}),
}
