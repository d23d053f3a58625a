// Package macie2 collects whether Amazon Macie is on.
package macie2

import (
	"context"
	"errors"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/macie2"
	"github.com/aws/aws-sdk-go-v2/service/macie2/types"
	"github.com/aws/smithy-go"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Session is Macie in a region where it was switched on.
type Session struct {
	inventory.Resource
	Status    inventory.Known[string] // ENABLED, PAUSED
	Discovery inventory.Known[bool]   `fetch:"-"` // automated sensitive data discovery is on for the account
}

// Sessions lists the session of a region: one, or none.
var Sessions = &inventory.Type[Session]{
	Kind:    "aws.macie2.Session",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"macie2:GetMacieSession"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Session, error] {
		out, err := client(s).GetMacieSession(ctx, &macie2.GetMacieSessionInput{})
		if off(err) || aws.Code(err, "ResourceNotFoundException") { // the session is what is asked for: there is none
			return aws.One[Session](nil, nil)
		}
		if err != nil {
			return aws.One[Session](nil, err)
		}
		r := aws.Resource(s, aws.MakeARN(s, "macie2", "session"), "session")
		r.Tags = inventory.Of[map[string]string](nil) // it has none
		row := &Session{Resource: r, Status: inventory.Of(string(out.Status))}
		if out.Status == "" {
			row.Status = inventory.Unanswered[string]("Macie2 GetMacieSession", "Status")
		}
		return aws.One([]*Session{row}, nil)
	},
}

// SessionDiscovery fetches Session.Discovery. An account on its own and an
// organization's administrator have the configuration; a member is told of its
// own account only (Macie API reference, "Automated Sensitive Data Discovery").
var SessionDiscovery = &inventory.Field[Session, bool]{
	Of: Sessions, Column: "discovery",
	Actions: []string{"macie2:GetAutomatedDiscoveryConfiguration", "macie2:GetAdministratorAccount", "macie2:ListAutomatedDiscoveryAccounts"},
	At:      func(m *Session) *inventory.Known[bool] { return &m.Discovery },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Session) (bool, error) {
		c := client(s)
		admin, err := c.GetAdministratorAccount(ctx, &macie2.GetAdministratorAccountInput{})
		if err != nil && !aws.Code(err, "ResourceNotFoundException") {
			return false, gone(err)
		}
		if err == nil && admin.Administrator != nil && aws.Deref(admin.Administrator.AccountId) != s.Account &&
			admin.Administrator.RelationshipStatus == types.RelationshipStatusEnabled {
			return ofMember(ctx, s)
		}
		out, err := c.GetAutomatedDiscoveryConfiguration(ctx, &macie2.GetAutomatedDiscoveryConfigurationInput{})
		if err != nil {
			return false, gone(err)
		}
		if out.Status == "" {
			return false, aws.ErrBroken
		}
		return out.Status == types.AutomatedDiscoveryStatusEnabled, nil
	},
}

// ofMember asks for the status of the member account itself.
func ofMember(ctx context.Context, s inventory.Scope) (bool, error) {
	out, err := client(s).ListAutomatedDiscoveryAccounts(ctx, &macie2.ListAutomatedDiscoveryAccountsInput{AccountIds: []string{s.Account}})
	if err != nil {
		return false, gone(err)
	}
	for _, a := range out.Items {
		if aws.Deref(a.AccountId) == s.Account {
			return a.Status == types.AutomatedDiscoveryAccountStatusEnabled, nil
		}
	}
	return false, aws.ErrBroken
}

// off reports whether err says that Macie is not on. It does so under the code
// of a denial, with the message "Macie is not enabled"; the message of a denial
// names the caller and the action.
func off(err error) bool {
	var api smithy.APIError
	return aws.Code(err, "AccessDeniedException") && errors.As(err, &api) && strings.HasPrefix(api.ErrorMessage(), "Macie is not enabled")
}

// gone turns "not on" into what it says of a session that was on before.
func gone(err error) error {
	if off(err) {
		return errors.Join(inventory.ErrGone, err)
	}
	return err
}

func client(s inventory.Scope) *macie2.Client {
	return macie2.NewFromConfig(aws.Config(s, "macie2"))
}
