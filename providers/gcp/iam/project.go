package iam

import (
	"context"
	"iter"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Project is the project itself. Its Full is that of the policy attached to
// it: see Of.
type Project struct {
	inventory.Resource
}

// Projects is the project itself: one row, which no call is made for. It is
// what findings about the project's grants are of.
var Projects = &inventory.Type[Project]{
	Kind: "gcp.iam.Project", Level: inventory.AtAccount, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Project, error] {
		return func(yield func(*Project, error) bool) {
			number := gcp.From(s).Number
			yield(&Project{inventory.Resource{
				ID: number, Full: manager + "projects/" + number, Name: gcp.From(s).ProjectID, Account: s.Account, Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}
