package orgpolicy

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

const (
	inProject = `"projects/` + gcptest.Number + `","folders/20","organizations/1"`
	asset     = `{"name":"//cloudresourcemanager.googleapis.com/projects/` + gcptest.Number + `","assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":[` + inProject + `],"resource":{"data":{}}}`
	effectly  = "https://orgpolicy.googleapis.com/v2/projects/" + gcptest.Number + "/policies/"
)

// set is the organization policies of one place, as Cloud Asset Inventory has them.
func set(place, above string, policies ...string) string {
	return fmt.Sprintf(`{"name":"//cloudresourcemanager.googleapis.com/%s","assetType":"cloudresourcemanager.googleapis.com/Folder","ancestors":[%s],"orgPolicy":[%s]}`, place, above, strings.Join(policies, ","))
}

func boolean(constraint string, enforced bool) string {
	if !enforced {
		return `{"constraint":"constraints/` + constraint + `","booleanPolicy":{}}`
	}
	return `{"constraint":"constraints/` + constraint + `","booleanPolicy":{"enforced":true}}`
}

// effectives are the answers of the Organization Policy API: not enforced but
// for on.
func effectives(on ...string) string {
	var all []string
	say := func(c string) {
		enforce := fmt.Sprint(strings.Contains(strings.Join(on, " ")+" ", c+" "))
		all = append(all, `"`+effectly+c+`:getEffectivePolicy":{"name":"projects/1/policies/`+c+`","spec":{"rules":[{"enforce":`+enforce+`}]}}`)
	}
	for _, c := range Constraints {
		say(c)
		if twins[c] != "" {
			say(twins[c])
		}
	}
	return strings.Join(all, ",")
}

func collect(t *testing.T, root, text string) (*inventory.Inventory, map[string]int) {
	t.Helper()
	d := &gcpfake.Double{}
	if err := d.Load([]byte(text)); err != nil {
		t.Fatal(err)
	}
	r := gcp.NewRoot(root, "test", d, gcp.Settings{MaxAttempts: 1, RetryDelay: time.Microsecond})
	up := inventory.Scope{Level: inventory.AtOrganization, Provider: "gcp", Account: root, Session: &gcp.Session{Root: r}}.Root()
	inv := inventory.Collect(t.Context(), inventory.Target{Provider: "gcp", Account: gcptest.Number, Scopes: []inventory.Scope{{
		Level: inventory.AtAccount, Provider: "gcp", Account: gcptest.Number, Up: up, Session: &gcp.Session{Root: r, Number: gcptest.Number, ProjectID: gcptest.ProjectID},
	}}}, []inventory.Source{Projects}, inventory.Options{Classify: gcp.Classify})
	return inv, d.Calls()
}

// From the organization down, the listing says what holds.
func TestNearest(t *testing.T) {
	const folder, organization = `"folders/20","organizations/1"`, `"organizations/1"`
	for name, tc := range map[string]struct {
		policies string
		asked    string // what is enforced by the Organization Policy API's word
		want     map[string]bool
	}{
		"nothing is set": {want: map[string]bool{UniformAccess: false, RequireOSLogin: false}},
		"on the organization": {policies: set("organizations/1", organization, boolean(UniformAccess, true), boolean(RequireOSLogin, true)),
			want: map[string]bool{UniformAccess: true, RequireOSLogin: true, NoSerialPort: false}},
		"the folder takes it back": {policies: set("organizations/1", organization, boolean(UniformAccess, true)) + "," + set("folders/20", folder, boolean(UniformAccess, false)),
			want: map[string]bool{UniformAccess: false}},
		"another folder's": {policies: set("folders/30", `"folders/30","organizations/1"`, boolean(UniformAccess, true)), want: map[string]bool{UniformAccess: false}},
		"the project over all": {policies: set("organizations/1", organization, boolean(UniformAccess, false)) + "," + set("folders/20", folder, boolean(UniformAccess, false)) + "," +
			set("projects/"+gcptest.Number, inProject, boolean(UniformAccess, true)), want: map[string]bool{UniformAccess: true}},
		"the default again": {policies: set("organizations/1", organization, boolean(UniformAccess, true)) + "," + set("folders/20", folder, `{"constraint":"constraints/`+UniformAccess+`","restoreDefault":{}}`),
			want: map[string]bool{UniformAccess: false}},
		"another project's": {policies: set("projects/9", `"projects/9","organizations/1"`, boolean(UniformAccess, true)), want: map[string]bool{UniformAccess: false}},
		"the managed twin":  {asked: twins[RequireOSLogin] + " ", want: map[string]bool{RequireOSLogin: true, NoSerialPort: false}},
	} {
		t.Run(name, func(t *testing.T) {
			inv, _ := collect(t, "organizations/1", `{"assets":[`+asset+`],"orgPolicies":[`+tc.policies+`],"get":{`+effectives(tc.asked)+`}}`)
			for c, want := range tc.want {
				if got, ok := Enforced(inv, c).Peek(); !ok || got != want {
					t.Errorf("%s: %v, %v; want %v", c, got, ok, want)
				}
			}
		})
	}
}

// What is neither of the forms, or refused, is not known; the rest is.
func TestHidden(t *testing.T) {
	odd := set("organizations/1", `"organizations/1"`, `{"constraint":"constraints/`+UniformAccess+`"}`, boolean(PublicAccessPrevention, true))
	inv, calls := collect(t, "organizations/1", `{"assets":[`+asset+`],"orgPolicies":[`+odd+`],"refused":{"`+effectly+twins[NoServiceAccountKeys]+`:getEffectivePolicy":"403 SERVICE_DISABLED"}}`)
	if on, ok := Enforced(inv, PublicAccessPrevention).Peek(); !ok || !on {
		t.Error("what is enforced is not known")
	}
	for _, c := range []string{UniformAccess, NoServiceAccountKeys, RequireOSLogin} {
		if _, ok := Enforced(inv, c).Peek(); ok {
			t.Errorf("%s is known", c)
		}
	}
	if g, _ := Enforced(inv, RequireOSLogin).Gap(); g.Reason != inventory.Disabled || g.Where == "" || g.Action != askAction {
		t.Errorf("%+v", g)
	}
	if calls[askCall] != 1 {
		t.Errorf("asked %d times after a refusal", calls[askCall])
	}
	if on, ok := Enforced(inv, NoPublicSQL).Peek(); !ok || on {
		t.Error("what is not set is not known")
	}
	inv, _ = collect(t, "organizations/1", `{"assets":[`+asset+`],"refused":{"https://cloudasset.googleapis.com/v1/organizations/1/assets":"403 IAM_PERMISSION_DENIED"}}`)
	if g, hidden := Enforced(inv, UniformAccess).Gap(); !hidden || g.Reason != inventory.Denied {
		t.Errorf("%+v", g)
	}
}

// From a project, or a folder, each constraint is asked for.
func TestEffective(t *testing.T) {
	manager := "https://cloudresourcemanager.googleapis.com/v3/"
	up := `"` + manager + `projects/` + gcptest.ProjectID + `":{"parent":"organizations/1"}`
	inv, _ := collect(t, "projects/"+gcptest.ProjectID, `{"get":{`+up+`,`+effectives(UniformAccess, twins[NoSerialPort], "")+`}}`)
	for c, want := range map[string]bool{UniformAccess: true, NoSerialPort: true, RequireOSLogin: false} {
		if got, ok := Enforced(inv, c).Peek(); !ok || got != want {
			t.Errorf("%s: %v, %v; want %v", c, got, ok, want)
		}
	}
	// One that is answered without a rule, and one that fails, hide no other.
	inv, _ = collect(t, "projects/"+gcptest.ProjectID, `{"get":{`+up+`,`+effectives(PublicAccessPrevention, "")+`,"`+effectly+UniformAccess+`:getEffectivePolicy":{"spec":{}}},"refused":{"`+effectly+NoPublicSQL+`:getEffectivePolicy":"503 UNAVAILABLE"}}`)
	if on, ok := Enforced(inv, PublicAccessPrevention).Peek(); !ok || !on {
		t.Error("what is enforced is not known")
	}
	for _, c := range []string{UniformAccess, NoPublicSQL} {
		if _, ok := Enforced(inv, c).Peek(); ok {
			t.Errorf("%s is known", c)
		}
	}
	// A project of no organization has no policies; one whose organization
	// cannot be told may have some.
	inv, calls := collect(t, "projects/"+gcptest.ProjectID, `{"get":{"`+manager+`projects/`+gcptest.ProjectID+`":{"projectId":"p"}}}`)
	if on, ok := Enforced(inv, RequireOSLogin).Peek(); !ok || on || calls[askCall] > 0 {
		t.Errorf("%v %v %v", on, ok, calls)
	}
	inv, _ = collect(t, "projects/"+gcptest.ProjectID, `{"refused":{"`+manager+`projects/`+gcptest.ProjectID+`":"403 IAM_PERMISSION_DENIED"}}`)
	if _, ok := Enforced(inv, RequireOSLogin).Peek(); ok {
		t.Error("what is above the project is hidden, and yet known")
	}
}
