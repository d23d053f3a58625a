package storage

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Lock keeps what is in its scope from being changed or deleted.
type Lock struct {
	inventory.Resource
	Scope string                  // full id of the resource, resource group or subscription, in lower case
	Grade inventory.Known[string] // "CanNotDelete" or "ReadOnly"
}

// Covers reports whether the lock holds for the resource with a full id.
func (l *Lock) Covers(full string) bool {
	return l.Scope != "" && (full == l.Scope || strings.HasPrefix(full, l.Scope+"/"))
}

// Locks lists the locks of a subscription, those of all that is in it too.
var Locks = &inventory.Type[Lock]{
	Kind: "azure.storage.Lock", Level: inventory.AtAccount, Model: inventory.Account,
	Actions: []string{"Microsoft.Authorization/locks/read"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Lock, error] {
		return func(yield func(*Lock, error) bool) {
			all, err := azure.GetAll[struct {
				ID         string `json:"id"`
				Name       string `json:"name"`
				Properties struct {
					Level *string `json:"level"`
				} `json:"properties"`
			}](ctx, s, "/subscriptions/"+strings.ToLower(s.Account)+"/providers/Microsoft.Authorization/locks?api-version=2016-09-01")
			for _, j := range all {
				full := strings.ToLower(j.ID)
				at := max(0, strings.LastIndex(full, "/providers/microsoft.authorization/locks/"))
				l := &Lock{
					Resource: inventory.Resource{ID: j.Name, Full: full, Account: s.Account, Tags: inventory.Of(map[string]string(nil))},
					Scope:    full[:at], Grade: inventory.FromPtr(j.Properties.Level, inventory.Unanswered[string]("ARM microsoft.authorization/locks", "level")),
				}
				if !yield(l, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}
