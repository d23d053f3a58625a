package cloudfunctions

import (
	"demarc/checks"
	"demarc/providers/gcp/cloudfunctions"
	"demarc/providers/inventory"
)

// FunctionIngress asks that requests come by a load balancer or from the
// network.
var FunctionIngress = &checks.Check{
	ID:       "gcp-cloudfunctions-function-ingress",
	Title:    "Functions take no requests straight from the internet",
	Why:      "Behind a load balancer there are a web application firewall, limits and logs; the address of the function itself goes past them.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Cloud Run functions > the function > Edit > Connections > Ingress settings: Allow internal traffic only, or with Cloud Load Balancing.",
		CLI:       "gcloud functions deploy <function> --region=<region> --ingress-settings=internal-and-gclb",
		Terraform: "resource \"google_cloudfunctions2_function\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  service_config {\n    ingress_settings = \"ALLOW_INTERNAL_AND_GCLB\"\n  }\n}",
	},
	Link:  "https://cloud.google.com/functions/docs/networking/network-settings",
	Needs: []inventory.Source{cloudfunctions.Functions},
	Run: each(func(p *checks.Probe, f *cloudfunctions.Function) {
		switch from, ok := f.Ingress.Get(p); {
		case !ok || from == "ALLOW_INTERNAL_ONLY" || from == "ALLOW_INTERNAL_AND_GCLB":
		case from == "ALLOW_ALL":
			p.Evidence("ingressSettings", from)
			p.Failf("requests come from everywhere")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the ingress setting " + from + " lets in"})
		}
	}),
}
