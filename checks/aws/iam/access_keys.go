package iam

import (
	"fmt"
	"time"

	"demarc/checks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// UserTwoKeys asks that no user have two active keys.
var UserTwoKeys = &checks.Check{
	ID:       "aws-iam-user-one-active-key",
	Title:    "IAM users have no more than one active access key",
	Why:      "The second key is there for the days of a rotation. Two that stay are two secrets to keep and to watch.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Security credentials > Access keys: deactivate the key that is used less.",
		CLI:       "aws iam update-access-key --user-name <user> --access-key-id <key-id> --status Inactive",
		Terraform: "resource \"aws_iam_access_key\" \"old\" {\n  user   = aws_iam_user.example.name\n  status = \"Inactive\"\n}",
	},
	Aliases: []string{"prowler:iam_user_two_active_access_key"},
	Link:    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
	Needs:   []inventory.Source{iam.UserCredentials},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		c, ok := u.Credentials.Get(p)
		if !ok {
			return
		}
		reported(p, c)
		if n := len(activeKeys(p, c)); n > 1 {
			p.Evidence("activeKeys", n)
			p.Failf("%d access keys are active", n)
		}
	}),
}

// UserNoKeys asks for roles in the place of users' access keys.
var UserNoKeys = &checks.Check{
	ID:       "aws-iam-user-no-long-lived-keys",
	Title:    "Programs get temporary credentials rather than access keys of IAM users",
	Why:      "An access key works from anywhere until somebody switches it off. Roles, IAM Identity Center and IAM Roles Anywhere give out credentials that expire by themselves.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Give what uses the key a role (an instance profile, a task role, a federated pipeline), then IAM > Users > the user > Security credentials > Access keys: deactivate, later delete.",
		CLI:       "aws iam delete-access-key --user-name <user> --access-key-id <key-id>",
		Terraform: "resource \"aws_iam_role\" \"example\" {\n  name = \"example\"\n  assume_role_policy = jsonencode({\n    Version   = \"2012-10-17\"\n    Statement = [{ Effect = \"Allow\", Action = \"sts:AssumeRole\", Principal = { Service = \"ec2.amazonaws.com\" } }]\n  })\n}",
	},
	Aliases: []string{"prowler:iam_user_with_temporary_credentials"},
	Link:    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
	Needs:   []inventory.Source{iam.UserCredentials},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		c, ok := u.Credentials.Get(p)
		if !ok {
			return
		}
		reported(p, c)
		for _, k := range activeKeys(p, c) {
			name := fmt.Sprintf("access key %d", k.Slot)
			p.Evidence(name, "active")
			p.Failf("%s is active", name)
		}
	}),
}

var setupTime = &checks.Param{Name: "withinMinutes", Default: 10, Unit: "minutes", Source: "the time in which one person sets a user up"}

// UserSetupKey asks that keys be made when somebody needs one.
var UserSetupKey = &checks.Check{
	ID:       "aws-iam-user-no-setup-key",
	Title:    "Users of the console have no access key from their first day that was never used",
	Why:      "A key that was made along with the user, just in case, lies in a mail or a download folder and is missed by nobody.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Security credentials > Access keys: delete the key; make one when it is needed.",
		CLI:       "aws iam delete-access-key --user-name <user> --access-key-id <key-id>",
		Terraform: "removed {\n  from = aws_iam_access_key.example\n  lifecycle {\n    destroy = true\n  }\n}",
	},
	Aliases: []string{"prowler:iam_user_no_setup_initial_access_key"},
	Link:    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
	Params:  []*checks.Param{setupTime},
	Needs:   []inventory.Source{iam.UserCredentials},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		c, ok := consoleUser(p, u)
		if !ok {
			return
		}
		for _, k := range activeKeys(p, c) {
			created, _ := u.Created.Get(p)
			made, ok1 := k.Rotated.Get(p)
			used, ok2 := k.Used.Get(p)
			if created.IsZero() || !ok1 || !ok2 || !used.IsZero() {
				continue
			}
			if made.Sub(created).Abs() <= time.Duration(p.Int(setupTime))*time.Minute {
				name := fmt.Sprintf("access key %d", k.Slot)
				p.Evidence(name+" made", made.Format(time.RFC3339))
				p.Evidence("userCreated", created.Format(time.RFC3339))
				p.Failf("%s was made along with the user and never used", name)
			}
		}
	}),
}
