package secretmanager

import (
	"demarc/checks"
	"demarc/checks/gcp/public"
	"demarc/providers/gcp/secretmanager"
	"demarc/providers/inventory"
)

// SecretPublic asks that not everybody may read or change a secret.
var SecretPublic = &checks.Check{
	ID:       "gcp-secretmanager-secret-not-public",
	Title:    "Secrets are not open to everybody",
	Why:      "A secret that is granted to allUsers, or to whoever has some Google account, is none.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Security > Secret Manager > the secret > Permissions: remove allUsers and allAuthenticatedUsers; then make a new version of what was in it.",
		CLI:       "gcloud secrets remove-iam-policy-binding <secret> --member=allUsers --role=<role>",
		Terraform: "resource \"google_secret_manager_secret_iam_binding\" \"example\" {\n  secret_id = google_secret_manager_secret.example.id\n  role      = \"roles/secretmanager.secretAccessor\"\n  members   = [\"serviceAccount:app@example.iam.gserviceaccount.com\"]\n}",
	},
	Aliases: []string{"prowler:secretmanager_secret_not_publicly_accessible"},
	Link:    "https://cloud.google.com/secret-manager/docs/access-control",
	Needs:   append([]inventory.Source{secretmanager.Secrets}, public.Needs...),
	Run: checks.Each(secretmanager.Secrets, func(p *checks.Probe, s *secretmanager.Secret) {
		public.Failf(p, s.Full, "the secret")
	}),
}
