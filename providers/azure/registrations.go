package azure

import (
	"context"

	"demarc/providers/inventory"
)

// A Registration is what a user has registered to authenticate with
// ("userRegistrationDetails resource type", Microsoft Graph).
type Registration struct {
	ID    string `json:"id"`
	UPN   string `json:"userPrincipalName"`
	Admin *bool  `json:"isAdmin"`
	MFA   *bool  `json:"isMfaRegistered"`
}

// Registrations is the tenant's report of who has registered a second factor.
// The directory and the subscriptions ask for it.
var Registrations = &inventory.Call[[]Registration]{
	Title: "azure.registrations", Level: inventory.AtOrganization, Actions: []string{"AuditLog.Read.All"},
	Do: func(ctx context.Context, s inventory.Scope) ([]Registration, error) {
		const path = "/reports/authenticationMethods/userRegistrationDetails"
		all, err := EntraAll[Registration](ctx, s, "/v1.0"+path)
		for i, r := range all {
			if r.ID == "" {
				return all[:i], &CallError{"Microsoft Graph " + path, ErrUnnamed}
			}
		}
		return all, err
	},
}
