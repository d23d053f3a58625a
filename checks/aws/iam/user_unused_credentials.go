package iam

import (
	"fmt"
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

var unusedFor = &checks.Param{Name: "maxUnusedDays", Default: 45, Unit: "days", Source: "CIS AWS 7.0, 2.11; Security Hub IAM.8 has 90"}

// UserUnusedCredentials asks that what nobody uses be switched off.
var UserUnusedCredentials = &checks.Check{
	ID:       "aws-iam-user-unused-credentials",
	Title:    "Passwords and access keys that are not in use are switched off",
	Why:      "Nobody notices the misuse of a credential that nobody uses. People who left and jobs that were replaced leave them behind.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Security credentials: disable console access, and deactivate the access key.",
		CLI:       "aws iam update-access-key --user-name <user> --access-key-id <key-id> --status Inactive; aws iam delete-login-profile --user-name <user>",
		Terraform: "resource \"aws_iam_access_key\" \"example\" {\n  user   = aws_iam_user.example.name\n  status = \"Inactive\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.11"}, frameworks.FSBP: {"IAM.8"}},
	Aliases:  []string{"prowler:iam_user_accesskey_unused", "prowler:iam_user_console_access_unused", "securityhub:IAM.8", "securityhub:IAM.22"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html",
	Params:   []*checks.Param{unusedFor},
	Needs:    []inventory.Source{iam.UserCredentials},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		if created, known := u.Created.Peek(); known && days(p, created) < p.Int(unusedFor) {
			return // nothing of it can have lain idle for longer
		}
		c, ok := u.Credentials.Get(p)
		if !ok {
			return
		}
		reported(p, c)
		idle(p, "console password", c.PasswordEnabled, c.PasswordUsed, c.PasswordChanged)
		for _, k := range c.Keys {
			idle(p, fmt.Sprintf("access key %d", k.Slot), k.Active, k.Used, k.Rotated)
		}
	}),
}

// idle fails a credential that is on and was last used too long ago; one that
// was never used counts from the day that it was set.
func idle(p *checks.Probe, what string, on inventory.Known[bool], used, set inventory.Known[time.Time]) {
	if active, ok := on.Get(p); !ok || !active {
		return
	}
	at, ok := used.Get(p)
	if !ok {
		return
	}
	since := at
	if at.IsZero() {
		if since, ok = set.Get(p); !ok {
			return
		}
	}
	switch {
	case since.IsZero():
		p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "IAM GetCredentialReport", Where: "the report does not tell since when the " + what + " is set"})
	case days(p, since) >= p.Int(unusedFor):
		p.Evidence(what+" last used", ago(p, at))
		p.Evidence(what+" idle since", since.Format(time.RFC3339))
		p.Failf("the %s has not been used for %d days", what, days(p, since))
	}
}
