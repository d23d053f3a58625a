package iam

import (
	"testing"
	"time"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

const (
	ancestors  = `"ancestors":["projects/` + gcptest.Number + `","` + gcptest.Parent + `"]`
	inAccounts = `//iam.googleapis.com/projects/` + gcptest.ProjectID + `/serviceAccounts/`
	series1    = `https://monitoring.googleapis.com/v3/projects/` + gcptest.Number + `/timeSeries`
)

const accountAssets = `{"assets":[
	{"name":"` + inAccounts + `11","assetType":"iam.googleapis.com/ServiceAccount",` + ancestors + `,"resource":{"data":{"email":"used@p.iam.gserviceaccount.com","uniqueId":"11"}}},
	{"name":"` + inAccounts + `12","assetType":"iam.googleapis.com/ServiceAccount",` + ancestors + `,"resource":{"data":{"email":"idle@p.iam.gserviceaccount.com","uniqueId":"12","disabled":true}}},
	{"name":"` + inAccounts + `11/keys/aa","assetType":"iam.googleapis.com/ServiceAccountKey",` + ancestors + `,"resource":{"data":{"name":"projects/p/serviceAccounts/used@p.iam.gserviceaccount.com/keys/aa",
		"keyType":"USER_MANAGED","keyOrigin":"GOOGLE_PROVIDED","validAfterTime":"2026-01-02T03:04:05Z","validBeforeTime":"9999-12-31T23:59:59Z"}}},
	{"name":"` + inAccounts + `11/keys/bb","assetType":"iam.googleapis.com/ServiceAccountKey",` + ancestors + `,"resource":{"data":{"keyType":"SYSTEM_MANAGED","validAfterTime":"2026-01-02T03:04:05Z"}}},
	{"name":"` + inAccounts + `12/keys/cc","assetType":"iam.googleapis.com/ServiceAccountKey",` + ancestors + `,"resource":{"data":{"disabled":true}}}],
	"get":{"` + series1 + `":{"timeSeries":[
	{"metric":{"type":"iam.googleapis.com/service_account/authn_events_count"},"resource":{"type":"iam_service_account","labels":{"unique_id":"11"}},
		"points":[{"interval":{"endTime":"2026-11-20T00:00:00Z"},"value":{"int64Value":"0"}},{"interval":{"endTime":"2026-11-10T00:00:00Z"},"value":{"int64Value":"3"}},{"interval":{"endTime":"2026-11-09T00:00:00Z"},"value":{"int64Value":"1"}}]},
	{"metric":{"type":"iam.googleapis.com/service_account/authn_events_count"},"resource":{"type":"iam_service_account","labels":{"unique_id":"99"}},"points":[]},
	{"metric":{"type":"iam.googleapis.com/service_account/key/authn_events_count","labels":{"key_id":"aa"}},"resource":{"type":"iam_service_account","labels":{"unique_id":"11"}},
		"points":[{"interval":{"endTime":"2026-11-08T00:00:00Z"},"value":{"int64Value":"2"}}]}]}}}`

func TestServiceAccounts(t *testing.T) {
	inv := gcptest.Collect(t, accountAssets, ServiceAccounts, AccountUse, Keys, KeyUse)
	var gaps inventory.Gaps
	accounts, keys := map[string]*ServiceAccount{}, map[string]*Key{}
	for a := range ServiceAccounts.Own(inv, &gaps) {
		accounts[a.ID] = a
	}
	for k := range Keys.Own(inv, &gaps) {
		keys[k.ID] = k
	}
	if len(accounts) != 2 || len(keys) != 2 || len(gaps) != 0 {
		t.Fatalf("%v %v %v", accounts, keys, gaps)
	}
	used, idle := accounts["used@p.iam.gserviceaccount.com"], accounts["idle@p.iam.gserviceaccount.com"]
	if at, _ := used.LastUsed.Peek(); !at.Equal(time.Date(2026, 11, 10, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("used at %s", at)
	}
	if at, ok := idle.LastUsed.Peek(); !ok || !at.IsZero() {
		t.Errorf("idle used at %s", at)
	}
	if off, _ := idle.Disabled.Peek(); !off {
		t.Error("idle is not disabled")
	}
	if off, ok := used.Disabled.Peek(); !ok || off {
		t.Error("used is disabled")
	}
	if at, _ := keys["aa"].LastUsed.Peek(); at.Day() != 8 {
		t.Errorf("the key was used at %s", at)
	}
	if from, _ := keys["aa"].ValidFrom.Peek(); from.Year() != 2026 {
		t.Errorf("%+v", keys["aa"])
	}
	if _, known := keys["cc"].ValidFrom.Peek(); known {
		t.Error("what the answer lacks counts as known")
	}
	for by, want := range map[string]string{"used@p.iam.gserviceaccount.com": "aa", used.UniqueID(): "aa", idle.UniqueID(): "cc"} {
		if got := KeysOf.Get(inv, &gaps, "", by); len(got) != 1 || got[0].ID != want {
			t.Errorf("keys of %s: %v", by, got)
		}
	}
}

// Refused, or told in part, Monitoring makes nobody idle.
func TestUseHidden(t *testing.T) {
	for name, more := range map[string]string{
		"refused": `{"refused":{"` + series1 + `":"403 SERVICE_DISABLED"}}`,
		"in part": `{"get":{"` + series1 + `":{"timeSeries":[],"executionErrors":[{"code":14}]}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			d := &gcpfake.Double{}
			for _, text := range []string{accountAssets, more} {
				if err := d.Load([]byte(text)); err != nil {
					t.Fatal(err)
				}
			}
			inv := gcptest.Over(t, d, ServiceAccounts, AccountUse, Keys, KeyUse)
			var gaps inventory.Gaps
			for a := range ServiceAccounts.Own(inv, &gaps) {
				if _, ok := a.LastUsed.Get(&gaps); ok {
					t.Errorf("the use of %s is known", a.ID)
				}
			}
			for k := range Keys.Own(inv, &gaps) {
				if _, ok := k.LastUsed.Get(&gaps); ok {
					t.Errorf("the use of %s is known", k.ID)
				}
			}
			if len(gaps) == 0 || gaps[0].Action != "monitoring.timeSeries.list" {
				t.Errorf("%v", gaps)
			}
		})
	}
}

func TestProviders(t *testing.T) {
	const pool = `//iam.googleapis.com/projects/` + gcptest.Number + `/locations/global/workloadIdentityPools/ci/providers/`
	asset := func(id, data string) string {
		return `{"name":"` + pool + id + `","assetType":"iam.googleapis.com/WorkloadIdentityPoolProvider",` + ancestors + `,"resource":{"data":{` + data + `}}}`
	}
	inv := gcptest.Collect(t, `{"assets":[`+
		asset("github", `"state":"ACTIVE","oidc":{"issuerUri":"https://token.actions.githubusercontent.com"},"attributeCondition":"assertion.repository_owner == 'larkspur'"`)+`,`+
		asset("open", `"state":"ACTIVE","oidc":{"issuerUri":"https://token.actions.githubusercontent.com"},"attributeCondition":" true "`)+`,`+
		asset("aws", `"state":"DELETED","disabled":true,"aws":{"accountId":"111122223333"}`)+`,`+
		asset("odd", `"newkind":{}`)+`]}`, Providers)
	var gaps inventory.Gaps
	rows := map[string]*Provider{}
	for p := range Providers.Own(inv, &gaps) {
		rows[p.ID] = p
	}
	if len(rows) != 4 || len(gaps) != 0 {
		t.Fatalf("%v %v", rows, gaps)
	}
	for id, want := range map[string]bool{"github": true, "open": false, "aws": false} {
		if got, ok := rows[id].Conditioned.Peek(); !ok || got != want {
			t.Errorf("%s: %v", id, got)
		}
	}
	if kind, _ := rows["aws"].Kind.Peek(); kind != "aws" {
		t.Error(kind)
	}
	if issuer, _ := rows["github"].Issuer.Peek(); issuer == "" {
		t.Error("no issuer")
	}
	if _, known := rows["odd"].Kind.Peek(); known {
		t.Error("a kind of provider that nobody knows counts as known")
	}
	if _, known := rows["odd"].State.Peek(); known {
		t.Error("a state that was not told counts as known")
	}
}

func TestPools(t *testing.T) {
	const place = `//iam.googleapis.com/projects/` + gcptest.Number + `/locations/global/workloadIdentityPools/`
	asset := func(id, data string) string {
		return `{"name":"` + place + id + `","assetType":"iam.googleapis.com/WorkloadIdentityPool",` + ancestors + `,"resource":{"data":{` + data + `}}}`
	}
	inv := gcptest.Collect(t, `{"assets":[`+asset("ci", `"state":"ACTIVE","disabled":true`)+`,`+asset("old", `"state":"DELETED"`)+`,`+asset("bare", ``)+`]}`, Pools)
	var gaps inventory.Gaps
	of := func(id string) *Pool {
		p, _ := Pools.ByID(inv, "", (&Provider{Resource: inventory.Resource{Full: place + id + "/providers/github"}}).Pool()).Get(&gaps)
		if p == nil {
			t.Fatalf("no pool %s, %v", id, gaps)
		}
		return p
	}
	if off, known := of("ci").Disabled.Peek(); !off || !known {
		t.Error("a disabled pool is not told")
	}
	if state, _ := of("old").State.Peek(); state != "DELETED" {
		t.Error(state)
	}
	if off, known := of("old").Disabled.Peek(); off || !known {
		t.Error("a pool that is not disabled counts as one, or as unknown")
	}
	if _, known := of("bare").State.Peek(); known {
		t.Error("a state that was not told counts as known")
	}
}
