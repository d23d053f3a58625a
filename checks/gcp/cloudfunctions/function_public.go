package cloudfunctions

import (
	"demarc/checks"
	"demarc/checks/gcp/public"
	"demarc/providers/gcp/cloudfunctions"
	"demarc/providers/inventory"
)

// FunctionPublic asks that a function is called by who was granted it. For the
// second generation that is decided on the Cloud Run service that it runs as.
var FunctionPublic = &checks.Check{
	ID:       "gcp-cloudfunctions-function-not-public",
	Title:    "Functions are called by who was granted it",
	Why:      "A function that everybody may call has nothing but its own code between the internet and what its service account may do.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Cloud Run functions > the function > Permissions: remove allUsers and allAuthenticatedUsers; for the second generation also Powered by Cloud Run > the service > Security > Require authentication.",
		CLI:       "gcloud functions remove-invoker-policy-binding <function> --region=<region> --member=allUsers",
		Terraform: "resource \"google_cloudfunctions2_function_iam_binding\" \"example\" {\n  cloud_function = google_cloudfunctions2_function.example.name\n  role           = \"roles/cloudfunctions.invoker\"\n  members        = [\"serviceAccount:caller@example.iam.gserviceaccount.com\"]\n}",
	},
	Aliases: []string{"prowler:cloudfunction_function_not_publicly_accessible"},
	Link:    "https://cloud.google.com/functions/docs/securing/managing-access-iam",
	Needs:   append([]inventory.Source{cloudfunctions.Functions}, public.Needs...),
	Run: each(func(p *checks.Probe, f *cloudfunctions.Function) {
		open := public.Failf(p, f.Full, "the function")
		if !open {
			if service, ok := f.Service.Get(p); ok && service != "" {
				open = public.Failf(p, service, "the service that it runs as")
			}
		}
		if from, known := f.Ingress.Peek(); open && known && from != "ALLOW_ALL" { // the rank alone hangs on it
			p.Rank(checks.Low)
			p.Evidence("ingressSettings", from)
		}
	}),
}
