package compute

import (
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A ProtectedItem is something that Azure Backup keeps copies of.
type ProtectedItem struct {
	inventory.Resource
	Source inventory.Known[string] // full id of the virtual machine that is copied; "" for other things
	State  inventory.Known[string] // "Protected", "ProtectionStopped" and so on
	Policy inventory.Known[string] // full id
}

// A BackupPolicy says when copies are made and how long they are kept.
type BackupPolicy struct {
	inventory.Resource
	DailyDays inventory.Known[int] // how long the daily copies are kept; 0 where none are made
}

type retention struct {
	Count *int   `json:"count"`
	Unit  string `json:"durationType"` // "Days", "Weeks", "Months", "Years"
}

var (
	itemQuery   = azure.Resources("RecoveryServicesResources", "microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems")
	policyQuery = azure.Resources("RecoveryServicesResources", "microsoft.recoveryservices/vaults/backuppolicies")
)

// ProtectedItems lists what the recovery vaults of a subscription protect.
var ProtectedItems = &inventory.Type[ProtectedItem]{
	Kind: "azure.compute.ProtectedItem", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(itemQuery),
	List: azure.List(itemQuery, func(r inventory.Resource, _ azure.Row, p struct {
		Source   *string `json:"sourceResourceId"`
		Workload *string `json:"workloadType"` // "VM", "SQLDataBase", "AzureFileShare" and so on
		State    *string `json:"protectionState"`
		Policy   *string `json:"policyId"`
	}) *ProtectedItem {
		const asked = "Resource Graph microsoft.recoveryservices protecteditems"
		i := &ProtectedItem{
			Resource: r, State: inventory.FromPtr(p.State, inventory.Unanswered[string](asked, "protectionState")),
			Source: inventory.Map(inventory.FromPtr(p.Source, inventory.Unanswered[string](asked, "sourceResourceId")), strings.ToLower),
			Policy: inventory.Map(inventory.FromPtr(p.Policy, inventory.Unanswered[string](asked, "policyId")), strings.ToLower),
		}
		switch {
		case p.Workload == nil:
			i.Source = inventory.Unanswered[string](asked, "workloadType")
		case !strings.EqualFold(*p.Workload, "VM"): // a database in a machine has the machine as its source, and is not the machine
			i.Source = inventory.Of("")
		}
		return i
	}),
}

// ItemsOf finds protected items by the id of their source.
var ItemsOf = &inventory.Index[ProtectedItem]{
	Of: ProtectedItems,
	Keys: func(r inventory.Reader, i *ProtectedItem) []string {
		if id, ok := i.Source.Get(r); ok && id != "" {
			return []string{id}
		}
		return nil
	},
}

// BackupPolicies lists the backup policies of a subscription's recovery vaults.
var BackupPolicies = &inventory.Type[BackupPolicy]{
	Kind: "azure.compute.BackupPolicy", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(policyQuery),
	List: azure.List(policyQuery, func(r inventory.Resource, _ azure.Row, p struct {
		Retention *struct {
			Type   string     `json:"retentionPolicyType"`
			Simple *retention `json:"retentionDuration"`
			Daily  *struct {
				Duration *retention `json:"retentionDuration"`
			} `json:"dailySchedule"`
		} `json:"retentionPolicy"`
	}) *BackupPolicy {
		b := &BackupPolicy{r, inventory.Unanswered[int]("Resource Graph microsoft.recoveryservices/vaults/backuppolicies", "retentionPolicy")}
		switch q := p.Retention; {
		case q == nil:
		case q.Simple != nil:
			b.DailyDays = q.Simple.days(b.DailyDays)
		case q.Daily != nil:
			if q.Daily.Duration != nil {
				b.DailyDays = q.Daily.Duration.days(b.DailyDays)
			}
		case strings.EqualFold(q.Type, "LongTermRetentionPolicy"):
			b.DailyDays = inventory.Of(0) // a policy by the week
		}
		return b
	}),
}

func (r retention) days(unknown inventory.Known[int]) inventory.Known[int] {
	length := map[string]int{"days": 1, "weeks": 7, "months": 30, "years": 365}[strings.ToLower(r.Unit)]
	if r.Count == nil || length == 0 {
		return unknown
	}
	return inventory.Of(*r.Count * length)
}
