package iam

import (
	"demarc/checks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// UserHardwareMFA asks for a second factor that cannot be phished or copied.
var UserHardwareMFA = &checks.Check{
	ID:       "aws-iam-user-hardware-mfa",
	Title:    "IAM users with a console password sign in with a hardware MFA device or a passkey",
	Why:      "A code from an app can be asked for on a forged page and used at once, and the app's seed can be copied. Passkeys and security keys sign for the true page only.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Security credentials > Multi-factor authentication (MFA): assign a passkey or security key, then remove the authenticator app.",
		CLI:       "aws iam deactivate-mfa-device --user-name <user> --serial-number <virtual-device-arn>",
		Terraform: "# A device is enrolled by the person who has it. Remove the virtual one:\nremoved {\n  from = aws_iam_virtual_mfa_device.example\n  lifecycle {\n    destroy = true\n  }\n}",
	},
	Aliases: []string{"prowler:iam_user_hardware_mfa_enabled"},
	Link:    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_fido.html",
	Needs:   []inventory.Source{iam.UserCredentials, iam.UserVirtualMFA},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		c, ok := consoleUser(p, u)
		if !ok {
			return
		}
		if virtual, ok := u.VirtualMFA.Get(p); ok && len(virtual) > 0 {
			p.Evidence("virtualDevices", virtual)
			p.Failf("the user has a virtual MFA device")
		}
		if mfa, ok := c.MFA.Get(p); ok && !mfa {
			p.Evidence("mfaActive", false)
			p.Failf("the user has no MFA device")
		}
	}),
}
