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
	StorageID inventory.Known[string]   // the storage account that it is sent to; "" for none
	Sinks     inventory.Known[[]string] // all that it is sent to: "storage account" and so on

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
	Properties *struct {
		Logs *[]struct {
			Category      string `json:"category"`
			CategoryGroup string `json:"categoryGroup"`
			Enabled       *bool  `json:"enabled"`
		} `json:"logs"`
		Storage    string `json:"storageAccountId"`
		Workspace  string `json:"workspaceId"`
		EventHub   string `json:"eventHubAuthorizationRuleId"`
		Partner    string `json:"marketplacePartnerId"`
		ServiceBus string `json:"serviceBusRuleId"`
	} `json:"properties"`
}

func (j settingJSON) logs(call string) inventory.Known[[]Log] {
	if j.Properties == nil || j.Properties.Logs == nil {
		return inventory.Unanswered[[]Log](call, "logs")
	}
	all := []Log{}
	for _, l := range *j.Properties.Logs {
		if l.Category+l.CategoryGroup == "" {
			return inventory.Unanswered[[]Log](call, "the category of a log")
		}
		all = append(all, Log{l.Category, l.CategoryGroup, inventory.FromPtr(l.Enabled, inventory.Unanswered[bool](call, "logs.enabled"))})
	}
	return inventory.Of(all)
}

// sinks are where a setting sends to: each is optional, and left out where it is
// not chosen ("Diagnostic Settings - List"). It has one at least ("Diagnostic
// settings in Azure Monitor", destinations).
func (j settingJSON) sinks(call string) inventory.Known[[]string] {
	if j.Properties == nil {
		return inventory.Unanswered[[]string](call, "properties")
	}
	all := []string{}
	for _, s := range []struct{ id, what string }{
		{j.Properties.Storage, "storage account"}, {j.Properties.Workspace, "Log Analytics workspace"},
		{j.Properties.EventHub, "event hub"}, {j.Properties.Partner, "partner solution"},
		{j.Properties.ServiceBus, "service bus"},
	} {
		if s.id != "" {
			all = append(all, s.what)
		}
	}
	if len(all) == 0 {
		return inventory.Unanswered[[]string](call, "where a setting sends to")
	}
	return inventory.Of(all)
}

// storage is the storage account that a setting sends to; "" for none.
func (j settingJSON) storage(call string) inventory.Known[string] {
	return inventory.Map(j.sinks(call), func([]string) string { return strings.ToLower(j.Properties.Storage) })
}

// DiagnosticSettings lists the settings of the subscription itself.
var DiagnosticSettings = &inventory.Type[DiagnosticSetting]{
	Kind: "azure.monitor.DiagnosticSetting", Level: inventory.AtAccount, Model: inventory.Account,
	Actions: []string{"Microsoft.Insights/diagnosticSettings/read"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DiagnosticSetting, error] {
		return func(yield func(*DiagnosticSetting, error) bool) {
			all, err := azure.GetAll[settingJSON](ctx, s,
				"/subscriptions/"+strings.ToLower(s.Account)+"/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview")
			const call = "ARM microsoft.insights/diagnosticsettings"
			for _, j := range all {
				if j.ID == "" {
					yield(nil, &azure.CallError{Operation: call, Err: azure.ErrUnnamed})
					return
				}
				d := &DiagnosticSetting{
					Resource: inventory.Resource{ID: j.Name, Full: strings.ToLower(j.ID), Account: s.Account, Tags: inventory.Of(map[string]string(nil))},
					Logs:     j.logs(call), StorageID: j.storage(call), Sinks: j.sinks(call),
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
		id, ok := d.StorageID.Peek()
		if !ok {
			return Storage{}, lacking("ARM microsoft.insights/diagnosticsettings", "storageAccountId")
		}
		if id == "" {
			return Storage{}, nil
		}
		account, err := azure.Get[struct {
			Properties struct {
				PublicAccess *bool `json:"allowBlobPublicAccess"`
				Encryption   struct {
					KeySource *string `json:"keySource"`
				} `json:"encryption"`
			} `json:"properties"`
		}](ctx, s, id+"?api-version=2024-01-01")
		if azure.Code(err, "ResourceNotFound", "ResourceGroupNotFound") { // of a subscription that is out of sight it is not known
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
		}](ctx, s, id+"/blobServices/default/containers/insights-activity-logs?api-version=2024-01-01")
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
