// Package essentialcontacts collects whom Google Cloud writes to.
package essentialcontacts

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// An Organization is the organization itself.
type Organization struct {
	inventory.Resource
}

// A Contact is an address, which is not kept, that gets some of Google Cloud's
// notifications.
type Contact struct {
	inventory.Resource
	Categories inventory.Known[[]string] // "ALL", "SECURITY", "LEGAL", …
	Invalid    inventory.Known[bool]     // Google found that it is nobody's
}

// Organizations is the organization that is scanned: one row, for which no call
// is made. A scan of a folder, or of a project, has none.
var Organizations = &inventory.Type[Organization]{
	Kind: "gcp.essentialcontacts.Organization", Level: inventory.AtOrganization, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Organization, error] {
		return func(yield func(*Organization, error) bool) {
			root := gcp.From(s)
			if id, ok := strings.CutPrefix(root.Parent, "organizations/"); ok {
				yield(&Organization{inventory.Resource{
					ID: id, Full: "//cloudresourcemanager.googleapis.com/" + root.Parent, Name: root.Name, Account: s.Account, Tags: inventory.Of(map[string]string(nil)),
				}}, nil)
			}
		}
	},
}

var query = gcp.Resources("essentialcontacts.googleapis.com/Contact")

// Contacts lists the contacts of the organization and of its folders.
var Contacts = &inventory.Type[Contact]{
	Kind: "gcp.essentialcontacts.Contact", Level: inventory.AtOrganization, Model: inventory.Account,
	Uses: []inventory.Source{query},
	List: gcp.List(query, func(r inventory.Resource, j struct {
		Categories []string `json:"notificationCategorySubscriptions"`
		Validation string   `json:"validationState"`
	}) *Contact {
		out := &Contact{Resource: r, Categories: inventory.Of(j.Categories), Invalid: inventory.Of(j.Validation == "INVALID")}
		if len(j.Categories) == 0 { // "Required", says the reference
			out.Categories = inventory.Unanswered[[]string]("Cloud Asset Inventory essentialcontacts.googleapis.com/Contact", "notificationCategorySubscriptions")
		}
		return out
	}),
}

// Of reports whether the contact is one of the organization itself.
func (c *Contact) Of(o *Organization) bool {
	return strings.Contains(c.Full, "/organizations/"+o.ID+"/contacts/")
}
