package secretmanager

import (
	"time"

	"demarc/checks"
	"demarc/providers/gcp/secretmanager"
	"demarc/providers/inventory"
)

// SecretRotation asks that each secret has a schedule for its rotation.
var SecretRotation = &checks.Check{
	ID:       "gcp-secretmanager-secret-rotation",
	Title:    "Secrets have a schedule for their rotation",
	Why:      "A secret that is never changed is known to everybody who has ever seen it.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Security > Secret Manager > the secret > Edit secret > Rotation: Set rotation period, with a Pub/Sub topic that starts it.",
		CLI:       "gcloud secrets update <secret> --next-rotation-time=<time> --rotation-period=7776000s --add-topics=projects/<project>/topics/<topic>",
		Terraform: "resource \"google_secret_manager_secret\" \"example\" {\n  secret_id = \"example\"\n\n  rotation {\n    next_rotation_time = \"2027-01-01T00:00:00Z\"\n    rotation_period    = \"7776000s\"\n  }\n\n  topics {\n    name = google_pubsub_topic.rotation.id\n  }\n}",
	},
	Aliases: []string{"prowler:secretmanager_secret_rotation_enabled"},
	Link:    "https://cloud.google.com/secret-manager/docs/secret-rotation",
	Needs:   []inventory.Source{secretmanager.Secrets},
	Run: checks.Each(secretmanager.Secrets, func(p *checks.Probe, s *secretmanager.Secret) {
		switch next, ok := s.NextRotation.Get(p); {
		case !ok:
		case next.IsZero():
			p.Evidence("rotation", "none")
			p.Failf("nothing says when the secret is to be rotated")
		case next.Before(p.Inv.Now):
			// With a period the service moves the time on by itself.
			p.Evidence("nextRotationTime", next.Format(time.RFC3339))
			p.Failf("the secret was to be rotated on %s, and no further time is set", next.Format(time.DateOnly))
		}
	}),
}
