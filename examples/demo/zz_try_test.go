package demo

import (
	"fmt"
	"slices"
	"testing"
	"time"
	"context"
	"demarc/checks"
	"demarc/checks/azure/authorization"
	"demarc/checks/azure/defender"
	"demarc/checks/azure/entra"
	"demarc/checks/azure/monitor"
	"demarc/providers/azure"
	"demarc/providers/inventory"
)

func TestTry(t *testing.T) {
	az, err := AzureOver(context.Background(), Azure(), azure.Settings{})
	if err != nil { t.Fatal(err) }
	accounts, err := az.Accounts(context.Background())
	if err != nil { t.Fatal(err) }
	all := slices.Concat(authorization.All, defender.All, entra.All, monitor.All)
	var needs []inventory.Source
	for _, c := range all { needs = append(needs, c.Needs...) }
	for _, w := range inventory.Misfiled(needs) { t.Error(w) }
	for _, a := range accounts {
		inv := inventory.Collect(context.Background(), a.Target, needs, inventory.Options{Now: time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC), Classify: azure.Classify,
			Log: func(source string, s inventory.Scope, err error) { t.Logf("%s in %s: %v", source, s, err) }})
		for _, c := range all {
			counts := map[checks.Verdict]int{}
			msg := ""
			checks.Evaluate(c, inv, nil, func(r checks.Result) { counts[r.Verdict]++; if r.Verdict == checks.Unknown || r.Verdict == checks.Error || (r.Verdict == checks.Fail && msg=="") { msg = r.Message } })
			if len(counts) > 0 { fmt.Println(a.AccountName, c.ID, counts, msg) }
		}
	}
	if len(accounts) > 0 { fmt.Println(accounts[0].Calls()) }
}
