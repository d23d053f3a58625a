package apikeys

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func TestKeys(t *testing.T) {
	asset := func(id, data string) string {
		return `{"name":"//apikeys.googleapis.com/projects/` + gcptest.Number + `/locations/global/keys/` + id + `","assetType":"apikeys.googleapis.com/Key",
			"ancestors":["projects/` + gcptest.Number + `","` + gcptest.Parent + `"],"resource":{"location":"global","data":{` + data + `}}}`
	}
	inv := gcptest.Collect(t, `{"assets":[`+
		asset("web", `"displayName":"Maps","createTime":"2026-10-01T00:00:00Z","keyString":"AIza-not-to-be-kept","restrictions":{"apiTargets":[{"service":"maps-backend.googleapis.com","methods":["Get*"]}],"browserKeyRestrictions":{"allowedReferrers":["https://larkspur.example/*"]}}`)+`,`+
		asset("server", `"restrictions":{"serverKeyRestrictions":{"allowedIps":["198.51.100.7"]}}`)+`,`+
		asset("app", `"restrictions":{"androidKeyRestrictions":{"allowedApplications":[{"packageName":"x","sha1Fingerprint":"y"}]},"iosKeyRestrictions":{"allowedBundleIds":["z"]}}`)+`,`+
		asset("gone", `"createTime":"2020-01-01T00:00:00Z","deleteTime":"2026-11-01T00:00:00Z"`)+`]}`, Keys)
	var gaps inventory.Gaps
	rows := map[string]*Key{}
	for k := range Keys.Own(inv, &gaps) {
		rows[k.ID] = k
	}
	if len(rows) != 4 || len(gaps) != 0 {
		t.Fatalf("%v %v", rows, gaps)
	}
	web := rows["web"]
	targets, _ := web.Targets.Peek()
	referrers, _ := web.Referrers.Peek()
	if web.Name != "Maps" || !slices.Equal(targets, []string{"maps-backend.googleapis.com"}) || !slices.Equal(referrers, []string{"https://larkspur.example/*"}) {
		t.Errorf("%+v", web)
	}
	if ips, _ := rows["server"].Addresses.Peek(); len(ips) != 1 {
		t.Errorf("%v", ips)
	}
	if n, _ := rows["app"].Apps.Peek(); n != 2 {
		t.Errorf("%d apps", n)
	}
	if gone, _ := rows["gone"].Deleted.Peek(); !gone {
		t.Error("a deleted key counts as one")
	}
	if _, ok := rows["server"].Created.Peek(); ok {
		t.Error("a time that was not told is known")
	}
	kept, err := json.Marshal(web)
	if err != nil || strings.Contains(string(kept), "not-to-be-kept") {
		t.Errorf("the key itself is kept: %s, %v", kept, err)
	}
}
