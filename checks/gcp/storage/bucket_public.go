package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/guarded"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// BucketPublic asks that not everybody may use a bucket. Public access
// prevention on the bucket takes the effect from grants that are there; so
// does the organization policy, from which another project could be freed
// tomorrow.
var BucketPublic = &checks.Check{
	ID:       "gcp-storage-bucket-not-public",
	Title:    "Buckets are not open to everybody",
	Why:      "What is granted to allUsers needs no login, and allAuthenticatedUsers is whoever has some Google account; open buckets are searched for all day.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud Storage > Buckets > the bucket > Permissions > Public access: Prevent public access; then remove allUsers and allAuthenticatedUsers.",
		CLI:       "gcloud storage buckets update gs://<bucket> --public-access-prevention",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name                     = \"example\"\n  location                 = \"EU\"\n  public_access_prevention = \"enforced\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"5.1"}},
	Aliases:  []string{"prowler:cloudstorage_bucket_public_access"},
	Link:     "https://cloud.google.com/storage/docs/public-access-prevention",
	Needs:    append([]inventory.Source{storage.Buckets, iam.Policies}, guarded.Needs...),
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		prevention, ok := b.PublicAccessPrevention.Get(p)
		switch {
		case !ok || prevention == "enforced":
			return
		case prevention != "inherited" && prevention != "unspecified": // its former name
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the public access prevention " + prevention + " means"})
			return
		}
		const effect = "keeps it from being used"
		if policy, ok := iam.Of(p.Inv, b.Full).Get(p); ok && policy != nil {
			if grant, who, public := policy.Public(p); public {
				p.Evidence("role", grant.Role)
				p.Evidence("member", who)
				on := ""
				if grant.Condition != "" {
					on = ", on a condition"
				}
				guarded.Failf(p, orgpolicy.PublicAccessPrevention, checks.Low, effect, "%s is granted to %s%s", grant.Role, who, on)
				return
			}
		}
		// With uniform access, access control lists do not count.
		listed := inventory.And(inventory.Not(b.UniformAccess), inventory.Map(b.PublicDefault, func(who string) bool { return who != "" }))
		if open, ok := listed.Get(p); ok && open {
			who, _ := b.PublicDefault.Get(p)
			p.Evidence("defaultObjectAcl", who)
			guarded.Failf(p, orgpolicy.PublicAccessPrevention, checks.Low, effect, "new objects are readable by %s, by the default access control list", who)
		}
	}),
}
