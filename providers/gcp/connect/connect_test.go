package connect

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/providers/inventory"
	"demarc/scanner"
)

const manager = "https://cloudresourcemanager.googleapis.com/v3/"

func accounts(t *testing.T, parent, data string) ([]scanner.Account, error) {
	t.Helper()
	d := &gcpfake.Double{}
	if err := d.Load([]byte(data)); err != nil {
		t.Fatal(err)
	}
	return Over(gcp.NewRoot(parent, "test", d, gcp.Settings{MaxAttempts: 1, RetryDelay: time.Microsecond})).Accounts(t.Context())
}

func names(all []scanner.Account) (out []string) {
	for _, a := range all {
		out = append(out, a.Account+" "+a.AccountName)
	}
	return out
}

// The projects of an organization come from Cloud Asset Inventory; those that
// are being deleted are left out, and said.
func TestOrganization(t *testing.T) {
	project := func(number, id, state string) string {
		return `{"name":"//cloudresourcemanager.googleapis.com/projects/` + number + `","assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":["projects/` + number + `","organizations/1"],"resource":{"data":{"projectId":"` + id + `","lifecycleState":"` + state + `"}}}`
	}
	all, err := accounts(t, "organizations/1", `{"assets":[`+project("12", "b", "ACTIVE")+`,`+project("11", "a", "ACTIVE")+`,`+project("13", "c", "DELETE_REQUESTED")+`]}`)
	if err != nil {
		t.Fatal(err)
	}
	if got := names(all); !slices.Equal(got, []string{"organizations/1 ", "11 a", "12 b"}) {
		t.Error(got)
	}
	if len(all[0].Left) != 1 || all[0].Left[0].Region != "c" || len(all[0].Unread) != 0 {
		t.Errorf("%+v", all[0])
	}
}

// Where the inventory is switched off, Cloud Resource Manager lists what the
// caller sees; what is elsewhere does not belong, and the Gap is told.
func TestInventorySwitchedOff(t *testing.T) {
	const off = `"refused":{"https://cloudasset.googleapis.com/v1/folders/5/assets":"403 SERVICE_DISABLED"}`
	all, err := accounts(t, "folders/5", `{`+off+`,"get":{
		"`+manager+`projects:search":{"projects":[
			{"name":"projects/11","projectId":"a","state":"ACTIVE","parent":"folders/6"},
			{"name":"projects/12","projectId":"b","state":"ACTIVE","parent":"folders/7"},
			{"name":"projects/13","projectId":"c","state":"ACTIVE"}]},
		"`+manager+`folders/6":{"parent":"folders/5"},
		"`+manager+`folders/7":{"parent":"organizations/1"}}}`)
	if err != nil {
		t.Fatal(err)
	}
	if got := names(all); !slices.Equal(got, []string{"folders/5 ", "11 a"}) {
		t.Error(got)
	}
	if u := all[0].Unread; len(u) != 1 || u[0].Reason != inventory.Disabled || u[0].Cause != "the API cloudasset.googleapis.com is switched off" {
		t.Errorf("%+v", u)
	}
	if _, err := accounts(t, "folders/5", `{`+off+`}`); err == nil || !strings.Contains(err.Error(), "folders/5") {
		t.Errorf("neither answers: %v", err)
	}
}

// A project by itself is asked for by its id, and known by its number.
func TestProject(t *testing.T) {
	all, err := accounts(t, "projects/my-project", `{"get":{"`+manager+`projects/my-project":{"name":"projects/42","projectId":"my-project","state":"ACTIVE","parent":"organizations/1"}}}`)
	if err != nil {
		t.Fatal(err)
	}
	if got := names(all); !slices.Equal(got, []string{"projects/my-project ", "42 my-project"}) {
		t.Error(got)
	}
	if len(all[0].Unread) != 0 {
		t.Errorf("%+v", all[0].Unread)
	}
	all, err = accounts(t, "projects/my-project", `{"refused":{"https://cloudasset.googleapis.com/v1/projects/my-project/assets":"403 SERVICE_DISABLED"},"get":{"`+manager+`projects/my-project":{"name":"projects/42","projectId":"my-project"}}}`)
	if err != nil || len(all) != 2 || len(all[0].Unread) != 1 || all[0].Unread[0].Reason != inventory.Disabled {
		t.Errorf("without an inventory: %+v, %v", all, err)
	}
	if _, err := accounts(t, "projects/none", `{}`); err == nil {
		t.Error("a project that is not there is no error")
	}
}

func TestParentOf(t *testing.T) {
	for _, tc := range []struct {
		s         Settings
		own, want string
	}{
		{Settings{Project: "p"}, "own", "projects/p"}, {Settings{}, "own", "projects/own"},
		{Settings{Folder: "folders/5"}, "", "folders/5"}, {Settings{Organization: "1"}, "", "organizations/1"},
	} {
		if got, err := parentOf(tc.s, tc.own); got != tc.want || err != nil {
			t.Errorf("%+v: %s, %v", tc.s, got, err)
		}
	}
	for _, s := range []Settings{{}, {Project: "p", Folder: "f"}} {
		if _, err := parentOf(s, ""); !errors.As(err, new(scanner.UsageError)) {
			t.Errorf("%+v: %v", s, err)
		}
	}
}
