package entra

import (
	"context"
	"iter"
	"time"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A User is a user of the directory, guests included.
type User struct {
	inventory.Resource
	Enabled    inventory.Known[bool]
	Guest      inventory.Known[bool]
	Synced     inventory.Known[bool] // from a directory on the premises
	Created    inventory.Known[time.Time]
	LastSignIn inventory.Known[time.Time] // the zero time: never
}

type userJSON struct {
	ID       string     `json:"id"`
	UPN      string     `json:"userPrincipalName"`
	UserType *string    `json:"userType"`
	Enabled  *bool      `json:"accountEnabled"`
	Synced   *bool      `json:"onPremisesSyncEnabled"`
	Created  *time.Time `json:"createdDateTime"`
	Activity *struct {
		Interactive    time.Time `json:"lastSignInDateTime"`
		NonInteractive time.Time `json:"lastNonInteractiveSignInDateTime"`
	} `json:"signInActivity"`
}

const usersPath = "/v1.0/users?$select=id,userPrincipalName,userType,accountEnabled,onPremisesSyncEnabled,createdDateTime"

// Users lists the users. The sign-in activity needs a licence and a permission
// of its own; without them the whole page is refused. It is not asked for where
// the licence is known to be missing, and left out where it was refused.
var Users = &inventory.Type[User]{
	Kind: "azure.entra.User", Level: inventory.AtOrganization, Model: inventory.Account,
	Actions: []string{"User.Read.All", "AuditLog.Read.All"}, Uses: []inventory.Source{licences},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*User, error] {
		return func(yield func(*User, error) bool) {
			users, hidden, err := usersOf(ctx, s)
			for _, u := range users {
				if u.ID == "" {
					yield(nil, unnamed("/users"))
					return
				}
				if !yield(userOf(s, u, hidden), nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}

// usersOf lists the users, with the Gap in place of their activity.
func usersOf(ctx context.Context, s inventory.Scope) (users []userJSON, hidden *inventory.Gap, err error) {
	gap := inventory.Gap{Reason: inventory.Unlicensed, Call: "Microsoft Graph /users", Action: "AuditLog.Read.All"}
	if l, unsure := licences.Get(ctx, s); unsure != nil || l.P1 {
		users, err = azure.EntraAll[userJSON](ctx, s, usersPath+",signInActivity&$top=500")
		if err == nil || !refused(err) {
			return users, nil, err
		}
		gap = azure.Classify(err, []string{gap.Action})
	}
	gap.Where = "signInActivity of the users"
	users, err = azure.EntraAll[userJSON](ctx, s, usersPath+"&$top=999")
	return users, &gap, err
}

func userOf(s inventory.Scope, j userJSON, hidden *inventory.Gap) *User {
	u := &User{
		Resource: resource(s, j.ID, "/users/"+j.ID, j.UPN),
		Enabled:  answered("/users", j.Enabled, "accountEnabled"),
		Guest:    inventory.Map(answered("/users", j.UserType, "userType"), func(t string) bool { return t == "Guest" }),
		Synced:   inventory.FromPtr(j.Synced, inventory.Of(false)), // "null if the object has never been synced" ("user resource type")
		Created:  answered("/users", j.Created, "createdDateTime"),
	}
	switch {
	case hidden != nil:
		u.LastSignIn = inventory.Missing[time.Time](*hidden)
	case j.Activity == nil: // a user that never signed in has none
		u.LastSignIn = inventory.Of(time.Time{})
	default:
		u.LastSignIn = inventory.Of(j.Activity.Interactive)
		if j.Activity.NonInteractive.After(j.Activity.Interactive) {
			u.LastSignIn = inventory.Of(j.Activity.NonInteractive)
		}
	}
	return u
}

// A Registration is what a user has registered to authenticate with. Disabled
// users are not in the report.
type Registration struct {
	inventory.Resource
	Admin inventory.Known[bool]
	MFA   inventory.Known[bool] // whether a second factor is registered
}

// registrationPath is what azure.Registrations asks.
const registrationPath = "/reports/authenticationMethods/userRegistrationDetails"

// registered lists the registrations of those that are administrators, or of
// those that are not. Of whom it is not told, both.
func registered(admins bool) func(context.Context, inventory.Scope) iter.Seq2[*Registration, error] {
	return func(ctx context.Context, s inventory.Scope) iter.Seq2[*Registration, error] {
		return func(yield func(*Registration, error) bool) {
			all, err := azure.Registrations.Get(ctx, s)
			for _, j := range all {
				if j.Admin != nil && *j.Admin != admins {
					continue
				}
				r := &Registration{
					Resource: resource(s, j.ID, "/users/"+j.ID, j.UPN),
					Admin:    answered(registrationPath, j.Admin, "isAdmin"), MFA: answered(registrationPath, j.MFA, "isMfaRegistered"),
				}
				if !yield(r, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	}
}

// AdminRegistrations are the registrations of users with a directory role.
var AdminRegistrations = &inventory.Type[Registration]{
	Kind: "azure.entra.AdminRegistration", Level: inventory.AtOrganization, Model: inventory.Account,
	Uses: []inventory.Source{azure.Registrations}, List: registered(true),
}

// UserRegistrations are those of all other users.
var UserRegistrations = &inventory.Type[Registration]{
	Kind: "azure.entra.UserRegistration", Level: inventory.AtOrganization, Model: inventory.Account,
	Uses: []inventory.Source{azure.Registrations}, List: registered(false),
}
