package authorization

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

var (
	errNoKind         = errors.New("the role does not say whether it is a custom one")
	errNoDefinition   = errors.New("the assignment does not say what it assigns")
	errNoType         = errors.New("the assignment does not say what its principal is")
	errForeign        = errors.New("the members of another tenant's group cannot be read")
	errNoScope        = errors.New("the assignment says neither its scope nor its id")
	errNoSubscription = errors.New("no subscription can be read, and so nothing that it inherits")
)

// A Tenant is what is above all subscriptions.
type Tenant struct {
	inventory.Resource
	RootAssignments inventory.Known[[]RootAssignment]   `fetch:"-"`
	Transfers       inventory.Known[SubscriptionPolicy] `fetch:"-"`
}

// A RootAssignment is a role at the scope "/": it holds in every subscription.
type RootAssignment struct {
	ID          string
	RoleID      inventory.Known[string]
	PrincipalID inventory.Known[string]
}

// A SubscriptionPolicy says whether subscriptions may change tenants.
type SubscriptionPolicy struct {
	BlocksLeaving inventory.Known[bool]
	BlocksEntry   inventory.Known[bool]
}

// Tenants is the one row of the tenant.
var Tenants = &inventory.Type[Tenant]{
	Kind: "azure.authorization.Tenant", Level: inventory.AtOrganization, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Tenant, error] {
		return func(yield func(*Tenant, error) bool) {
			t := azure.From(s).Tenant
			yield(&Tenant{Resource: inventory.Resource{
				ID: t.ID, Full: "/tenants/" + t.ID, Name: t.Name, Account: t.ID, Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}

// TenantRootAssignments fetches Tenant.RootAssignments. To list them at "/"
// takes access there; every subscription shows what it inherits ("Use
// $filter=atScope() to return all role assignments at or above the scope").
var TenantRootAssignments = &inventory.Field[Tenant, []RootAssignment]{
	Of: Tenants, Column: "rootAssignments",
	Actions: []string{"Microsoft.Authorization/roleAssignments/read"}, Uses: []inventory.Source{azure.Subscriptions},
	At: func(t *Tenant) *inventory.Known[[]RootAssignment] { return &t.RootAssignments },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) ([]RootAssignment, error) {
		subs, err := azure.Subscriptions.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		if len(subs) == 0 {
			return nil, &azure.CallError{Operation: assignmentsCall, Err: errNoSubscription}
		}
		first := slices.Sorted(maps.Keys(subs))[0]
		out, err := azure.GetAll[assignmentJSON](ctx, s, "/subscriptions/"+first+"/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=atScope()")
		if err != nil {
			return nil, err
		}
		all := []RootAssignment{}
		for _, j := range out {
			a := assignmentOf(j)
			scope, ok := a.Scope.Peek()
			if !ok && a.Full == "" {
				return nil, &azure.CallError{Operation: assignmentsCall, Err: errNoScope}
			}
			if !ok { // the id says the scope too
				scope, _, _ = strings.Cut(a.Full, "/providers/microsoft.authorization/")
			}
			if scope == "/" || scope == "" {
				all = append(all, RootAssignment{a.ID, a.RoleID, a.PrincipalID})
			}
		}
		return all, nil
	},
}

// TenantTransfers fetches Tenant.Transfers.
var TenantTransfers = &inventory.Field[Tenant, SubscriptionPolicy]{
	Of: Tenants, Column: "transfers", Actions: []string{"Microsoft.Subscription/Policies/default/read"},
	At: func(t *Tenant) *inventory.Known[SubscriptionPolicy] { return &t.Transfers },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) (SubscriptionPolicy, error) {
		out, err := azure.Get[struct {
			Properties struct {
				Leaving *bool `json:"blockSubscriptionsLeavingTenant"`
				Into    *bool `json:"blockSubscriptionsIntoTenant"`
			} `json:"properties"`
		}](ctx, s, "/providers/Microsoft.Subscription/policies/default?api-version=2021-10-01")
		if err != nil {
			return SubscriptionPolicy{}, err
		}
		const call = "ARM microsoft.subscription/policies"
		return SubscriptionPolicy{
			inventory.FromPtr(out.Properties.Leaving, inventory.Unanswered[bool](call, "blockSubscriptionsLeavingTenant")),
			inventory.FromPtr(out.Properties.Into, inventory.Unanswered[bool](call, "blockSubscriptionsIntoTenant")),
		}, nil
	},
}

// A CustomRole is a role that the customer defined.
type CustomRole struct {
	inventory.Resource
	Permissions inventory.Known[[]Permission]
	Scopes      inventory.Known[[]string] // where it can be assigned
}

// A Permission allows the actions, save the others.
type Permission struct{ Actions, NotActions []string }

var definitions = azure.Resources("AuthorizationResources", "microsoft.authorization/roledefinitions")

// CustomRoles lists the custom roles of the tenant, each once, in whichever of
// its subscriptions and management groups they can be assigned.
var CustomRoles = &inventory.Type[CustomRole]{
	Kind: "azure.authorization.CustomRole", Level: inventory.AtOrganization, Model: inventory.Account,
	Uses: []inventory.Source{definitions},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*CustomRole, error] {
		return func(yield func(*CustomRole, error) bool) {
			rows, err := definitions.Get(ctx, s)
			for _, sub := range slices.Sorted(maps.Keys(rows)) {
				for _, r := range rows[sub] {
					role, custom, bad := customRole(s, r)
					switch {
					case bad != nil:
						yield(nil, bad)
						return
					case custom && !yield(role, nil):
						return
					}
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}

func customRole(s inventory.Scope, r azure.Row) (*CustomRole, bool, error) {
	const call = "Resource Graph microsoft.authorization/roledefinitions"
	var p struct {
		Type        string        `json:"type"`
		RoleType    string        `json:"roleType"`
		RoleName    string        `json:"roleName"`
		Permissions *[]Permission `json:"permissions"`
		Scopes      *[]string     `json:"assignableScopes"`
	}
	if err := json.Unmarshal(r.Properties, &p); err != nil {
		return nil, false, &azure.CallError{Operation: call, Err: err}
	}
	switch kind := strings.ToLower(p.Type + p.RoleType); { // "CustomRole" or "BuiltInRole"
	case kind == "":
		return nil, false, &azure.CallError{Operation: call, Err: errNoKind}
	case !strings.Contains(kind, "custom"):
		return nil, false, nil
	}
	id := path.Base(strings.ToLower(r.ID))
	role := &CustomRole{
		Resource: inventory.Resource{
			ID: id, Full: "/providers/microsoft.authorization/roledefinitions/" + id, Name: p.RoleName,
			Account: azure.From(s).ID, Tags: inventory.Of(map[string]string(nil)),
		},
		Permissions: inventory.FromPtr(p.Permissions, inventory.Unanswered[[]Permission](call, "permissions")),
		Scopes:      inventory.FromPtr(p.Scopes, inventory.Unanswered[[]string](call, "assignableScopes")),
	}
	if p.Permissions != nil && slices.ContainsFunc(*p.Permissions, func(one Permission) bool { return one.Actions == nil }) { // a role for data alone has an empty list
		role.Permissions = inventory.Unanswered[[]Permission](call, "actions")
	}
	return role, true, nil
}

// Allows reports whether a role with the permissions may do the action.
func Allows(all []Permission, action string) bool {
	return slices.ContainsFunc(all, func(p Permission) bool { return matches(p.Actions, action) && !matches(p.NotActions, action) })
}

// matches reports whether one of the patterns, with * for any text, is action's.
func matches(patterns []string, action string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return like(strings.ToLower(pattern), strings.ToLower(action)) })
}

func like(pattern, s string) bool {
	head, rest, star := strings.Cut(pattern, "*")
	if !star {
		return s == head
	}
	if !strings.HasPrefix(s, head) {
		return false
	}
	s = s[len(head):]
	if rest == "" {
		return true
	}
	for i := range len(s) + 1 {
		if like(rest, s[i:]) {
			return true
		}
	}
	return false
}

// A ClassicAdministrator is a co-administrator or service administrator of the
// time before role assignments.
type ClassicAdministrator struct {
	inventory.Resource
	Roles inventory.Known[[]string] // "ServiceAdministrator", "AccountAdministrator", "CoAdministrator"
}

var classic = azure.Resources("AuthorizationResources", "microsoft.authorization/classicadministrators")

type classicProperties struct {
	Role json.RawMessage `json:"role"` // one, several with semicolons, or a list
}

// ClassicAdministrators lists them.
var ClassicAdministrators = &inventory.Type[ClassicAdministrator]{
	Kind: "azure.authorization.ClassicAdministrator", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{azure.Subscriptions, classic},
	List: azure.List(classic, func(r inventory.Resource, _ azure.Row, p classicProperties) *ClassicAdministrator {
		a := &ClassicAdministrator{Resource: r, Roles: inventory.Unanswered[[]string]("Resource Graph microsoft.authorization/classicadministrators", "role")}
		var one string
		var several []string
		switch {
		case json.Unmarshal(p.Role, &one) == nil && one != "":
			a.Roles = inventory.Of(strings.Split(one, ";"))
		case json.Unmarshal(p.Role, &several) == nil && len(several) > 0:
			a.Roles = inventory.Of(several)
		}
		return a
	}),
}
