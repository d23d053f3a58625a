package ssm

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

// PublicSharing asks that documents cannot be shared with everybody at all.
var PublicSharing = &checks.Check{
	ID:       "aws-ssm-public-sharing-blocked",
	Title:    "Public sharing of Systems Manager documents is blocked",
	Why:      "One careless command otherwise shows a document, with the hosts and commands in it, to everybody with an AWS account.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Systems Manager > Documents > Preferences > Edit: Block public sharing. It holds for one region.",
		CLI:       "aws ssm update-service-setting --setting-id /ssm/documents/console/public-sharing-permission --setting-value Disable",
		Terraform: "resource \"aws_ssm_service_setting\" \"public_sharing\" {\n  setting_id    = \"/ssm/documents/console/public-sharing-permission\"\n  setting_value = \"Disable\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SSM.7"}},
	Aliases:  []string{"securityhub:SSM.7"},
	Link:     "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html",
	Needs:    []inventory.Source{ssm.SettingsPublicSharing},
	Run: checks.Each(ssm.RegionSettings, func(p *checks.Probe, s *ssm.Settings) {
		if v, ok := s.PublicSharing.Get(p); ok && v != "Disable" {
			p.Evidence("publicSharingPermission", v)
			p.Failf("documents of the region can be shared with everybody")
		}
	}),
}
