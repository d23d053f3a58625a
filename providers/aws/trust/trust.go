// Package trust keeps the policies of resources as rows hold them: parsed, and
// beside each the accounts in it that the customer trusts. Which these are is
// known to the session that reads the policy, and to nobody after it.
package trust

import (
	"fmt"
	"regexp"
	"slices"

	"demarc/providers/aws"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// A Policy is the policy of a resource.
type Policy struct {
	Document *policy.Document // nil: the resource has none
	Trusted  []string         // those of the accounts that it names which are the customer's, or trusted by the user
	Unsure   bool             // others may be the customer's, too: those of the organization could not be listed
}

// Unlisted is the Gap in place of the knowledge whether an account is one of
// the organization's.
var Unlisted = inventory.Gap{
	Reason: inventory.Denied, Call: "Organizations ListAccounts", Action: "organizations:ListAccounts",
	Where: "the organization's accounts; name your own by --trusted-account",
}

// Parse reads the policy that a service gives as text; nil and "" are none.
func Parse(s inventory.Scope, text *string) (Policy, error) {
	if text == nil || *text == "" {
		return Policy{}, nil
	}
	doc, err := policy.Parse(*text)
	if err != nil {
		return Policy{}, fmt.Errorf("reading the policy: %w", err)
	}
	return Policy{Document: &doc, Trusted: Named(s, doc), Unsure: aws.From(s).Unsure}, nil
}

// Attribute is Parse for a policy that comes with others of a resource's
// attributes, which an unreadable policy does not hide.
func Attribute(s inventory.Scope, call string, text *string) inventory.Known[Policy] {
	p, err := Parse(s, text)
	if err != nil {
		return inventory.Missing[Policy](inventory.Gap{Reason: inventory.Failed, Call: call, Where: s.String() + ": the policy could not be parsed"})
	}
	return inventory.Of(p)
}

// Named lists the accounts that doc names and the session trusts, sorted.
func Named(s inventory.Scope, doc policy.Document) (trusted []string) {
	trusts := aws.From(s).Trusted
	for _, a := range accounts(doc) {
		if trusts(a) {
			trusted = append(trusted, a)
		}
	}
	return trusted
}

var accountID = regexp.MustCompile(`\b[0-9]{12}\b`)

// accounts lists the account ids in the principals and the condition values of
// a policy, alone or within an ARN, sorted.
func accounts(doc policy.Document) (all []string) {
	for _, st := range doc.Statements {
		for _, p := range slices.Concat(st.Principals, st.NotPrincipals) {
			all = append(all, accountID.FindAllString(p.Value, -1)...)
		}
		for _, c := range st.Conditions {
			for _, v := range c.Values {
				all = append(all, accountID.FindAllString(v, -1)...)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
