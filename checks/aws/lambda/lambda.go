// Package lambda holds the checks of AWS Lambda, one to a file.
package lambda

import (
	"strings"

	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/lambda"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	FunctionEnvironmentKey,
	FunctionEnvironmentSecrets,
	FunctionForeignAccess,
	FunctionMultiAZ,
	FunctionPublicAccess,
	FunctionRuntime,
	FunctionServiceSource,
	FunctionURLAuth,
	FunctionURLCORS,
}

// policies are what policies reads: a function's own policy, and those of its
// aliases, through each of which it can be invoked. Policies of single
// versions are not collected.
var policies = []inventory.Source{lambda.FunctionPolicy, lambda.AliasPolicy}

// eachPolicy shows the policy of f, and then that of each alias, to look, with
// the point of view and the label that package access asks for.
func eachPolicy(p *checks.Probe, f *lambda.Function, look func(doc *policy.Document, ctx policy.Context, labels ...string)) {
	show := func(k inventory.Known[trust.Policy], r *inventory.Resource, labels ...string) {
		if pol, ok := k.Get(p); ok {
			look(pol.Document, access.At("lambda", r, pol), labels...)
		}
	}
	show(f.Policy, &f.Resource)
	for _, a := range lambda.AliasesOf.Get(p.Inv, p, f.Region, f.Full) {
		show(a.Policy, &a.Resource, "alias "+strings.TrimPrefix(a.ID, f.ID+":"))
	}
}
