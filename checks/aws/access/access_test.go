package access

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A row stands for the resources of whichever service.
type row struct {
	inventory.Resource
	Policy inventory.Known[*policy.Document]
}

var rows = &inventory.Type[row]{Kind: "aws.test.Row", Level: inventory.AtRegion, Model: inventory.Serverless, Actions: []string{"test:List"}}

func check(needs []inventory.Source, look func(*checks.Probe, *policy.Document, policy.Context, ...string)) *checks.Check {
	return &checks.Check{
		ID: "aws-test-row", Title: "Test", Why: "Test.", Severity: checks.High, Area: checks.Data, Link: "https://docs.aws.amazon.com/",
		Fix: checks.Fix{Console: "-", CLI: "-", Terraform: "-"}, Needs: needs,
		Run: checks.Each(rows, func(p *checks.Probe, r *row) {
			if doc, ok := r.Policy.Get(p); ok {
				look(p, doc, At("sqs", &r.Resource, trust.Policy{Trusted: []string{"222233334444"}}))
			}
		}),
	}
}

const queue = "arn:aws:sqs:us-east-1:111122223333:q"

func with(t *testing.T, principal, condition string, more ...inventory.Part) *inventory.Inventory {
	t.Helper()
	text := `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":` + principal + `,"Action":"sqs:SendMessage","Resource":"` + queue + `"`
	if condition != "" {
		text += `,"Condition":` + condition
	}
	doc, err := policy.Parse(text + "}]}")
	if err != nil {
		t.Fatal(err)
	}
	return inventory.Fixture(append(more, inventory.Rows(rows, &row{Resource: inventory.Resource{ID: "q", Full: queue}, Policy: inventory.Of(&doc)}))...)
}

const (
	anyone  = `"*"`
	partner = `{"AWS":"arn:aws:iam::999988887777:root"}`
	trusted = `{"AWS":"222233334444"}`
	own     = `{"AWS":"arn:aws:iam::111122223333:role/app"}`
	forS3   = `{"Service":"s3.amazonaws.com"}`
)

func TestPublic(t *testing.T) {
	checktest.Run(t, check([]inventory.Source{rows}, Public), []checktest.Case{
		{Name: "anyone", Have: with(t, anyone, ""), Want: []checks.Verdict{checks.Fail}},
		{Name: "own source account", Have: with(t, anyone, `{"StringEquals":{"aws:SourceAccount":"111122223333"}}`), Want: []checks.Verdict{checks.Pass}},
		{Name: "own source ARN", Have: with(t, anyone, `{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:111122223333:*"}}`), Want: []checks.Verdict{checks.Pass}},
		{Name: "an organization", Have: with(t, anyone, `{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}`), Want: []checks.Verdict{checks.Pass}},
		{Name: "a key that any caller chooses", Have: with(t, anyone, `{"StringLike":{"aws:UserAgent":"x"}}`), Want: []checks.Verdict{checks.Fail}},
		{Name: "an account", Have: with(t, partner, ""), Want: []checks.Verdict{checks.Pass}},
		{Name: "a service", Have: with(t, forS3, ""), Want: []checks.Verdict{checks.Pass}},
		{Name: "a variable", Have: with(t, anyone, `{"StringEquals":{"aws:SourceAccount":"${aws:PrincipalTag/owner}"}}`), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(inventory.Rows(rows, &row{Policy: inventory.Missing[*policy.Document](checktest.Dark)}))},
		{Name: "none", Want: []checks.Verdict{checks.Pass}, Have: inventory.Fixture(inventory.Rows(rows, &row{Policy: inventory.Of[*policy.Document](nil)}))},
	})
}

func TestForeign(t *testing.T) {
	member := func(id string) inventory.Part {
		return inventory.Rows(organizations.Accounts, &organizations.Account{Organization: inventory.Of(organizations.Organization{ID: id})})
	}
	ours, alone := member("o-ours000000"), member("")
	in := func(id string) string { return `{"StringEquals":{"aws:PrincipalOrgID":"` + id + `"}}` }
	checktest.Run(t, check([]inventory.Source{rows, Needs}, Foreign), []checktest.Case{
		{Name: "anyone", Have: with(t, anyone, "", ours), Want: []checks.Verdict{checks.Fail}},
		{Name: "an account", Have: with(t, partner, "", ours), Want: []checks.Verdict{checks.Fail}},
		{Name: "a trusted account", Have: with(t, trusted, "", ours), Want: []checks.Verdict{checks.Pass}},
		{Name: "the account itself", Have: with(t, own, "", ours), Want: []checks.Verdict{checks.Pass}},
		{Name: "the own organization", Have: with(t, anyone, in("o-ours000000"), ours), Want: []checks.Verdict{checks.Pass}},
		{Name: "another organization", Have: with(t, anyone, in("o-theirs0000"), ours), Want: []checks.Verdict{checks.Fail}},
		{Name: "another organization than none", Have: with(t, anyone, in("o-theirs0000"), alone), Want: []checks.Verdict{checks.Fail}},
		{Name: "addresses", Have: with(t, anyone, `{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}`, ours), Want: []checks.Verdict{checks.Fail}},
		{Name: "a service", Have: with(t, forS3, "", ours), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden organization", Want: []checks.Verdict{checks.Unknown}, Have: with(t, anyone, in("o-ours000000"),
			inventory.Rows(organizations.Accounts, &organizations.Account{Organization: inventory.Missing[organizations.Organization](checktest.Dark)}))},
	})
}

func TestServices(t *testing.T) {
	services := func(p *checks.Probe, doc *policy.Document, ctx policy.Context, labels ...string) {
		Services(p, doc, ctx, []string{"s3.amazonaws.com"}, labels...)
	}
	checktest.Run(t, check([]inventory.Source{rows}, services), []checktest.Case{
		{Name: "for anybody", Have: with(t, forS3, ""), Want: []checks.Verdict{checks.Fail}},
		{Name: "for the account", Have: with(t, forS3, `{"StringEquals":{"aws:SourceAccount":"111122223333"}}`), Want: []checks.Verdict{checks.Pass}},
		{Name: "for one bucket", Have: with(t, forS3, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::b"}}`), Want: []checks.Verdict{checks.Pass}},
		{Name: "another service", Have: with(t, `{"Service":"sns.amazonaws.com"}`, ""), Want: []checks.Verdict{checks.Pass}},
		{Name: "for a variable", Have: with(t, forS3, `{"StringEquals":{"aws:SourceAccount":"${aws:PrincipalTag/owner}"}}`), Want: []checks.Verdict{checks.Unknown}},
	})
}

func TestUnsigned(t *testing.T) {
	for service, want := range map[string]bool{"sqs": true, "kms": false, "logs": false, "secretsmanager": false, "lambda": false} {
		if got := unsigned(policy.Grant{Who: policy.Who{Kind: policy.Public, Anonymous: true}}, service); got.Anonymous != want {
			t.Errorf("%s takes unsigned requests: %v", service, got.Anonymous)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		who  policy.Who
		want string
	}{
		{policy.Who{Kind: policy.Public, Anonymous: true}, "anyone, without credentials,"},
		{policy.Who{Kind: policy.Foreign, Value: "999988887777"}, "the account 999988887777"},
		{policy.Who{Kind: policy.Foreign, Value: "o-a1b2c3d4e5"}, "the organization o-a1b2c3d4e5"},
		{policy.Who{Kind: policy.Foreign, Principal: "79a5"}, "the principal 79a5"},
	} {
		if got := Outsider(c.who); got != c.want {
			t.Errorf("%+v reads %q, want %q", c.who, got, c.want)
		}
	}
}

// Where the organization's accounts could not be listed, a named account may
// be one of them: what was a FAIL is UNKNOWN. Everybody is nobody's own.
func TestForeignUnlisted(t *testing.T) {
	unsure := func(look func(*checks.Probe, *policy.Document, policy.Context, ...string)) *checks.Check {
		return check([]inventory.Source{rows, Needs}, func(p *checks.Probe, doc *policy.Document, ctx policy.Context, labels ...string) {
			ctx.Unsure = true
			look(p, doc, ctx, labels...)
		})
	}
	for principal, want := range map[string]checks.Verdict{
		`{"AWS":"999988887777"}`: checks.Unknown, `{"AWS":"222233334444"}`: checks.Pass, `"*"`: checks.Fail,
	} {
		var got []checks.Verdict
		checks.Evaluate(unsure(Foreign), with(t, principal, ""), nil, func(r checks.Result) { got = append(got, r.Verdict) })
		if len(got) != 1 || got[0] != want {
			t.Errorf("%s: got %v, want %s", principal, got, want)
		}
	}
}
