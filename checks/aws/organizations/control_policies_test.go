package organizations

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func scp(name, owner string, doc string, targets ...string) *organizations.Policy {
	d, err := policy.Parse(`{"Version":"2012-10-17","Statement":[` + doc + `]}`)
	if err != nil {
		panic(err)
	}
	return &organizations.Policy{
		Resource: inventory.Resource{ID: "p-" + name, Name: name, Account: owner},
		Targets:  inventory.Of(targets), Document: inventory.Of(d),
	}
}

func TestControlPolicies(t *testing.T) {
	const (
		mgmt    = "999988887777"
		all     = `{"Effect":"Allow","Action":"*","Resource":"*"}`
		trail   = `{"Effect":"Deny","Action":"cloudtrail:StopLogging","Resource":"*"}`
		regions = `{"Effect":"Deny","NotAction":"iam:*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-central-1"}}}`
	)
	full := scp("FullAWSAccess", "aws", all, "r-root")
	have := func(org inventory.Known[organizations.Organization], policies ...*organizations.Policy) *inventory.Inventory {
		return inventory.Fixture(account(org), inventory.Rows(organizations.Policies, append(policies, full)...))
	}
	denied := inventory.Fixture(account(larkspur), inventory.Unlisted(organizations.Policies, "", checktest.Dark))
	both := []checktest.Case{
		{Name: "none", Have: have(larkspur), Want: want(checks.Fail)},
		{Name: "unattached", Have: have(larkspur, scp("regions", mgmt, regions)), Want: want(checks.Fail)},
		{Name: "attached", Have: have(larkspur, scp("regions", mgmt, regions, "ou-1")), Want: want(checks.Pass)},
		{Name: "alone", Have: have(alone), Want: want(checks.NotApplicable)},
		{Name: "a member, which may not see", Have: denied, Want: want(checks.Unknown)},
		{Name: "organization unread", Have: have(unread), Want: want(checks.Unknown)},
	}
	other := have(larkspur, scp("trail", mgmt, trail, "ou-1"))
	checktest.Run(t, ControlPolicies, append(both, checktest.Case{Name: "another", Have: other, Want: want(checks.Pass)}))
	checktest.Run(t, RegionPolicy, append(both, checktest.Case{Name: "another", Have: other, Want: want(checks.Fail)}))
}
