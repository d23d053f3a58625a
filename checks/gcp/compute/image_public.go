package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

// ImagePublic asks that images are for those who were given them.
var ImagePublic = &checks.Check{
	ID:       "gcp-compute-image-public",
	Title:    "Images are not shared with everybody",
	Why:      "An image holds whatever was on the disk: code, configuration, at times keys. Who may use it can read all of it.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Compute Engine > Images > the image > Show info panel > Permissions: remove allAuthenticatedUsers.",
		CLI:       "gcloud compute images remove-iam-policy-binding <image> --member=allAuthenticatedUsers --role=roles/compute.imageUser",
		Terraform: "resource \"google_compute_image_iam_member\" \"example\" {\n  image  = google_compute_image.example.name\n  role   = \"roles/compute.imageUser\"\n  member = \"group:builders@example.com\"\n}",
	},
	Aliases: []string{"prowler:compute_image_not_publicly_shared"},
	Link:    "https://cloud.google.com/compute/docs/images/managing-access-custom-images",
	Needs:   []inventory.Source{compute.Images, iam.Policies},
	Run: checks.Each(compute.Images, func(p *checks.Probe, i *compute.Image) {
		if status, ok := i.Status.Get(p); !ok || status == "DELETING" {
			p.Skipf("the image is being deleted")
			return
		}
		policy, ok := iam.Of(p.Inv, i.Full).Get(p)
		if !ok || policy == nil {
			return
		}
		if b, member, found := policy.Public(p); found {
			p.Evidence("role", b.Role)
			p.Evidence("member", member)
			p.Failf("%s has the role %s", member, b.Role)
		}
	}),
}
