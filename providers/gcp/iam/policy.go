// Package iam collects what Cloud IAM grants, and the identities of Google
// Cloud that hold grants.
package iam

import (
	"context"
	"encoding/json"
	"iter"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Policy is an IAM policy. Its id is that of what it is attached to: a
// bucket, a project, a folder.
type Policy struct {
	inventory.Resource
	On       inventory.Known[string] // the asset type of what it is attached to
	Bindings inventory.Known[[]Binding]
	Audit    inventory.Known[[]AuditConfig] // of projects, folders and organizations
	Outside  bool                           // of an Inherited one: it is above the root of the scan, which makes no findings there
}

// A Binding grants a role to members, where Condition holds.
type Binding struct {
	Role      string   // "roles/owner", "projects/p/roles/r"
	Members   []string // "user:ada@example.com", "allUsers"
	Condition string   // an expression of CEL; "" where the grant is unconditional
}

// An AuditConfig says which kinds of access to a service are logged.
type AuditConfig struct {
	Service string // "allServices", or one: "storage.googleapis.com"
	Logs    []AuditLog
}

// An AuditLog switches one kind of audit log on.
type AuditLog struct {
	Type     string   // "ADMIN_READ", "DATA_READ", "DATA_WRITE"
	Exempted []string // the members whose access is not logged
}

type policyJSON struct {
	Bindings []struct {
		Role      string   `json:"role"`
		Members   []string `json:"members"`
		Condition *struct {
			Expression string `json:"expression"`
		} `json:"condition"`
	} `json:"bindings"`
	AuditConfigs []struct {
		Service string `json:"service"`
		Logs    []struct {
			Type     string   `json:"logType"`
			Exempted []string `json:"exemptedMembers"`
		} `json:"auditLogConfigs"`
	} `json:"auditConfigs"`
}

// policyOf reads a policy; one without bindings, or without auditConfigs,
// grants nothing and logs nothing beyond the defaults ("Policy", the
// reference of IAM).
func policyOf(r inventory.Resource, on string, j policyJSON) *Policy {
	r.Tags = inventory.Of(map[string]string(nil))
	var bindings []Binding
	whole := true
	for _, b := range j.Bindings {
		whole = whole && b.Role != "" && len(b.Members) > 0
		got := Binding{Role: b.Role, Members: b.Members}
		if b.Condition != nil {
			got.Condition = b.Condition.Expression
		}
		bindings = append(bindings, got)
	}
	var audit []AuditConfig
	for _, c := range j.AuditConfigs {
		got := AuditConfig{Service: c.Service}
		for _, l := range c.Logs {
			got.Logs = append(got.Logs, AuditLog{Type: l.Type, Exempted: l.Exempted})
		}
		audit = append(audit, got)
	}
	out := &Policy{Resource: r, On: inventory.Of(on), Bindings: inventory.Of(bindings), Audit: inventory.Of(audit)}
	if on == "" {
		out.On = inventory.Unanswered[string](asked, "assetType")
	}
	if !whole { // "Each of the bindings must contain at least one principal", says the reference
		out.Bindings = inventory.Unanswered[[]Binding](asked, "a role and its members")
	}
	return out
}

// Policies lists the policies attached to a project and to what is in it. What
// is not listed has none of its own.
var Policies = &inventory.Type[Policy]{
	Kind: "gcp.iam.Policy", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{gcp.Policies},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Policy, error] {
		return rows(ctx, s, gcp.From(s).Number, func(gcp.Asset) bool { return true })
	},
}

// Above lists the policies attached to the organization and its folders, as
// far as they are below the root of the scan.
var Above = &inventory.Type[Policy]{
	Kind: "gcp.iam.AbovePolicy", Level: inventory.AtOrganization, Model: inventory.Account,
	Uses: []inventory.Source{gcp.Policies},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Policy, error] {
		return rows(ctx, s, "", func(a gcp.Asset) bool {
			return strings.HasPrefix(a.Name, manager+"folders/") || strings.HasPrefix(a.Name, manager+"organizations/")
		})
	},
}

// The asset types of what is above projects.
const (
	folder       = "cloudresourcemanager.googleapis.com/Folder"
	organization = "cloudresourcemanager.googleapis.com/Organization"
)

// Inherited lists, for a project, the policies of the folders and of the
// organization that it is in: what they grant holds in the project too. They
// are findings of their own place, and none of the project.
var Inherited = &inventory.Type[Policy]{
	Kind: "gcp.iam.InheritedPolicy", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{gcp.Policies, gcp.Ancestors, above},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Policy, error] {
		return func(yield func(*Policy, error) bool) {
			in, err := gcp.Ancestors.Get(ctx, s)
			if err != nil {
				yield(nil, err)
				return
			}
			of := map[string]bool{}
			for _, up := range in {
				of[manager+up] = true
			}
			for p, err := range rows(ctx, s, "", func(a gcp.Asset) bool { return of[a.Name] }) {
				if p != nil {
					p.Account = strings.TrimPrefix(p.Full, manager)
				}
				if !yield(p, err) {
					return
				}
			}
			outside, err := above.Get(ctx, s)
			for _, a := range outside {
				if !of[a.Full] {
					continue
				}
				p := policyOf(a.Resource, a.on, a.policyJSON)
				p.Outside = true
				if !yield(p, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}

const asked = "Cloud Asset Inventory iam policies"

// manager begins the full names of projects, folders and organizations.
const manager = "//cloudresourcemanager.googleapis.com/"

func rows(ctx context.Context, s inventory.Scope, project string, take func(gcp.Asset) bool) iter.Seq2[*Policy, error] {
	return func(yield func(*Policy, error) bool) {
		all, err := gcp.Policies.Get(ctx, s)
		for _, a := range all[project] {
			if !take(a) {
				continue
			}
			var j policyJSON
			if bad := json.Unmarshal(a.Data, &j); bad != nil {
				yield(nil, &gcp.CallError{Operation: asked, Err: bad})
				return
			}
			if !yield(policyOf(gcp.ResourceOf(s, a), a.Type, j), nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

type abovePolicy struct {
	inventory.Resource
	on string
	policyJSON
}

// above reads the policies of what is above the root of the scan, which Cloud
// Asset Inventory does not reach from there.
var above = &inventory.Call[[]abovePolicy]{
	Title: "gcp.iam.policiesAbove", Level: inventory.AtOrganization,
	Actions: append([]string{"resourcemanager.folders.getIamPolicy", "resourcemanager.organizations.getIamPolicy"}, gcp.Above.Permissions()...),
	Do: func(ctx context.Context, s inventory.Scope) (all []abovePolicy, err error) {
		ups, err := gcp.Above.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		for _, up := range ups {
			p, err := gcp.Policy[policyJSON](ctx, s, gcp.Manager+up)
			if err != nil {
				return all, err
			}
			kind, id, _ := strings.Cut(up, "/")
			on := map[string]string{"folders": folder, "organizations": organization}[kind]
			all = append(all, abovePolicy{inventory.Resource{ID: id, Full: manager + up, Account: up}, on, p})
		}
		return all, nil
	},
}

// Of is the policy attached to the resource with that full id; nil where it
// has none of its own. What is granted above it is not in it.
func Of(inv *inventory.Inventory, full string) inventory.Known[*Policy] {
	return Policies.ByID(inv, "", full)
}

// Public is the first grant of a policy to everybody: to allUsers, or to
// allAuthenticatedUsers, which is whoever has some Google account. A condition
// narrows when and for what, and is told with it.
func (p *Policy) Public(r inventory.Reader) (b Binding, member string, found bool) {
	bindings, _ := p.Bindings.Get(r)
	for _, b := range bindings {
		for _, m := range b.Members {
			if m == "allUsers" || m == "allAuthenticatedUsers" {
				return b, m, true
			}
		}
	}
	return Binding{}, "", false
}
