package iam

import (
	"fmt"
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

var keyAge = &checks.Param{Name: "maxAgeDays", Default: 90, Unit: "days", Source: "CIS AWS 7.0, 2.12; Security Hub, IAM.3"}

// AccessKeyRotation asks that access keys be replaced now and then.
var AccessKeyRotation = &checks.Check{
	ID:       "aws-iam-access-key-rotation",
	Title:    "Active access keys are replaced in time",
	Why:      "The longer a key lives, the more places hold a copy of it: laptops, build logs, chats, former colleagues.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Security credentials > Access keys: create a second key, move its users over, deactivate and delete the old one. Better: a role in the key's place.",
		CLI:       "aws iam create-access-key --user-name <user>; aws iam update-access-key --user-name <user> --access-key-id <old-key-id> --status Inactive",
		Terraform: "resource \"time_rotating\" \"key\" {\n  rotation_days = 80\n}\n\nresource \"aws_iam_access_key\" \"example\" {\n  user = aws_iam_user.example.name\n  lifecycle {\n    replace_triggered_by = [time_rotating.key]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.12"}, frameworks.FSBP: {"IAM.3"}},
	Aliases:  []string{"prowler:iam_rotate_access_key_90_days", "securityhub:IAM.3"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html",
	Params:   []*checks.Param{keyAge},
	Needs:    []inventory.Source{iam.UserCredentials},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		c, ok := u.Credentials.Get(p)
		if !ok {
			return
		}
		reported(p, c)
		for _, k := range activeKeys(p, c) {
			if at, ok := k.Rotated.Get(p); ok && days(p, at) > p.Int(keyAge) {
				name := fmt.Sprintf("access key %d", k.Slot)
				p.Evidence(name+" set", at.Format(time.RFC3339))
				p.Failf("%s is %d days old", name, days(p, at))
			}
		}
	}),
}

// activeKeys lists the access keys that are known to be active.
func activeKeys(p *checks.Probe, c iam.Credentials) (keys []iam.AccessKey) {
	for _, k := range c.Keys {
		if active, ok := k.Active.Get(p); ok && active {
			keys = append(keys, k)
		}
	}
	return keys
}
