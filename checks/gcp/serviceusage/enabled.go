package serviceusage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/serviceusage"
	"demarc/providers/inventory"
)

var needs = []inventory.Source{iam.Projects, serviceusage.Services}

// enableFix is the fix of a check that asks for a service.
func enableFix(service string) checks.Fix {
	return checks.Fix{
		Console:   "APIs & Services > Library > " + service + " > Enable.",
		CLI:       "gcloud services enable " + service + " --project=<project>",
		Terraform: "resource \"google_project_service\" \"example\" {\n  project = \"<project>\"\n  service = \"" + service + "\"\n}",
	}
}

// require reports that a service is not enabled.
func require(p *checks.Probe, service, lacks string) {
	if on, ok := serviceusage.Enabled(p.Inv, service).Get(p); ok && !on {
		p.Evidence("service", service)
		p.Evidence("enabled", false)
		p.Absentf("%s is not enabled: %s", service, lacks)
	}
}

// forImages makes a Run for projects that can hold container images.
func forImages(service, lacks string) checks.Run {
	return checks.Each(iam.Projects, func(p *checks.Probe, _ *iam.Project) {
		holds, ok := inventory.Or(serviceusage.Enabled(p.Inv, serviceusage.ArtifactRegistry), serviceusage.Enabled(p.Inv, serviceusage.ContainerRegistry)).Get(p)
		if ok && !holds {
			p.Skipf("neither Artifact Registry nor Container Registry is enabled: the project has no images")
			return
		}
		require(p, service, lacks)
	})
}

// CloudAsset asks for the history of what is in the project.
var CloudAsset = &checks.Check{
	ID:       "gcp-serviceusage-cloud-asset-enabled",
	Title:    "The Cloud Asset API is enabled",
	Why:      "It keeps what resources and policies were for five weeks: after an incident, what was changed can be told.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix:      enableFix(serviceusage.CloudAsset),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.14"}},
	Aliases:  []string{"prowler:iam_cloud_asset_inventory_enabled"},
	Link:     "https://cloud.google.com/asset-inventory/docs/overview",
	Needs:    needs,
	Run: checks.Each(iam.Projects, func(p *checks.Probe, _ *iam.Project) {
		require(p, serviceusage.CloudAsset, "nobody can ask the project for its own history")
	}),
}

// ContainerAnalysis asks for findings about images to be kept.
var ContainerAnalysis = &checks.Check{
	ID:       "gcp-serviceusage-container-analysis-enabled",
	Title:    "Artifact Analysis is enabled where there are images",
	Why:      "Without it nothing is kept of what scans, builds and attestations say about an image.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix:      enableFix(serviceusage.ContainerAnalysis),
	Aliases:  []string{"prowler:artifacts_container_analysis_enabled"},
	Link:     "https://cloud.google.com/artifact-analysis/docs/artifact-analysis",
	Needs:    needs,
	Run:      forImages(serviceusage.ContainerAnalysis, "nothing is kept about images"),
}

// ContainerScanning asks that images be scanned when they are pushed.
var ContainerScanning = &checks.Check{
	ID:       "gcp-serviceusage-container-scanning-enabled",
	Title:    "Container images are scanned for vulnerabilities",
	Why:      "Libraries in images age: without scans nobody learns that what runs has a known hole.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix:      enableFix(serviceusage.ContainerScanning),
	Aliases:  []string{"prowler:gcr_container_scanning_enabled"},
	Link:     "https://cloud.google.com/artifact-analysis/docs/enable-automatic-scanning",
	Needs:    needs,
	Run:      forImages(serviceusage.ContainerScanning, "images are not scanned when they are pushed"),
}

// GeminiDisabled asks that the Gemini API be off where nobody decided for it.
var GeminiDisabled = &checks.Check{
	ID:       "gcp-serviceusage-gemini-disabled",
	Title:    "The Gemini API is off",
	Why:      "Once it is on, every API key without restrictions, those in web pages too, is a credential for it: strangers run up costs, and may reach files that were given to it. Vertex AI serves the same models with IAM.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "APIs & Services > Enabled APIs & services > Generative Language API > Disable API.",
		CLI:       "gcloud services disable " + serviceusage.GenerativeLanguage + " --project=<project>",
		Terraform: "resource \"google_project_service\" \"example\" {\n  project = \"<project>\"\n  service = \"aiplatform.googleapis.com\"\n}",
	},
	Aliases: []string{"prowler:gemini_api_disabled"},
	Link:    "https://cloud.google.com/docs/authentication/api-keys-best-practices",
	Needs:   needs,
	Run: checks.Each(iam.Projects, func(p *checks.Probe, _ *iam.Project) {
		if on, ok := serviceusage.Enabled(p.Inv, serviceusage.GenerativeLanguage).Get(p); ok && on {
			p.Evidence("service", serviceusage.GenerativeLanguage)
			p.Evidence("enabled", true)
			p.Failf("%s is enabled", serviceusage.GenerativeLanguage)
		}
	}),
}
