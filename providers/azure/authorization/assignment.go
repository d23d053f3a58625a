package authorization

import (
	"context"
	"iter"
	"path"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// The roles that checks ask about, by the "Azure built-in roles" reference.
const (
	Owner                   = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
	UserAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"
)

// A RoleAssignment is a role that a principal holds at a scope at, above or
// below the subscription. One from above belongs to the tenant.
type RoleAssignment struct {
	inventory.Resource
	Scope       inventory.Known[string] // "/", a management group, the subscription, or something in it
	RoleID      inventory.Known[string] // the role definition's own id, without its path
	PrincipalID inventory.Known[string]
}

type assignmentJSON struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Properties struct {
		Scope         *string `json:"scope"`
		RoleID        *string `json:"roleDefinitionId"`
		PrincipalID   *string `json:"principalId"`
		PrincipalType *string `json:"principalType"`
	} `json:"properties"`
}

const assignmentsCall = "ARM microsoft.authorization/roleassignments"

// assignments are all that apply to a subscription, which Resource Graph does
// not tell subscription by subscription.
var assignments = &inventory.Call[[]assignmentJSON]{
	Title: "azure.authorization.roleAssignments", Level: inventory.AtAccount,
	Actions: []string{"Microsoft.Authorization/roleAssignments/read"},
	Do: func(ctx context.Context, s inventory.Scope) ([]assignmentJSON, error) {
		return azure.GetAll[assignmentJSON](ctx, s, subscriptionPath(s)+"/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01")
	},
}

// RoleAssignments lists those that apply to a subscription.
var RoleAssignments = &inventory.Type[RoleAssignment]{
	Kind: "azure.authorization.RoleAssignment", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{assignments},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*RoleAssignment, error] {
		return func(yield func(*RoleAssignment, error) bool) {
			all, err := assignments.Get(ctx, s)
			for _, j := range all {
				a := assignmentOf(j)
				a.Account = azure.From(s).ID
				if strings.HasPrefix(a.Full, subscriptionPath(s)+"/") {
					a.Account = s.Account
				}
				if !yield(a, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}

func assignmentOf(j assignmentJSON) *RoleAssignment {
	lower := func(p *string, what string) inventory.Known[string] {
		return inventory.Map(inventory.FromPtr(p, inventory.Unanswered[string](assignmentsCall, what)), strings.ToLower)
	}
	return &RoleAssignment{
		Resource:    inventory.Resource{ID: j.Name, Full: strings.ToLower(j.ID), Tags: inventory.Of(map[string]string(nil))},
		Scope:       lower(j.Properties.Scope, "scope"),
		RoleID:      inventory.Map(lower(j.Properties.RoleID, "roleDefinitionId"), path.Base),
		PrincipalID: lower(j.Properties.PrincipalID, "principalId"),
	}
}

// A Principal is a user, a group or an application that holds a role here.
type Principal struct {
	inventory.Resource
	Type inventory.Known[string] // "User", "Group", "ServicePrincipal", "ForeignGroup", "Device"

	Users inventory.Known[[]User] `fetch:"-"` // the user, or the group's members
}

// A User is a person behind a Principal.
type User struct {
	ID      string
	Enabled inventory.Known[bool]
	Guest   inventory.Known[bool]
}

// Principals lists those that hold a role, each once.
var Principals = &inventory.Type[Principal]{
	Kind: "azure.authorization.Principal", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{assignments},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Principal, error] {
		return func(yield func(*Principal, error) bool) {
			all, err := assignments.Get(ctx, s)
			for _, j := range all {
				if j.Properties.PrincipalID == nil {
					continue // its assignment says that it is not known
				}
				id := strings.ToLower(*j.Properties.PrincipalID)
				p := &Principal{
					Resource: inventory.Resource{ID: id, Full: "/principals/" + id, Account: azure.From(s).ID, Tags: inventory.Of(map[string]string(nil))},
					Type:     inventory.FromPtr(j.Properties.PrincipalType, inventory.Unanswered[string](assignmentsCall, "principalType")),
				}
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

type userJSON struct {
	Type     string  `json:"@odata.type"`
	ID       string  `json:"id"`
	Enabled  *bool   `json:"accountEnabled"`
	UserType *string `json:"userType"`
}

// marked are the users of the tenant that are disabled, and those that are guests.
type marked struct{ disabled, guests map[string]bool }

var directory = &inventory.Call[marked]{
	Title: "azure.authorization.markedUsers", Level: inventory.AtOrganization, Actions: []string{"User.Read.All"},
	Do: func(ctx context.Context, s inventory.Scope) (marked, error) {
		// What an answer says of a user counts for more than what was asked for.
		ids := func(filter string, is func(userJSON) bool) (map[string]bool, error) {
			out, err := azure.EntraAll[userJSON](ctx, s, "/v1.0/users?$select=id,accountEnabled,userType&$top=999&$filter="+filter)
			all := map[string]bool{}
			for _, u := range out {
				if u.ID == "" {
					return nil, &azure.CallError{Operation: "Microsoft Graph /users", Err: azure.ErrUnnamed}
				}
				if is(u) {
					all[strings.ToLower(u.ID)] = true
				}
			}
			return all, err
		}
		disabled, err := ids("accountEnabled%20eq%20false", func(u userJSON) bool { return u.Enabled == nil || !*u.Enabled })
		if err != nil {
			return marked{}, err
		}
		guests, err := ids("userType%20eq%20'Guest'", func(u userJSON) bool { return u.UserType == nil || *u.UserType == "Guest" })
		return marked{disabled, guests}, err
	},
}

// PrincipalUsers fetches Principal.Users.
var PrincipalUsers = &inventory.Field[Principal, []User]{
	Of: Principals, Column: "users", Actions: []string{"GroupMember.Read.All"}, Uses: []inventory.Source{directory},
	At: func(p *Principal) *inventory.Known[[]User] { return &p.Users },
	Fetch: func(ctx context.Context, s inventory.Scope, p *Principal) ([]User, error) {
		kind, ok := p.Type.Peek()
		switch {
		case !ok:
			return nil, errNoType
		case kind == "User":
			m, err := directory.Get(ctx, s)
			if err != nil {
				return nil, err
			}
			return []User{{p.ID, inventory.Of(!m.disabled[p.ID]), inventory.Of(m.guests[p.ID])}}, nil
		case kind == "ForeignGroup": // a group of another tenant, whose members cannot be asked for
			return nil, errForeign
		case kind == "ServicePrincipal" || kind == "Device": // nobody is behind it
			return nil, nil
		case kind != "Group":
			return nil, errNoType
		}
		members, err := azure.EntraAll[userJSON](ctx, s, "/v1.0/groups/"+p.ID+"/transitiveMembers?$select=id,accountEnabled,userType&$top=999")
		if azure.NotFound(err) { // assignments outlive the group
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		const call = "Microsoft Graph /groups/transitiveMembers"
		users := []User{}
		for _, m := range members {
			if m.ID == "" || m.Type == "" { // both are of every directory object
				return nil, &azure.CallError{Operation: call, Err: azure.ErrUnnamed}
			}
			if m.Type != "#microsoft.graph.user" {
				continue
			}
			users = append(users, User{
				strings.ToLower(m.ID), inventory.FromPtr(m.Enabled, inventory.Unanswered[bool](call, "accountEnabled")),
				inventory.Map(inventory.FromPtr(m.UserType, inventory.Unanswered[string](call, "userType")), func(t string) bool { return t == "Guest" }),
			})
		}
		return users, nil
	},
}
