package run

import (
	"demarc/checks"
	"demarc/checks/gcp/public"
	"demarc/providers/gcp/run"
	"demarc/providers/inventory"
)

// ServicePublic asks that a service is called by who was granted it. One that
// takes requests of the network or of a load balancer alone may be meant to be
// called by whoever gets there.
var ServicePublic = &checks.Check{
	ID:       "gcp-run-service-not-public",
	Title:    "Cloud Run services are called by who was granted it",
	Why:      "A service that everybody may call has nothing but its own code between the internet and what its service account may do.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Cloud Run > the service > Security > Authentication: Require authentication; remove allUsers and allAuthenticatedUsers from Permissions.",
		CLI:       "gcloud run services remove-iam-policy-binding <service> --region=<region> --member=allUsers --role=roles/run.invoker",
		Terraform: "resource \"google_cloud_run_v2_service_iam_binding\" \"example\" {\n  name    = google_cloud_run_v2_service.example.name\n  role    = \"roles/run.invoker\"\n  members = [\"serviceAccount:caller@example.iam.gserviceaccount.com\"]\n}",
	},
	Link:  "https://cloud.google.com/run/docs/securing/managing-access",
	Needs: append([]inventory.Source{run.Services}, public.Needs...),
	Run: checks.Each(run.Services, func(p *checks.Probe, s *run.Service) {
		function, ok := s.OfFunction.Get(p)
		if ok && function {
			p.Skipf("the service is a function's: see the checks of functions")
		}
		if !ok || function {
			return
		}
		open := public.Failf(p, s.Full, "the service")
		if off, ok := s.NoInvoker.Get(p); ok && off {
			p.Evidence("invokerIamDisabled", true)
			p.Failf("callers are not asked for a permission")
			open = true
		}
		if from, known := s.Ingress.Peek(); open && known && from != "all" { // the rank alone hangs on it
			p.Rank(checks.Low)
			p.Evidence("ingress", from)
		}
	}),
}
