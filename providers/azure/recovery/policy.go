package recovery

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Policy says when copies are made and how long they are kept.
type Policy struct {
	inventory.Resource
	Items inventory.Known[int] // how many things are backed up by it
	Days  inventory.Known[int] // how long the copies that are kept longest are kept
}

type duration struct {
	Count *int   `json:"count"`
	Unit  string `json:"durationType"` // "Days", "Weeks", "Months", "Years"
}

type schedule struct {
	Duration *duration `json:"retentionDuration"`
}

// retention is a SimpleRetentionPolicy, which has one duration, or a
// LongTermRetentionPolicy, which has one for each schedule.
type retention struct {
	schedule
	Daily   *schedule `json:"dailySchedule"`
	Weekly  *schedule `json:"weeklySchedule"`
	Monthly *schedule `json:"monthlySchedule"`
	Yearly  *schedule `json:"yearlySchedule"`
}

type policyJSON struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Properties struct {
		Items     *int       `json:"protectedItemsCount"`
		Retention *retention `json:"retentionPolicy"` // of machines, of file shares, of agents
		Parts     []struct { // of databases: the full copies, the differential ones, the logs
			Retention *retention `json:"retentionPolicy"`
		} `json:"subProtectionPolicy"`
		Vault struct { // of file shares that are copied into the vault
			Retention *retention `json:"vaultRetention"`
		} `json:"vaultRetentionPolicy"`
	} `json:"properties"`
}

const asked = "ARM microsoft.recoveryservices/vaults/backuppolicies"

// Policies lists the backup policies of Recovery Services vaults.
var Policies = &inventory.Type[Policy]{
	Kind: "azure.recovery.Policy", Level: inventory.AtAccount, Model: inventory.PaaS,
	Actions: []string{"Microsoft.RecoveryServices/Vaults/backupPolicies/read"},
	Under: inventory.Under(Vaults, func(ctx context.Context, s inventory.Scope, v *Vault) iter.Seq2[*Policy, error] {
		return func(yield func(*Policy, error) bool) {
			all, err := azure.GetAll[policyJSON](ctx, s, v.Full+"/backupPolicies"+version)
			for _, j := range all {
				row := &Policy{
					Resource: inventory.Resource{
						ID: v.ID + "/" + j.Name, Full: strings.ToLower(j.ID), Name: j.Name, Account: v.Account, Region: v.Region,
						Tags: inventory.Of(map[string]string(nil)), // policies have none
					},
					Items: inventory.FromPtr(j.Properties.Items, inventory.Unanswered[int](asked, "protectedItemsCount")),
					Days:  j.days(),
				}
				if !yield(row, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, azure.Gone(err))
			}
		}
	}),
}

// days is the longest of all the durations of a policy.
func (j policyJSON) days() inventory.Known[int] {
	unknown := inventory.Unanswered[int](asked, "retentionDuration")
	parts := []*retention{j.Properties.Retention, j.Properties.Vault.Retention}
	for _, p := range j.Properties.Parts {
		parts = append(parts, p.Retention)
	}
	longest, found := 0, false
	for _, r := range parts {
		if r == nil {
			continue
		}
		for _, s := range []*schedule{&r.schedule, r.Daily, r.Weekly, r.Monthly, r.Yearly} {
			if s == nil || s.Duration == nil {
				continue
			}
			length := map[string]int{"days": 1, "weeks": 7, "months": 30, "years": 365}[strings.ToLower(s.Duration.Unit)]
			if length == 0 || s.Duration.Count == nil {
				return unknown
			}
			longest, found = max(longest, *s.Duration.Count*length), true
		}
	}
	if !found {
		return unknown
	}
	return inventory.Of(longest)
}
