package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func trusting(statement string, org inventory.Known[organizations.Organization], change ...func(*iam.Role)) *inventory.Inventory {
	r := role(append([]func(*iam.Role){func(r *iam.Role) {
		r.Trust, r.Foreign = parsed(statement), known([]string{partner})
	}}, change...)...)
	return inventory.Fixture(inventory.Rows(iam.Roles, r), organization(org))
}

// lets is a trust statement for a principal under a condition; "" for none.
func lets(principal, condition string) string {
	s := `{"Effect":"Allow","Action":"sts:AssumeRole","Principal":` + principal
	if condition != "" {
		s += `,"Condition":{` + condition + `}`
	}
	return s + `}`
}

const (
	anybody   = `{"AWS":"*"}`
	supplier  = `{"AWS":"arn:aws:iam::222233334444:root"}`
	sibling   = `{"AWS":"arn:aws:iam::444455556666:root"}` // trusted: not among the foreign accounts
	ourOrg    = `"StringEquals":{"aws:PrincipalOrgID":"o-larkspur00"}`
	theirOrg  = `"StringEquals":{"aws:PrincipalOrgID":"o-elsewhere0"}`
	sameOrg   = `"StringEquals":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}`
	agreed    = `"StringEquals":{"sts:ExternalId":"7Kq2"}`
	whatever  = `"StringLike":{"sts:ExternalId":"*"}`
	agreedIf  = `"StringEqualsIfExists":{"sts:ExternalId":"7Kq2"}`
	secondOne = `"Bool":{"aws:MultiFactorAuthPresent":"true"}`
)

func TestRoleTrustPublic(t *testing.T) {
	noOrg := known(organizations.Organization{Management: known("")})
	noTrust := func(r *iam.Role) { r.Trust = dark[policy.Document]() }
	checktest.Run(t, RoleTrustPublic, []checktest.Case{
		{Name: "a service", Have: trusting(lets(`{"Service":"ec2.amazonaws.com"}`, ""), larkspur), Want: want(checks.Pass)},
		{Name: "an account", Have: trusting(lets(supplier, ""), larkspur), Want: want(checks.Pass)},
		{Name: "everybody", Have: trusting(lets(anybody, ""), larkspur), Want: want(checks.Fail)},
		{Name: "everybody, organization unread", Have: trusting(lets(`"*"`, ""), dark[organizations.Organization]()), Want: want(checks.Fail)},
		{Name: "everybody with an external id", Have: trusting(lets(anybody, agreed), larkspur), Want: want(checks.Fail)},
		{Name: "everybody of the organization", Have: trusting(lets(anybody, ourOrg), larkspur), Want: want(checks.Pass)},
		{Name: "everybody, and denied", Have: trusting(lets(anybody, "")+`,{"Effect":"Deny","Action":"sts:AssumeRole","Principal":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-larkspur00"}}}`, larkspur), Want: want(checks.Pass)},
		{Name: "the organization by a variable", Have: trusting(lets(anybody, sameOrg), larkspur), Want: want(checks.Pass)},
		{Name: "the organization by a variable, unread", Have: trusting(lets(anybody, sameOrg), dark[organizations.Organization]()), Want: want(checks.Pass)},
		{Name: "an organization while in none", Have: trusting(lets(anybody, theirOrg), noOrg), Want: want(checks.Pass)},
		{Name: "service-linked", Have: trusting(lets(anybody, ""), larkspur, serviceLinked), Want: want(checks.NotApplicable)},
		{Name: "trust unread", Have: trusting(lets(anybody, ""), larkspur, noTrust), Want: want(checks.Unknown)},
	})
}

func managedBy(account string) inventory.Known[organizations.Organization] {
	return known(organizations.Organization{ID: "o-larkspur00", Management: known(account)})
}

func TestRoleTrustExternalID(t *testing.T) {
	unread := dark[organizations.Organization]()
	noOrg := known(organizations.Organization{Management: known("")})
	checktest.Run(t, RoleTrustExternalID, []checktest.Case{
		{Name: "own account", Have: trusting(lets(`{"AWS":"arn:aws:iam::111122223333:root"}`, ""), larkspur), Want: want(checks.Pass)},
		{Name: "trusted account", Have: trusting(lets(sibling, ""), larkspur), Want: want(checks.Pass)},
		{Name: "foreign account", Have: trusting(lets(supplier, ""), larkspur), Want: want(checks.Fail)},
		{Name: "foreign account, organization unread", Have: trusting(lets(supplier, ""), unread), Want: want(checks.Unknown)},
		{Name: "foreign account while in no organization", Have: trusting(lets(supplier, ""), noOrg), Want: want(checks.Fail)},
		{Name: "the account that manages the organization", Have: trusting(lets(supplier, ""), managedBy(partner)), Want: want(checks.Pass)},
		{Name: "foreign account with MFA within the hour", Have: trusting(lets(supplier, `"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}`), larkspur), Want: want(checks.Pass)},
		{Name: "foreign account with MFA of some age", Have: trusting(lets(supplier, `"Null":{"aws:MultiFactorAuthAge":"false"}`), larkspur), Want: want(checks.Pass)},
		{Name: "foreign account with MFA of no age", Have: trusting(lets(supplier, `"Null":{"aws:MultiFactorAuthAge":"true"}`), larkspur), Want: want(checks.Fail)},
		{Name: "an external id of any letters", Have: trusting(lets(supplier, `"StringLike":{"sts:ExternalId":"?*"}`), larkspur), Want: want(checks.Fail)},
		{Name: "an external id, the organization unread", Have: trusting(lets(supplier, agreed), unread), Want: want(checks.Pass)},
		{Name: "foreign account by its id", Have: trusting(lets(`{"AWS":"222233334444"}`, ""), larkspur), Want: want(checks.Fail)},
		{Name: "foreign account with an external id", Have: trusting(lets(supplier, agreed), larkspur), Want: want(checks.Pass)},
		{Name: "any external id", Have: trusting(lets(supplier, whatever), larkspur), Want: want(checks.Fail)},
		{Name: "an external id if there is one", Have: trusting(lets(supplier, agreedIf), larkspur), Want: want(checks.Fail)},
		{Name: "foreign account with MFA", Have: trusting(lets(supplier, secondOne), larkspur), Want: want(checks.Pass)},
		{Name: "one statement with and one without", Have: trusting(lets(supplier, agreed)+","+lets(supplier, ""), larkspur), Want: want(checks.Fail)},
		{Name: "an organization of others", Have: trusting(lets(anybody, theirOrg), larkspur), Want: want(checks.Fail)},
		{Name: "an organization of others while in none", Have: trusting(lets(anybody, theirOrg), noOrg), Want: want(checks.Fail)},
		{Name: "the own organization", Have: trusting(lets(anybody, ourOrg), larkspur), Want: want(checks.Pass)},
		{Name: "some organization, the own unread", Have: trusting(lets(anybody, ourOrg), unread), Want: want(checks.Unknown)},
		{Name: "Identity Center's", Have: trusting(lets(supplier, ""), larkspur, func(r *iam.Role) { r.Full = "arn:aws:iam::" + me + ":role/aws-reserved/sso.amazonaws.com/x" }), Want: want(checks.NotApplicable)},
		{Name: "who is foreign unread", Have: trusting(lets(supplier, ""), larkspur, func(r *iam.Role) { r.Foreign = dark[[]string]() }), Want: want(checks.Unknown)},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(iam.Roles, "", checktest.Dark), organization(larkspur)), Want: want(checks.Unknown)},
	})
}

func TestRoleTrustOIDC(t *testing.T) {
	github := func(condition string) *inventory.Inventory {
		s := `{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Condition":{` + condition + `}}`
		return inventory.Fixture(inventory.Rows(iam.Roles, role(func(r *iam.Role) { r.Trust = parsed(s) })))
	}
	aud := `"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}`
	sub := func(v string) string {
		return aud + `,"StringLike":{"token.actions.githubusercontent.com:sub":"` + v + `"}`
	}
	saml := `{"Effect":"Allow","Action":"sts:AssumeRoleWithSAML","Principal":{"Federated":"arn:aws:iam::111122223333:saml-provider/okta"},"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}}`
	checktest.Run(t, RoleTrustOIDC, []checktest.Case{
		{Name: "no provider", Have: inventory.Fixture(inventory.Rows(iam.Roles, role())), Want: want(checks.Pass)},
		{Name: "one repository", Have: github(sub("repo:larkspur/shop:ref:refs/heads/main")), Want: want(checks.Pass)},
		{Name: "one owner", Have: github(sub("repo:larkspur/*")), Want: want(checks.Pass)},
		{Name: "audience only", Have: github(aud), Want: want(checks.Fail), Severity: checks.Critical},
		{Name: "any subject", Have: github(sub("repo:*")), Want: want(checks.Fail)},
		{Name: "SAML", Have: inventory.Fixture(inventory.Rows(iam.Roles, role(func(r *iam.Role) { r.Trust = parsed(saml) }))), Want: want(checks.Pass)},
		{Name: "service-linked", Have: inventory.Fixture(inventory.Rows(iam.Roles, role(serviceLinked))), Want: want(checks.NotApplicable)},
		{Name: "unread", Have: inventory.Fixture(inventory.Rows(iam.Roles, role(func(r *iam.Role) { r.Trust = dark[policy.Document]() }))), Want: want(checks.Unknown)},
	})
}

func TestRoleForeignReadOnly(t *testing.T) {
	reads := func(r *iam.Role) { r.Attached = attachedTo("arn:aws:iam::aws:policy/ReadOnlyAccess") }
	checktest.Run(t, RoleForeignReadOnly, []checktest.Case{
		{Name: "a service", Have: trusting(lets(`{"Service":"ec2.amazonaws.com"}`, ""), larkspur, reads), Want: want(checks.Pass)},
		{Name: "a supplier", Have: trusting(lets(supplier, agreed), larkspur, reads), Want: want(checks.Fail)},
		{Name: "a supplier without the policy", Have: trusting(lets(supplier, agreed), larkspur), Want: want(checks.Pass)},
		{Name: "everybody", Have: trusting(lets(anybody, ""), larkspur, reads), Want: want(checks.Fail)},
		{Name: "the own organization", Have: trusting(lets(anybody, ourOrg), larkspur, reads), Want: want(checks.Pass)},
		{Name: "a trusted account", Have: trusting(lets(sibling, ""), larkspur, reads), Want: want(checks.Pass)},
		{Name: "some organization, the own unread", Have: trusting(lets(anybody, ourOrg), dark[organizations.Organization](), reads), Want: want(checks.Unknown)},
		{Name: "the account that manages the organization", Have: trusting(lets(supplier, ""), managedBy(partner), reads), Want: want(checks.Pass)},
		{Name: "policies unread", Have: trusting(lets(supplier, ""), larkspur, func(r *iam.Role) { r.Attached = dark[[]string]() }), Want: want(checks.Unknown)},
	})
}
