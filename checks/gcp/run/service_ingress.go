package run

import (
	"demarc/checks"
	"demarc/providers/gcp/run"
	"demarc/providers/inventory"
)

// ServiceIngress asks that requests come by a load balancer or from the
// network.
var ServiceIngress = &checks.Check{
	ID:       "gcp-run-service-ingress",
	Title:    "Cloud Run services take no requests straight from the internet",
	Why:      "Behind a load balancer there are a web application firewall, limits and logs; the address of the service itself goes past them.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Cloud Run > the service > Networking > Ingress: Internal, with Allow traffic from external Application Load Balancers where it is needed.",
		CLI:       "gcloud run services update <service> --region=<region> --ingress=internal-and-cloud-load-balancing",
		Terraform: "resource \"google_cloud_run_v2_service\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n  ingress  = \"INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER\"\n}",
	},
	Link:  "https://cloud.google.com/run/docs/securing/ingress",
	Needs: []inventory.Source{run.Services},
	Run: checks.Each(run.Services, func(p *checks.Probe, s *run.Service) {
		function, ok := s.OfFunction.Get(p)
		if ok && function {
			p.Skipf("the service is a function's: see the checks of functions")
		}
		if !ok || function {
			return
		}
		switch from, ok := s.Ingress.Get(p); {
		case !ok || from == "internal" || from == "internal-and-cloud-load-balancing" || from == "none":
		case from == "all":
			p.Evidence("ingress", from)
			p.Failf("requests come from everywhere")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the ingress setting " + from + " lets in"})
		}
	}),
}
