package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestFederation(t *testing.T) {
	sso := role(func(r *iam.Role) {
		r.ID, r.Full = "AWSReservedSSO_Admin", "arn:aws:iam::"+me+":role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Admin"
	})
	provider := &iam.SAMLProvider{Resource: inventory.Resource{ID: "okta"}}
	robot := has(func(c *iam.Credentials) { c.PasswordEnabled = no })
	noProvider, noRole := inventory.Rows(iam.SAMLProviders), inventory.Rows(iam.Roles, role())
	have := func(parts ...inventory.Part) *inventory.Inventory { return inventory.Fixture(parts...) }
	checktest.Run(t, Federation, []checktest.Case{
		{Name: "users only", Have: have(noProvider, noRole, inventory.Rows(iam.Users, user())), Want: want(checks.Fail)},
		{Name: "provider", Have: have(inventory.Rows(iam.SAMLProviders, provider), noRole, inventory.Rows(iam.Users, user())), Want: want(checks.Pass)},
		{Name: "Identity Center", Have: have(inventory.Unlisted(iam.SAMLProviders, "", checktest.Dark), inventory.Rows(iam.Roles, sso), inventory.Rows(iam.Users, user())), Want: want(checks.Pass)},
		{Name: "robots only", Have: have(noProvider, noRole, inventory.Rows(iam.Users, user(robot))), Want: want(checks.Pass)},
		{Name: "report denied", Have: have(noProvider, noRole, inventory.Rows(iam.Users, user(hidden))), Want: want(checks.Unknown)},
		{Name: "providers denied", Have: have(inventory.Unlisted(iam.SAMLProviders, "", checktest.Dark), noRole, inventory.Rows(iam.Users, user())), Want: want(checks.Unknown)},
	})
}
