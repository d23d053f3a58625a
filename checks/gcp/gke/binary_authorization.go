package gke

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// BinaryAuthorization asks that a policy decides which images run.
var BinaryAuthorization = &checks.Check{
	ID:       "gcp-gke-binary-authorization",
	Title:    "GKE clusters run images that Binary Authorization admits",
	Why:      "Without it whoever may deploy may run any image from anywhere, past every check of the pipeline.",
	Severity: checks.Low,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Security > Binary Authorization: Enable, with a policy that asks for attestations.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --binauthz-evaluation-mode=PROJECT_SINGLETON_POLICY_ENFORCE",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  binary_authorization {\n    evaluation_mode = \"PROJECT_SINGLETON_POLICY_ENFORCE\"\n  }\n}",
	},
	Link:  "https://cloud.google.com/binary-authorization/docs/overview",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		switch mode, ok := c.BinaryAuthz.Get(p); {
		case !ok || strings.HasSuffix(mode, "PROJECT_SINGLETON_POLICY_ENFORCE"):
		case mode == "DISABLED":
			p.Evidence("evaluationMode", mode)
			p.Failf("every image is admitted")
		case mode == "POLICY_BINDINGS":
			p.Evidence("evaluationMode", mode)
			p.Failf("images that break the policies are logged, and admitted")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the evaluation mode " + mode + " admits"})
		}
	}),
}
