package serviceusage

import (
	"testing"

	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func TestEnabled(t *testing.T) {
	service := func(project, name, data string) string {
		return `{"name":"//serviceusage.googleapis.com/projects/` + project + `/services/` + name + `","assetType":"serviceusage.googleapis.com/Service",
			"ancestors":["projects/` + project + `","` + gcptest.Parent + `"],"resource":{"location":"global","data":{` + data + `}}}`
	}
	inv := gcptest.Collect(t, `{"assets":[`+service(gcptest.Number, CloudAsset, `"state":"ENABLED"`)+`,`+service(gcptest.Number, ContainerAnalysis, `"state":"DISABLED"`)+`,`+
		service(gcptest.Number, ContainerScanning, ``)+`,`+service(gcptest.Number, ArtifactRegistry, `"state":"STATE_UNSPECIFIED"`)+`,`+service("9", GenerativeLanguage, `"state":"ENABLED"`)+`]}`, Services)
	for name, want := range map[string]bool{CloudAsset: true, ContainerAnalysis: false, GenerativeLanguage: false} {
		if got, ok := Enabled(inv, name).Peek(); !ok || got != want {
			t.Errorf("%s: %v, %v", name, got, ok)
		}
	}
	for _, name := range []string{ContainerScanning, ArtifactRegistry} {
		if _, ok := Enabled(inv, name).Peek(); ok {
			t.Errorf("whether %s is enabled is known", name)
		}
	}
	inv = gcptest.Collect(t, `{"refused":{"https://cloudasset.googleapis.com/v1/`+gcptest.Parent+`/assets":"403 IAM_PERMISSION_DENIED"}}`, Services)
	if g, hidden := Enabled(inv, GenerativeLanguage).Gap(); !hidden || g.Reason != inventory.Denied {
		t.Errorf("%+v", g)
	}
}
