package iam

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// Federation asks that people sign in through an identity provider.
var Federation = &checks.Check{
	ID:       "aws-iam-federation",
	Title:    "People sign in through an identity provider rather than as IAM users",
	Why:      "IAM users of single accounts are forgotten when people leave. An identity provider, or IAM Identity Center for the whole organization, has one place to switch a person off.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM Identity Center > Enable (in the organization's management account), assign permission sets to groups; then remove the console passwords of IAM users.",
		CLI:       "aws iam create-saml-provider --name <provider> --saml-metadata-document file://metadata.xml",
		Terraform: "resource \"aws_iam_saml_provider\" \"example\" {\n  name                   = \"example\"\n  saml_metadata_document = file(\"metadata.xml\")\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.19"}},
	Aliases:  []string{"prowler:iam_check_saml_providers_sts"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html",
	Needs:    []inventory.Source{iam.SAMLProviders, iam.Roles, iam.UserCredentials},
	Run: checks.Account(func(p *checks.Probe) {
		var hidden inventory.Gaps
		for provider := range iam.SAMLProviders.All(p.Inv, &hidden) {
			p.Evidence("samlProvider", provider.ID)
			return
		}
		for role := range iam.Roles.All(p.Inv, &hidden) {
			if strings.Contains(role.Full, ":role/aws-reserved/sso.amazonaws.com/") {
				p.Evidence("identityCenterRole", role.ID)
				return
			}
		}
		var people []string
		for u := range iam.Users.All(p.Inv, &hidden) {
			on := inventory.Then(u.Credentials, func(c iam.Credentials) inventory.Known[bool] { return c.PasswordEnabled })
			if has, ok := on.Get(&hidden); ok && has {
				people = append(people, u.ID)
			}
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		if len(people) > 0 {
			p.Evidence("usersWithPassword", people)
			p.Absentf("%d IAM users have console passwords and there is no identity provider", len(people))
		}
	}),
}
