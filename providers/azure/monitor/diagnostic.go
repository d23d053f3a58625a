package monitor

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A DiagnosticSetting sends the activity log of a subscription somewhere.
type DiagnosticSetting struct {
	inventory.Resource
	Logs      inventory.Known[[]Log]
	StorageID string   // the storage account that it is sent to; "" for none
	Sinks     []string // all that it is sent to: "storage account" and so on

	Storage inventory.Known[Storage] `fetch:"-"`
}

// A Log is a category, or a group of them, that a setting sends on or not.
type Log struct {
	Category, Group string
	Enabled         inventory.Known[bool]
}

// Storage is the storage account that the activity log is kept in. Its zero
// value is for settings that send to none.
type Storage struct {
	KeySource string // "Microsoft.Keyvault" or "Microsoft.Storage"
	Public    bool   // whether anybody can read the container of the log
	Gone      bool   // the account exists no longer
}

type settingJSON struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Properties struct {
		Logs *[]struct {
			Category      string `json:"category"`
			CategoryGroup string `json:"categoryGroup"`
			Enabled       *bool  `json:"enabled"`
		} `json:"logs"`
		Storage   string `json:"storageAccountId"`
		Workspace string `json:"workspaceId"`
		EventHub  string `json:"eventHubAuthorizationRuleId"`
		Partner   string `json:"marketplacePartnerId"`
	} `json:"properties"`
}

func (j settingJSON) logs(call string) inventory.Known[[]Log] {
	if j.Properties.Logs == nil {
		return inventory.Unanswered[[]Log](call, "logs")
	}
	all := []Log{}
	for _, l := range *j.Properties.Logs {
		all = append(all, Log{l.Category, l.CategoryGroup, inventory.FromPtr(l.Enabled, inventory.Unanswered[bool](call, "logs.enabled"))})
	}
	return inventory.Of(all)
}

func (j settingJSON) sinks() (all []string) {
	for _, s := range []struct{ id, what string }{
		{j.Properties.Storage, "storage account"}, {j.Properties.Workspace, "Log Analytics workspace"},
		{j.Properties.EventHub, "event hub"}, {j.Properties.Partner, "partner solution"},
	} {
		if s.id != "" {
			all = append(all, s.what)
		}
	}
	return all
}

// DiagnosticSettings lists the settings of the subscription itself.
var DiagnosticSettings = &inventory.Type[DiagnosticSetting]{
	Kind: "azure.monitor.DiagnosticSetting", Level: inventory.AtAccount, Model: inventory.Account,
	Actions: []string{"Microsoft.Insights/diagnosticSettings/read"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DiagnosticSetting, error] {
		return func(yield func(*DiagnosticSetting, error) bool) {
			all, err := azure.GetAll[settingJSON](ctx, s,
				"/subscriptions/"+strings.ToLower(s.Account)+"/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview")
			for _, j := range all {
				d := &DiagnosticSetting{
					Resource:  inventory.Resource{ID: j.Name, Full: strings.ToLower(j.ID), Account: s.Account, Tags: inventory.Of(map[string]string(nil))},
					Logs:      j.logs("ARM microsoft.insights/diagnosticsettings"),
					StorageID: strings.ToLower(j.Properties.Storage), Sinks: j.sinks(),
				}
				if !yield(d, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}

// DiagnosticSettingStorage fetches DiagnosticSetting.Storage, of whichever
// subscription the account is in.
var DiagnosticSettingStorage = &inventory.Field[DiagnosticSetting, Storage]{
	Of: DiagnosticSettings, Column: "storage",
	Actions: []string{"Microsoft.Storage/storageAccounts/read", "Microsoft.Storage/storageAccounts/blobServices/containers/read"},
	At:      func(d *DiagnosticSetting) *inventory.Known[Storage] { return &d.Storage },
	Fetch: func(ctx context.Context, s inventory.Scope, d *DiagnosticSetting) (Storage, error) {
		if d.StorageID == "" {
			return Storage{}, nil
		}
		account, err := azure.Get[struct {
			Properties struct {
				PublicAccess *bool `json:"allowBlobPublicAccess"`
				Encryption   struct {
					KeySource *string `json:"keySource"`
				} `json:"encryption"`
			} `json:"properties"`
		}](ctx, s, d.StorageID+"?api-version=2024-01-01")
		if azure.NotFound(err) {
			return Storage{Gone: true}, nil
		}
		if err != nil {
			return Storage{}, err
		}
		if account.Properties.Encryption.KeySource == nil {
			return Storage{}, lacking("ARM microsoft.storage/storageaccounts", "encryption.keySource")
		}
		out := Storage{KeySource: *account.Properties.Encryption.KeySource}
		if p := account.Properties.PublicAccess; p != nil && !*p { // no container of the account can be public
			return out, nil
		}
		container, err := azure.Get[struct {
			Properties struct {
				PublicAccess *string `json:"publicAccess"`
			} `json:"properties"`
		}](ctx, s, d.StorageID+"/blobServices/default/containers/insights-activity-logs?api-version=2024-01-01")
		if azure.Code(err, "ContainerNotFound") { // nothing was written yet
			return out, nil
		}
		if err != nil {
			return Storage{}, err
		}
		if container.Properties.PublicAccess == nil {
			return Storage{}, lacking("ARM microsoft.storage/storageaccounts/blobservices/containers", "publicAccess")
		}
		out.Public = *container.Properties.PublicAccess != "None"
		return out, nil
	},
}
