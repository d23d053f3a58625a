package entra

import (
	"context"
	"iter"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A RoleAssignment is a directory role that somebody holds, or may activate.
type RoleAssignment struct {
	inventory.Resource
	RoleID      inventory.Known[string]
	PrincipalID inventory.Known[string]
	Kind        inventory.Known[string] // "user", "group", "servicePrincipal"
	Eligible    bool                    // may be activated in Privileged Identity Management

	Users inventory.Known[[]string] `fetch:"-"` // the ids of the users that hold it, a group's members included
}

// GlobalAdministrator is the template of the role that may do everything.
const GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10"

type assignmentJSON struct {
	ID          string  `json:"id"`
	RoleID      *string `json:"roleDefinitionId"`
	PrincipalID *string `json:"principalId"`
	Principal   *struct {
		Type        string `json:"@odata.type"`
		DisplayName string `json:"displayName"`
	} `json:"principal"`
}

const assignmentsPath = "/roleManagement/directory/roleAssignments"

// RoleAssignments lists who holds which directory role. Those who may activate
// one are listed where the tenant has the licence for it; without, nobody may.
var RoleAssignments = &inventory.Type[RoleAssignment]{
	Kind: "azure.entra.RoleAssignment", Level: inventory.AtOrganization, Model: inventory.Account,
	Actions: []string{"RoleManagement.Read.Directory"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*RoleAssignment, error] {
		return func(yield func(*RoleAssignment, error) bool) {
			for _, eligible := range []bool{false, true} {
				path := assignmentsPath
				if eligible {
					path = "/roleManagement/directory/roleEligibilityScheduleInstances"
				}
				all, err := azure.EntraAll[assignmentJSON](ctx, s, "/v1.0"+path+"?$expand=principal")
				if eligible && azure.Code(err, "AadPremiumLicenseRequired") {
					err = nil
				}
				for _, j := range all {
					if j.ID == "" {
						yield(nil, unnamed(path))
						return
					}
					if !yield(assignmentOf(s, path, j, eligible), nil) {
						return
					}
				}
				if err != nil {
					yield(nil, err)
					return
				}
			}
		}
	},
}

func assignmentOf(s inventory.Scope, path string, j assignmentJSON, eligible bool) *RoleAssignment {
	a := &RoleAssignment{
		Resource:    resource(s, j.ID, path+"/"+j.ID, ""),
		RoleID:      answered(path, j.RoleID, "roleDefinitionId"),
		PrincipalID: answered(path, j.PrincipalID, "principalId"),
		Kind:        inventory.Unanswered[string]("Microsoft Graph "+path, "principal"),
		Eligible:    eligible,
	}
	if j.Principal != nil {
		a.Name = j.Principal.DisplayName
		a.Kind = kindOf(path, j.Principal.Type)
	}
	return a
}

// kindOf reads what a principal is off its type in the answer.
func kindOf(path, odata string) inventory.Known[string] {
	switch odata {
	case "#microsoft.graph.user":
		return inventory.Of("user")
	case "#microsoft.graph.group":
		return inventory.Of("group")
	case "#microsoft.graph.servicePrincipal":
		return inventory.Of("servicePrincipal")
	}
	return inventory.Unanswered[string]("Microsoft Graph "+path, "the principal's type")
}

// RoleAssignmentUsers fetches RoleAssignment.Users.
var RoleAssignmentUsers = &inventory.Field[RoleAssignment, []string]{
	Of: RoleAssignments, Column: "users", Actions: []string{"GroupMember.Read.All"},
	At: func(a *RoleAssignment) *inventory.Known[[]string] { return &a.Users },
	Fetch: func(ctx context.Context, s inventory.Scope, a *RoleAssignment) ([]string, error) {
		kind, ok := a.Kind.Peek()
		id, named := a.PrincipalID.Peek()
		switch {
		case !ok || !named:
			return nil, lacking(assignmentsPath, "principal")
		case kind == "user":
			return []string{id}, nil
		case kind != "group": // an application, behind which is no user
			return nil, nil
		}
		members, err := azure.EntraAll[struct {
			Type string `json:"@odata.type"`
			ID   string `json:"id"`
		}](ctx, s, "/v1.0/groups/"+id+"/transitiveMembers?$select=id&$top=999")
		if azure.NotFound(err) { // an assignment outlives the group
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		users := []string{}
		for _, m := range members {
			switch {
			case m.Type == "" || m.ID == "":
				return nil, lacking("/groups/transitiveMembers", "@odata.type or id")
			case m.Type == "#microsoft.graph.user":
				users = append(users, m.ID)
			}
		}
		return users, nil
	},
}
