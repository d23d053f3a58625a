package serviceusage

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/serviceusage"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// have is a project with services in a state.
func have(state inventory.Known[string], names ...string) *inventory.Inventory {
	var rows []*serviceusage.Service
	for _, n := range names {
		rows = append(rows, &serviceusage.Service{Resource: inventory.Resource{ID: n}, State: state})
	}
	return inventory.Fixture(inventory.Rows(iam.Projects, &iam.Project{Resource: inventory.Resource{ID: "1"}}), inventory.Rows(serviceusage.Services, rows...))
}

var (
	on, off = inventory.Of("ENABLED"), inventory.Of("DISABLED")
	dark    = inventory.Missing[string](checktest.Dark)
)

func TestEnabled(t *testing.T) {
	pass, fail, unknown, skip := []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Unknown}, []checks.Verdict{checks.NotApplicable}
	unlisted := inventory.Fixture(inventory.Rows(iam.Projects, &iam.Project{Resource: inventory.Resource{ID: "1"}}), inventory.Unlisted(serviceusage.Services, "", checktest.Dark))
	checktest.Run(t, CloudAsset, []checktest.Case{
		{Name: "on", Have: have(on, serviceusage.CloudAsset), Want: pass},
		{Name: "never enabled", Have: have(on, serviceusage.ArtifactRegistry), Want: fail},
		{Name: "disabled", Have: have(off, serviceusage.CloudAsset), Want: fail},
		{Name: "hidden", Have: have(dark, serviceusage.CloudAsset), Want: unknown},
		{Name: "unlisted", Have: unlisted, Want: unknown},
	})
	for service, c := range map[string]*checks.Check{serviceusage.ContainerAnalysis: ContainerAnalysis, serviceusage.ContainerScanning: ContainerScanning} {
		checktest.Run(t, c, []checktest.Case{
			{Name: "on", Have: have(on, service, serviceusage.ArtifactRegistry), Want: pass},
			{Name: "off", Have: have(on, serviceusage.ArtifactRegistry), Want: fail},
			{Name: "off, with the old registry", Have: have(on, serviceusage.ContainerRegistry), Want: fail},
			{Name: "no registry", Have: have(on, serviceusage.CloudAsset), Want: skip},
			{Name: "hidden", Have: have(dark, service, serviceusage.ArtifactRegistry), Want: unknown},
		})
	}
	checktest.Run(t, GeminiDisabled, []checktest.Case{
		{Name: "never enabled", Have: have(on, serviceusage.CloudAsset), Want: pass},
		{Name: "disabled", Have: have(off, serviceusage.GenerativeLanguage), Want: pass},
		{Name: "on", Have: have(on, serviceusage.GenerativeLanguage), Want: fail},
		{Name: "hidden", Have: have(dark, serviceusage.GenerativeLanguage), Want: unknown},
	})
}
