package essentialcontacts

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func contact(on, id, above, data string) string {
	return `{"name":"//essentialcontacts.googleapis.com/` + on + `/contacts/` + id + `","assetType":"essentialcontacts.googleapis.com/Contact","ancestors":[` + above + `],"resource":{"location":"global","data":{` + data + `}}}`
}

func TestContacts(t *testing.T) {
	const organization = `"` + gcptest.Parent + `"`
	inv := gcptest.Collect(t, `{"assets":[`+
		contact(gcptest.Parent, "1", organization, `"email":"security@example.com","notificationCategorySubscriptions":["SECURITY","LEGAL"],"validationState":"VALID"`)+`,`+
		contact(gcptest.Parent, "2", organization, `"email":"left@example.com","notificationCategorySubscriptions":["ALL"],"validationState":"INVALID"`)+`,`+
		contact(gcptest.Parent, "3", organization, `"email":"x@example.com"`)+`,`+
		contact("folders/5", "4", `"folders/5",`+organization, `"notificationCategorySubscriptions":["ALL"]`)+`,`+
		contact("projects/"+gcptest.Number, "5", `"projects/`+gcptest.Number+`",`+organization, `"notificationCategorySubscriptions":["ALL"]`)+`]}`, Organizations, Contacts)
	var gaps inventory.Gaps
	var organizations []*Organization
	for o := range Organizations.All(inv, &gaps) {
		organizations = append(organizations, o)
	}
	rows := map[string]*Contact{}
	for c := range Contacts.All(inv, &gaps) {
		rows[c.ID] = c
	}
	if len(organizations) != 1 || len(rows) != 4 || len(gaps) != 0 {
		t.Fatalf("%v %v %v", organizations, rows, gaps)
	}
	for id, want := range map[string]bool{"1": true, "4": false} {
		if got := rows[id].Of(organizations[0]); got != want {
			t.Errorf("contact %s of the organization: %v", id, got)
		}
	}
	if bad, _ := rows["2"].Invalid.Peek(); !bad {
		t.Error("an invalid contact counts as valid")
	}
	if all, _ := rows["1"].Categories.Peek(); len(all) != 2 {
		t.Errorf("%v", all)
	}
	if _, ok := rows["3"].Categories.Peek(); ok {
		t.Error("categories that were not told are known")
	}
	if kept, _ := json.Marshal(rows["1"]); strings.Contains(string(kept), "@") {
		t.Errorf("an address is kept: %s", kept)
	}
}

// A scan of a project sees no organization.
func TestOfProject(t *testing.T) {
	root := gcp.NewRoot("projects/p", "", &gcpfake.Double{}, gcp.Settings{MaxAttempts: 1, RetryDelay: time.Microsecond})
	inv := inventory.Collect(t.Context(), inventory.Target{Provider: "gcp", Account: "projects/p", Scopes: []inventory.Scope{
		{Level: inventory.AtOrganization, Provider: "gcp", Account: "projects/p", Session: &gcp.Session{Root: root}},
	}}, []inventory.Source{Organizations}, inventory.Options{Classify: gcp.Classify})
	var gaps inventory.Gaps
	for o := range Organizations.All(inv, &gaps) {
		t.Errorf("%+v", o)
	}
}
