package iam

import (
	"demarc/checks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// members finds the users of a group by its name.
var members = &inventory.Index[iam.User]{
	Of: iam.Users,
	Keys: func(r inventory.Reader, u *iam.User) []string {
		groups, _ := u.Groups.Get(r)
		return groups
	},
}

// GroupEmpty asks that groups have members.
var GroupEmpty = &checks.Check{
	ID:       "aws-iam-group-has-users",
	Title:    "Every group has users",
	Why:      "A group without users serves nobody, and its policies wait for whoever is put into it by mistake.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > User groups > the group > Delete.",
		CLI:       "aws iam delete-group --group-name <group>",
		Terraform: "removed {\n  from = aws_iam_group.example\n  lifecycle {\n    destroy = true\n  }\n}",
	},
	Link:  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html",
	Needs: []inventory.Source{iam.Groups, iam.Users},
	Run: checks.Each(iam.Groups, func(p *checks.Probe, g *iam.Group) {
		var hidden inventory.Gaps
		if len(members.Get(p.Inv, &hidden, "", g.ID)) > 0 {
			return
		}
		for _, gap := range hidden {
			p.Missed(gap)
		}
		p.Evidence("users", 0)
		p.Absentf("no user is in the group")
	}),
}
