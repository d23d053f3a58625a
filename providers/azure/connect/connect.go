// Package connect finds the way into real Azure tenants: credentials, the
// tenant, and the subscriptions that can be read.
package connect

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"

	"demarc/providers/azure"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// Settings are the user's. The zero Settings take DefaultAzureCredential's
// chain and all readable subscriptions.
type Settings struct {
	Tenant        string
	Subscriptions []string
	Cloud         string // a name of azure.Clouds
	ScanID        string
}

// A Provider scans the subscriptions of one tenant, and its directory.
type Provider struct {
	tenant        *azure.Tenant
	subscriptions []string // chosen by the user; none: all
}

// ErrNoCredentials says the ways to get some.
var ErrNoCredentials = errors.New(`no Azure login was found. Log in in one of three ways:
  1. a laptop:       az login (or: azd auth login), then demarc scan azure
  2. environment:    AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH
  3. where it runs:  a managed identity, or a CI job's workload identity`)

// Open makes the login and the way into its tenant.
func Open(ctx context.Context, s Settings) (*Provider, error) {
	c, ok := azure.Clouds[cmp.Or(s.Cloud, "AzureCloud")]
	if !ok {
		return nil, fmt.Errorf("unknown Azure cloud %q: use AzureCloud, AzureUSGovernment or AzureChinaCloud", s.Cloud)
	}
	cred, err := azidentity.NewDefaultAzureCredential(&azidentity.DefaultAzureCredentialOptions{
		ClientOptions: azcore.ClientOptions{Cloud: c.Configuration}, TenantID: s.Tenant,
	})
	if err != nil {
		return nil, fmt.Errorf("%w (%s)", ErrNoCredentials, firstLine(err))
	}
	t := azure.NewTenant(s.Tenant, "", cred, azure.Settings{Cloud: s.Cloud, ScanID: s.ScanID})
	return Over(ctx, t, s.Subscriptions)
}

// Over is the way into a tenant whose pipelines are made. The first call asks
// which tenant the login is of.
func Over(ctx context.Context, t *azure.Tenant, subscriptions []string) (*Provider, error) {
	root := inventory.Scope{Session: &azure.Session{Tenant: t}}
	tenants, err := azure.GetAll[struct {
		TenantID    string `json:"tenantId"`
		DisplayName string `json:"displayName"`
	}](ctx, root, "/tenants?api-version=2022-12-01")
	if err != nil {
		return nil, explain(err)
	}
	if len(tenants) == 0 {
		return nil, errors.New("the Azure login belongs to no tenant")
	}
	for _, found := range tenants {
		if t.ID == "" || strings.EqualFold(found.TenantID, t.ID) {
			t.ID, t.Name = found.TenantID, found.DisplayName
			return &Provider{tenant: t, subscriptions: subscriptions}, nil
		}
	}
	return nil, fmt.Errorf("the Azure login does not reach the tenant %s", t.ID)
}

// explain words what went wrong before the scan could begin.
func explain(err error) error {
	var login *azidentity.AuthenticationFailedError
	switch {
	case errors.As(err, &login), strings.Contains(err.Error(), "DefaultAzureCredential"):
		return ErrNoCredentials
	}
	return fmt.Errorf("asking Azure for the tenant: %w", err)
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// Tenant is the id and the name of the tenant.
func (p *Provider) Tenant() (id, name string) { return p.tenant.ID, p.tenant.Name }

// Actions are what every scan takes: the list of subscriptions, and queries of
// Resource Graph. The list of tenants is every login's.
var Actions = []string{"Microsoft.Resources/subscriptions/read", "Microsoft.ResourceGraph/resources/read"}

// Name implements scanner.Provider.
func (p *Provider) Name() string { return "azure" }

// Classify implements scanner.Provider.
func (p *Provider) Classify(err error, permissions []string) inventory.Gap {
	return azure.Classify(err, permissions)
}

// Accounts implements scanner.Provider: the tenant's directory, and each
// subscription.
func (p *Provider) Accounts(ctx context.Context) ([]scanner.Account, error) {
	root := inventory.Scope{Level: inventory.AtOrganization, Provider: "azure", Account: p.tenant.ID, Session: &azure.Session{Tenant: p.tenant}}.Root()
	subs, err := azure.GetAll[struct {
		SubscriptionID string `json:"subscriptionId"`
		DisplayName    string `json:"displayName"`
		State          string `json:"state"`
		TenantID       string `json:"tenantId"`
	}](ctx, *root, "/subscriptions?api-version=2022-12-01")
	if err != nil {
		return nil, fmt.Errorf("listing the subscriptions of tenant %s: %w", p.tenant.ID, err)
	}
	directory := scanner.Account{Target: inventory.Target{Provider: "azure", Account: p.tenant.ID, AccountName: p.tenant.Name, Scopes: []inventory.Scope{*root}}}
	directory.Calls = p.tenant.Calls
	all := []scanner.Account{directory}
	for _, s := range subs {
		if s.SubscriptionID == "" {
			return nil, fmt.Errorf("listing the subscriptions of tenant %s: %w", p.tenant.ID, azure.ErrUnnamed)
		}
		id := strings.ToLower(s.SubscriptionID)
		if !p.chosen(id) || s.TenantID != "" && !strings.EqualFold(s.TenantID, p.tenant.ID) {
			continue
		}
		if s.State == "Disabled" || s.State == "Deleted" {
			all[0].Left = append(all[0].Left, scanner.LeftOut{Region: id, Why: "subscription is " + strings.ToLower(s.State)})
			continue
		}
		all = append(all, scanner.Account{Target: inventory.Target{Provider: "azure", Account: id, AccountName: s.DisplayName, Scopes: []inventory.Scope{{
			Level: inventory.AtAccount, Provider: "azure", Account: id, Up: root, Session: &azure.Session{Tenant: p.tenant, Subscription: id},
		}}}})
	}
	for _, want := range p.subscriptions {
		if !slices.ContainsFunc(all, func(a scanner.Account) bool { return strings.EqualFold(a.Account, want) }) {
			return nil, scanner.UsageError(fmt.Sprintf("the subscription %q is not among those that the login can read in tenant %s", want, p.tenant.ID))
		}
	}
	return all, nil
}

func (p *Provider) chosen(id string) bool {
	return len(p.subscriptions) == 0 || slices.ContainsFunc(p.subscriptions, func(s string) bool { return strings.EqualFold(s, id) })
}
