package storage

import (
	"fmt"
	"testing"

	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

const in = `"title":"data","status":{"resources":["projects/` + gcptest.Number + `"],"restrictedServices":["storage.googleapis.com"]}`

func asPerimeter(data string) string {
	return `{"name":"//accesscontextmanager.googleapis.com/accessPolicies/9/servicePerimeters/p","assetType":"` + perimeterType + `","ancestors":["` + gcptest.Parent + `"],"resource":{"data":` + data + `}}`
}

func of(t *testing.T, inv *inventory.Inventory) string {
	t.Helper()
	var gaps inventory.Gaps
	p, ok := Projects.The(inv, "").Get(&gaps)
	if !ok {
		t.Fatal(gaps)
	}
	got, known := p.Perimeters.Peek()
	if !known {
		return "?"
	}
	return fmt.Sprint(got)
}

func TestPerimeters(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+asPerimeter(`{`+in+`}`)+`,`+asPerimeter(`{`+in+`,"perimeterType":"PERIMETER_TYPE_BRIDGE"}`)+`,`+
		asPerimeter(`{"title":"tried","spec":{"resources":["projects/`+gcptest.Number+`"]}}`)+`,`+asPerimeter(`{"title":"other","status":{"resources":["projects/9"]}}`)+`]}`, ProjectPerimeters)
	if got := of(t, inv); got != "[{data [storage.googleapis.com]}]" {
		t.Error(got)
	}
}

// What is above a scan of a project is asked of Access Context Manager.
func TestPerimetersAbove(t *testing.T) {
	const project, organization = "https://cloudresourcemanager.googleapis.com/v3/projects/" + gcptest.Number, `{"parent":"organizations/1"}`
	for name, tc := range map[string]struct{ data, want string }{
		"in one":          {`{"get":{"` + project + `":` + organization + `,"` + manager + `accessPolicies":{"accessPolicies":[{"name":"accessPolicies/8"},{"name":"accessPolicies/9"}]},"` + manager + `accessPolicies/8/servicePerimeters":{},"` + manager + `accessPolicies/9/servicePerimeters":{"servicePerimeters":[{` + in + `}]}}}`, "[{data [storage.googleapis.com]}]"},
		"refused":         {`{"get":{"` + project + `":` + organization + `},"refused":{"` + manager + `accessPolicies":"403 IAM_PERMISSION_DENIED"}}`, "?"},
		"refused below":   {`{"get":{"` + project + `":` + organization + `,"` + manager + `accessPolicies":{"accessPolicies":[{"name":"accessPolicies/8"}]}},"refused":{"` + manager + `accessPolicies/8/servicePerimeters":"403 IAM_PERMISSION_DENIED"}}`, "?"},
		"no organization": {`{"get":{"` + project + `":{}}}`, "[]"},
	} {
		d := &gcpfake.Double{}
		if err := d.Load([]byte(tc.data)); err != nil {
			t.Fatal(err)
		}
		root := gcp.NewRoot("projects/"+gcptest.Number, "test", d, gcp.Settings{MaxAttempts: 1})
		top := inventory.Scope{Level: inventory.AtOrganization, Provider: "gcp", Account: root.Parent, Session: &gcp.Session{Root: root}}.Root()
		inv := inventory.Collect(t.Context(), inventory.Target{Provider: "gcp", Account: gcptest.Number, Scopes: []inventory.Scope{
			{Level: inventory.AtAccount, Provider: "gcp", Account: gcptest.Number, Up: top, Session: &gcp.Session{Root: root, Number: gcptest.Number, ProjectID: gcptest.ProjectID}},
		}}, []inventory.Source{ProjectPerimeters}, inventory.Options{Classify: gcp.Classify})
		if got := of(t, inv); got != tc.want {
			t.Errorf("%s: %s, want %s", name, got, tc.want)
		}
	}
}
