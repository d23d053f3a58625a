package policy

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Accounts of the test cases: ownAccount owns the resource, friend is trusted,
// strange is not.
const (
	ownAccount = "111111111111"
	friend     = "222222222222"
	strange    = "999999999999"
)

// pages the rules of the cases are taken from.
const (
	pageS3        = "Amazon S3 User Guide, The meaning of public: "
	pageOperators = "IAM User Guide, Condition operators: "
	pageSets      = "IAM User Guide, Multivalued context keys: "
	pageKeys      = "IAM User Guide, Global condition context keys: "
	pagePrincipal = "IAM User Guide, Principal element: "
	pageNotPrinc  = "IAM User Guide, NotPrincipal element: "
	pageLogic     = "IAM User Guide, Policy evaluation logic: "
	pageDeputy    = "IAM User Guide, The confused deputy problem: "
	pageOIDC      = "IAM User Guide, Roles for OIDC federation: "
	pageService   = "Service Authorization Reference: "
	pageVariables = "IAM User Guide, Policy variables: "
)

// accessCase is one row: the statements of a document, the grants expected and
// the rule they follow. A grant is written kind[:value][+anon]@statement, with a
// leading ? when it is possible only.
type accessCase struct {
	name    string
	doc     string
	service string
	want    []string
	rule    string
	noOrg   bool
}

// policyOf wraps statements into a document of the current language version.
func policyOf(statements ...string) string {
	return `{"Version":"2012-10-17","Statement":[` + strings.Join(statements, ",") + `]}`
}

// statement writes a statement over all objects of bucket b.
func statement(effect, principal, condition string) string {
	return fmt.Sprintf(`{"Effect":%q,%s,"Action":"s3:*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]%s}`, effect, principal, conditionOf(condition))
}

// conditionOf writes the Condition element, "" for none.
func conditionOf(condition string) string {
	if condition == "" {
		return ""
	}
	return `,"Condition":{` + condition + `}`
}

const (
	all      = `"Principal":"*"`
	allAWS   = `"Principal":{"AWS":"*"}`
	pubAnon  = "public+anon@0"
	pubKeyed = "public@0"
)

// allowAll is an Allow to everybody under a condition.
func allowAll(condition string) string { return statement(Allow, all, condition) }

// denyAll is a Deny to everybody under a condition.
func denyAll(condition string) string { return statement(Deny, all, condition) }

// aws is a Principal element with AWS principals.
func aws(values ...string) string {
	return `"Principal":{"AWS":["` + strings.Join(values, `","`) + `"]}`
}

// contextFor is the context of a case.
func contextFor(service string, noOrg bool) Context {
	ctx := Context{Account: ownAccount, Organization: "o-mine", Service: service,
		Trusted: func(a string) bool { return a == friend }}
	if service == "" {
		ctx.Service = "s3"
	}
	if noOrg {
		ctx.Organization = ""
	}
	return ctx
}

// render writes a result the way accessCase.want does.
func render(r Result) []string {
	var out []string
	write := func(prefix string, list []Grant) {
		for _, g := range list {
			s := prefix + string(g.Who.Kind)
			if g.Who.Value != "" {
				s += ":" + g.Who.Value
			}
			if g.Who.Anonymous {
				s += "+anon"
			}
			out = append(out, fmt.Sprintf("%s@%d", s, g.Statement))
		}
	}
	write("", r.Grants)
	write("?", r.Possible)
	slices.Sort(out)
	return out
}

func TestAccess(t *testing.T) {
	cases := slices.Concat(principalCases(), conditionCases(), setCases(), networkCases(), denyCases(), serviceCases(), trustCases(), attackCases(), documentedCases())
	t.Logf("%d cases", len(cases))
	seen := map[string]bool{}
	for _, c := range cases {
		if seen[c.name] || c.rule == "" {
			t.Errorf("%s: name taken or no rule", c.name)
		}
		seen[c.name] = true
		t.Run(c.name, func(t *testing.T) {
			doc, err := Parse(c.doc)
			if err != nil {
				t.Fatal(err)
			}
			got := render(Access(doc, contextFor(c.service, c.noOrg)))
			want := slices.Clone(c.want)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q\nrule: %s", got, want, c.rule)
			}
			checkRemovingConditions(t, doc, contextFor(c.service, c.noOrg))
		})
	}
}

// within reports whether an outsider is contained in another one. A further
// condition may name another side of a caller: its account beside the owner of
// the endpoint that it comes by.
func within(a, b Who) bool {
	if b.Kind == Public || a.Kind == b.Kind && (a.Value == b.Value || b.Value == "*") {
		return true
	}
	return a.Kind == Foreign && (b.Kind == Service || b.Kind == Federated || b.Kind == Foreign && b.Principal == "") || a.Kind == Network && b.Kind != Foreign
}

// missingGrant returns a grant of small that no grant of big contains, if any.
func missingGrant(small, big Result) (Grant, bool) {
	pool := slices.Concat(big.Grants, big.Possible)
	for i, g := range slices.Concat(small.Grants, small.Possible) {
		certain := i < len(small.Grants)
		ok := slices.ContainsFunc(pool, func(o Grant) bool {
			return o.Statement == g.Statement && (within(g.Who, o.Who) || len(o.Undecided) > 0) && (!certain || len(o.Undecided) == 0 || o.Who == Who{Kind: Foreign})
		})
		if !ok {
			return g, true
		}
	}
	return Grant{}, false
}

// checkRemovingConditions checks that an Allow without one of its conditions
// lets in at least whom it let in with it.
func checkRemovingConditions(t *testing.T, doc Document, ctx Context) {
	t.Helper()
	before := Access(doc, ctx)
	for i, s := range doc.Statements {
		if s.Effect != Allow {
			continue
		}
		for j := range s.Conditions {
			smaller := doc
			smaller.Statements = slices.Clone(doc.Statements)
			smaller.Statements[i].Conditions = slices.Delete(slices.Clone(s.Conditions), j, j+1)
			if g, lost := missingGrant(before, Access(smaller, ctx)); lost {
				t.Errorf("grant %+v of statement %d is lost without condition %d", g.Who, i, j)
			}
		}
	}
}
