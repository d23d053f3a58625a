package entra

import (
	"context"
	"strconv"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// An AuthorizationPolicy says what users and guests may do in the directory.
type AuthorizationPolicy struct {
	AllowInvitesFrom     inventory.Known[string]
	GuestUserRoleID      inventory.Known[string]
	EmailVerifiedJoin    inventory.Known[bool]
	CreateApps           inventory.Known[bool]
	CreateSecurityGroups inventory.Known[bool]
	CreateTenants        inventory.Known[bool]
	GrantPolicies        inventory.Known[[]string] // what users may consent to
}

// The roles of guests, by the "Update authorizationPolicy" reference.
const (
	GuestAsUser       = "a0b1b346-4d3e-4e8b-98f8-753987be4970"
	GuestLimited      = "10dae51f-b6af-4016-8d66-8c2a99b929b3"
	GuestRestricted   = "2af84b1e-32c8-42b7-82bc-daa82404023b"
	authorizationPath = "/policies/authorizationPolicy"
)

// TenantAuthorization fetches Tenant.Authorization.
var TenantAuthorization = &inventory.Field[Tenant, AuthorizationPolicy]{
	Of: Tenants, Column: "authorization", Actions: []string{"Policy.Read.All"},
	At: func(t *Tenant) *inventory.Known[AuthorizationPolicy] { return &t.Authorization },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) (AuthorizationPolicy, error) {
		out, err := azure.Entra[struct {
			AllowInvitesFrom *string `json:"allowInvitesFrom"`
			GuestUserRoleID  *string `json:"guestUserRoleId"`
			EmailVerified    *bool   `json:"allowEmailVerifiedUsersToJoinOrganization"`
			Permissions      struct {
				CreateApps           *bool     `json:"allowedToCreateApps"`
				CreateSecurityGroups *bool     `json:"allowedToCreateSecurityGroups"`
				CreateTenants        *bool     `json:"allowedToCreateTenants"`
				GrantPolicies        *[]string `json:"permissionGrantPoliciesAssigned"`
			} `json:"defaultUserRolePermissions"`
		}](ctx, s, "/v1.0"+authorizationPath)
		if err != nil {
			return AuthorizationPolicy{}, err
		}
		return AuthorizationPolicy{
			AllowInvitesFrom:     answered(authorizationPath, out.AllowInvitesFrom, "allowInvitesFrom"),
			GuestUserRoleID:      answered(authorizationPath, out.GuestUserRoleID, "guestUserRoleId"),
			EmailVerifiedJoin:    answered(authorizationPath, out.EmailVerified, "allowEmailVerifiedUsersToJoinOrganization"),
			CreateApps:           answered(authorizationPath, out.Permissions.CreateApps, "allowedToCreateApps"),
			CreateSecurityGroups: answered(authorizationPath, out.Permissions.CreateSecurityGroups, "allowedToCreateSecurityGroups"),
			CreateTenants:        answered(authorizationPath, out.Permissions.CreateTenants, "allowedToCreateTenants"),
			GrantPolicies:        answered(authorizationPath, out.Permissions.GrantPolicies, "permissionGrantPoliciesAssigned"),
		}, nil
	},
}

// GroupSettings are the tenant's settings for Microsoft 365 groups.
type GroupSettings struct {
	Creation inventory.Known[bool] // whether any user may create one
}

// PasswordRules are the tenant's settings of password protection.
type PasswordRules struct {
	LockoutThreshold inventory.Known[int]
	LockoutSeconds   inventory.Known[int]
	BannedCheck      inventory.Known[bool] // whether the tenant's own list is used
	BannedWords      inventory.Known[int]  // how many words it has
}

type settingJSON struct {
	TemplateID string `json:"templateId"`
	Values     []struct {
		Name  string  `json:"name"`
		Value *string `json:"value"`
	} `json:"values"`
}

// The templates of the settings that are read.
const (
	groupTemplate    = "62375ab9-6b52-47ed-826b-58e47e0e304b" // "Group.Unified"
	passwordTemplate = "5cf42378-d67d-4f36-ba46-e8b86229381d" // "Password Rule Settings"
)

var groupSettings = &inventory.Call[[]settingJSON]{
	Title: "azure.entra.groupSettings", Level: inventory.AtOrganization, Actions: []string{"Directory.Read.All"},
	Do: func(ctx context.Context, s inventory.Scope) ([]settingJSON, error) {
		all, err := azure.EntraAll[settingJSON](ctx, s, "/v1.0/groupSettings")
		for _, set := range all {
			if set.TemplateID == "" { // it might be of any template
				return nil, lacking("/groupSettings", "templateId")
			}
		}
		return all, err
	},
}

// value finds a setting. A template of which no settings were made acts by its
// defaults ("By default, all entities inherit the preset defaults").
func value[T any](all []settingJSON, template, name string, preset T, parse func(string) (T, error)) inventory.Known[T] {
	for _, set := range all {
		if !strings.EqualFold(set.TemplateID, template) {
			continue
		}
		for _, v := range set.Values {
			if v.Name != name || v.Value == nil {
				continue
			}
			if strings.TrimSpace(*v.Value) == "" {
				return inventory.Of(preset)
			}
			if got, err := parse(*v.Value); err == nil {
				return inventory.Of(got)
			}
		}
		return inventory.Unanswered[T]("Microsoft Graph /groupSettings", name)
	}
	return inventory.Of(preset)
}

func truth(s string) (bool, error) { return strconv.ParseBool(strings.ToLower(s)) }

// TenantGroups fetches Tenant.Groups.
var TenantGroups = &inventory.Field[Tenant, GroupSettings]{
	Of: Tenants, Column: "groups", Uses: []inventory.Source{groupSettings},
	At: func(t *Tenant) *inventory.Known[GroupSettings] { return &t.Groups },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) (GroupSettings, error) {
		all, err := groupSettings.Get(ctx, s)
		if err != nil {
			return GroupSettings{}, err
		}
		return GroupSettings{value(all, groupTemplate, "EnableGroupCreation", true, truth)}, nil // preset: true
	},
}

// TenantPasswords fetches Tenant.Passwords. The presets are those that the
// reference of smart lockout and password protection gives: ten attempts, one
// minute, no list of the tenant's own.
var TenantPasswords = &inventory.Field[Tenant, PasswordRules]{
	Of: Tenants, Column: "passwords", Uses: []inventory.Source{groupSettings},
	At: func(t *Tenant) *inventory.Known[PasswordRules] { return &t.Passwords },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) (PasswordRules, error) {
		all, err := groupSettings.Get(ctx, s)
		if err != nil {
			return PasswordRules{}, err
		}
		count := func(list string) (int, error) { return len(strings.FieldsFunc(list, isSeparator)), nil }
		return PasswordRules{
			LockoutThreshold: value(all, passwordTemplate, "LockoutThreshold", 10, strconv.Atoi),
			LockoutSeconds:   value(all, passwordTemplate, "LockoutDurationInSeconds", 60, strconv.Atoi),
			BannedCheck:      value(all, passwordTemplate, "EnableBannedPasswordCheck", false, truth),
			BannedWords:      value(all, passwordTemplate, "BannedPasswordList", 0, count),
		}, nil
	},
}

func isSeparator(r rune) bool { return r == '\t' || r == '\n' || r == '\r' || r == ',' }

// AuthenticationMethods say by what users may prove who they are.
type AuthenticationMethods struct {
	Methods    []Method
	Migration  inventory.Known[string] // "migrationComplete" where the older settings no longer count
	ShowsApp   inventory.Known[string] // Authenticator: "enabled", "disabled", "default"
	ShowsPlace inventory.Known[string]
}

// A Method is one way to authenticate.
type Method struct {
	ID    string                  // "Sms", "Voice", "Fido2", "MicrosoftAuthenticator" and so on
	State inventory.Known[string] // "enabled" or "disabled"
}

type featureJSON struct {
	State *string `json:"state"`
}

// TenantMethods fetches Tenant.Methods.
var TenantMethods = &inventory.Field[Tenant, AuthenticationMethods]{
	Of: Tenants, Column: "methods", Actions: []string{"Policy.Read.All"},
	At: func(t *Tenant) *inventory.Known[AuthenticationMethods] { return &t.Methods },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) (AuthenticationMethods, error) {
		const path = "/policies/authenticationMethodsPolicy"
		out, err := azure.Entra[struct {
			Migration *string `json:"policyMigrationState"`
			Methods   *[]struct {
				ID       string  `json:"id"`
				State    *string `json:"state"`
				Features struct {
					App   featureJSON `json:"displayAppInformationRequiredState"`
					Place featureJSON `json:"displayLocationInformationRequiredState"`
				} `json:"featureSettings"`
			} `json:"authenticationMethodConfigurations"`
		}](ctx, s, "/v1.0"+path)
		if err != nil {
			return AuthenticationMethods{}, err
		}
		if out.Methods == nil {
			return AuthenticationMethods{}, lacking(path, "authenticationMethodConfigurations")
		}
		m := AuthenticationMethods{
			Migration:  answered(path, out.Migration, "policyMigrationState"),
			ShowsApp:   inventory.Unanswered[string]("Microsoft Graph "+path, "displayAppInformationRequiredState"),
			ShowsPlace: inventory.Unanswered[string]("Microsoft Graph "+path, "displayLocationInformationRequiredState"),
		}
		for _, c := range *out.Methods {
			if c.ID == "" {
				return AuthenticationMethods{}, lacking(path, "the id of a method")
			}
			m.Methods = append(m.Methods, Method{c.ID, answered(path, c.State, "state of "+c.ID)})
			if c.ID == "MicrosoftAuthenticator" {
				m.ShowsApp = answered(path, c.Features.App.State, "displayAppInformationRequiredState")
				m.ShowsPlace = answered(path, c.Features.Place.State, "displayLocationInformationRequiredState")
			}
		}
		return m, nil
	},
}
