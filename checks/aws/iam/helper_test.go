package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

const (
	me      = inventory.FixtureAccount
	partner = "222233334444"
)

func known[T any](v T) inventory.Known[T] { return inventory.Of(v) }

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func want(v ...checks.Verdict) []checks.Verdict { return v }

func daysBefore(n int) time.Time { return inventory.FixtureNow.AddDate(0, 0, -n) }

// before is a moment n days before the fixture's clock.
func before(n int) inventory.Known[time.Time] { return known(daysBefore(n)) }

var never = known(time.Time{})

// parsed is the document of one or more statements.
func parsed(statements string) inventory.Known[policy.Document] {
	d, err := policy.Parse(`{"Version":"2012-10-17","Statement":[` + statements + `]}`)
	if err != nil {
		panic(err)
	}
	return known(d)
}

const (
	everything = `{"Effect":"Allow","Action":"*","Resource":"*"}`
	reading    = `{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}`
	noIAM      = `{"Effect":"Deny","Action":"*","Resource":"*"}`
)

const awsAdmin = "arn:aws:iam::aws:policy/AdministratorAccess"

// policies are a customer's policy of each of the documents above, and AWS's
// administrator policy.
func policies(more ...*iam.Policy) inventory.Part {
	return inventory.Rows(iam.Policies, append([]*iam.Policy{
		{Resource: inventory.Resource{ID: "AdministratorAccess", Full: awsAdmin, Account: "aws"}, Document: parsed(everything), Attachments: known(1)},
		managedPolicy("reading", parsed(reading)), managedPolicy("everything", parsed(everything)), managedPolicy("no-iam", parsed(noIAM)),
	}, more...)...)
}

func managedPolicy(name string, d inventory.Known[policy.Document]) *iam.Policy {
	return &iam.Policy{Resource: inventory.Resource{ID: name, Full: own(name)}, Document: d, Attachments: known(1)}
}

// own is the ARN of a customer-managed policy.
func own(name string) string { return "arn:aws:iam::" + me + ":policy/" + name }

// good are credentials with which nothing is wrong.
func good() iam.Credentials {
	return iam.Credentials{
		Generated: daysBefore(0), PasswordEnabled: known(true), PasswordUsed: before(3), PasswordChanged: before(200), MFA: known(true),
		Keys: []iam.AccessKey{
			{Slot: 1, Active: known(false), Rotated: before(100), Used: never},
			{Slot: 2, Active: known(false), Rotated: never, Used: never},
		},
	}
}

// user is a user of long standing, changed by the functions given.
func user(change ...func(*iam.User)) *iam.User {
	u := &iam.User{
		Resource: inventory.Resource{ID: "ann", Full: "arn:aws:iam::" + me + ":user/ann"},
		Created:  before(400), Groups: known([]string{}), Inline: known([]iam.Document{}),
		Attached: known([]string{}), Boundary: known(""), Credentials: known(good()), VirtualMFA: known([]string{}),
	}
	for _, c := range change {
		c(u)
	}
	return u
}

// has gives a user other credentials.
func has(change func(*iam.Credentials)) func(*iam.User) {
	return func(u *iam.User) {
		c := good()
		change(&c)
		u.Credentials = known(c)
	}
}

func hidden(u *iam.User) { u.Credentials = dark[iam.Credentials]() }

func users(change ...func(*iam.User)) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(iam.Users, user(change...)))
}

// role is a role that EC2 may assume, changed by the functions given.
func role(change ...func(*iam.Role)) *iam.Role {
	r := &iam.Role{
		Resource: inventory.Resource{ID: "job", Full: "arn:aws:iam::" + me + ":role/job"},
		Created:  before(400), LastUsed: before(2),
		Trust:   parsed(`{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}}`),
		Foreign: known([]string{}), Inline: known([]iam.Document{}), Attached: known([]string{}), Boundary: known(""),
	}
	for _, c := range change {
		c(r)
	}
	return r
}

func serviceLinked(r *iam.Role) {
	r.Full = "arn:aws:iam::" + me + ":role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport"
}

func identityCenter(r *iam.Role) {
	r.Full = "arn:aws:iam::" + me + ":role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_0123"
}

func attachedTo(arns ...string) inventory.Known[[]string] { return known(arns) }

// organization is the fixture's account in an organization; "" for none.
func organization(id inventory.Known[organizations.Organization]) inventory.Part {
	return inventory.Rows(organizations.Accounts, &organizations.Account{Resource: inventory.Resource{ID: me}, Organization: id})
}

var larkspur = known(organizations.Organization{ID: "o-larkspur00", Management: known("999988887777")})

// inlineRow is an inline policy of a role.
func inlineRow(d inventory.Known[policy.Document]) *iam.InlinePolicy {
	holder := "arn:aws:iam::" + me + ":role/job"
	return &iam.InlinePolicy{Resource: inventory.Resource{ID: "role/job/p", Full: holder + "/inline-policy/p"}, Holder: holder, Document: d}
}

// both runs a check of managed policies and the one of inline policies on the
// same documents: those that fail and those that pass.
func both(t *testing.T, managedCheck, inlineCheck *checks.Check, fail, pass []string) {
	t.Helper()
	run := func(c *checks.Check, have func(inventory.Known[policy.Document]) *inventory.Inventory, more ...checktest.Case) {
		if c == nil {
			return
		}
		cases := append([]checktest.Case{{Name: "hidden", Have: have(dark[policy.Document]()), Want: want(checks.Unknown)}}, more...)
		for _, s := range fail {
			cases = append(cases, checktest.Case{Name: "fail " + s, Have: have(parsed(s)), Want: want(checks.Fail)})
		}
		for _, s := range pass {
			cases = append(cases, checktest.Case{Name: "pass " + s, Have: have(parsed(s)), Want: want(checks.Pass)})
		}
		checktest.Run(t, c, cases)
	}
	run(managedCheck, func(d inventory.Known[policy.Document]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Policies, managedPolicy("p", d)))
	}, checktest.Case{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(iam.Policies, "", checktest.Dark)), Want: want(checks.Unknown)})
	linked := inlineRow(parsed(everything))
	linked.Holder = "arn:aws:iam::" + me + ":role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123"
	run(inlineCheck, func(d inventory.Known[policy.Document]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.InlinePolicies, inlineRow(d)))
	}, checktest.Case{Name: "of Identity Center", Have: inventory.Fixture(inventory.Rows(iam.InlinePolicies, linked)), Want: want(checks.NotApplicable)})
}
