package lambda

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/lambda"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// An Alias is a name for a version of a function. It has a policy of its own,
// which the function's does not show.
type Alias struct {
	inventory.Resource
	Function string                        // its ARN
	Policy   inventory.Known[trust.Policy] `fetch:"-"`
}

// Aliases lists the aliases of each function; one without any has an empty list.
var Aliases = &inventory.Type[Alias]{
	Kind:    "aws.lambda.Alias",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"lambda:ListAliases"},
	Under: inventory.Under(Functions, func(ctx context.Context, s inventory.Scope, f *Function) iter.Seq2[*Alias, error] {
		pages := aws.Pages(ctx, client(s).ListAliases, &lambda.ListAliasesInput{FunctionName: &f.ID},
			func(out *lambda.ListAliasesOutput) *string { return out.NextMarker },
			func(in *lambda.ListAliasesInput, token *string) { in.Marker = token })
		return func(yield func(*Alias, error) bool) {
			for out, err := range pages {
				if err != nil {
					yield(nil, gone(err))
					return
				}
				for _, a := range out.Aliases {
					r := aws.Resource(s, *a.AliasArn, f.ID+":"+*a.Name)
					r.Tags = inventory.Of[map[string]string](nil) // only functions have tags
					if !yield(&Alias{Resource: r, Function: f.Full}, nil) {
						return
					}
				}
			}
		}
	}),
}

// AliasesOf finds the aliases of a function by its ARN.
var AliasesOf = &inventory.Index[Alias]{
	Of:   Aliases,
	Keys: func(_ inventory.Reader, a *Alias) []string { return []string{a.Function} },
}

// AliasPolicy fetches Alias.Policy.
var AliasPolicy = &inventory.Field[Alias, trust.Policy]{
	Of: Aliases, Column: "policy", Actions: []string{"lambda:GetPolicy"},
	At: func(a *Alias) *inventory.Known[trust.Policy] { return &a.Policy },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Alias) (trust.Policy, error) {
		name := qualifier(a.Function, a.Full)
		return resourcePolicy(ctx, s, &a.Function, &name)
	},
}
