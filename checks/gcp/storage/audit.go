package storage

import (
	"slices"

	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

// accesses are the kinds of access that are logged on demand alone, and are to
// the data.
var accesses = []string{"DATA_READ", "DATA_WRITE"}

// audited reports whether a project's accesses to Cloud Storage are logged: by
// its own policy, or by one above it.
func audited(inv *inventory.Inventory, project string) (on inventory.Known[bool], off []string) {
	var hidden inventory.Gaps
	logged := map[string]bool{}
	count := func(policy *iam.Policy) {
		configs, _ := policy.Audit.Get(&hidden)
		for _, c := range configs {
			for _, l := range c.Logs {
				logged[l.Type] = logged[l.Type] || c.Service == "allServices" || c.Service == "storage.googleapis.com"
			}
		}
	}
	if own, ok := iam.Of(inv, project).Get(&hidden); ok && own != nil {
		count(own)
	}
	for up := range iam.Inherited.All(inv, &hidden) {
		count(up)
	}
	for _, a := range accesses {
		if !logged[a] {
			off = append(off, a)
		}
	}
	if len(off) > 0 && len(hidden) > 0 {
		return inventory.Missing[bool](hidden[0]), off
	}
	return inventory.Of(len(off) == 0), slices.Clip(off)
}

var auditNeeds = []inventory.Source{iam.Policies, iam.Inherited}

// projectOf is the full name of the project that a resource is in.
func projectOf(r inventory.Resource) string {
	return "//cloudresourcemanager.googleapis.com/projects/" + r.Account
}
