package storage

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketPublic(t *testing.T) {
	to := func(members ...string) func(*iam.Policy) {
		return func(p *iam.Policy) {
			p.Bindings = inventory.Of([]iam.Binding{{Role: "roles/storage.admin", Members: []string{"user:ada@example.com"}}, {Role: "roles/storage.objectViewer", Members: members, Condition: "request.time < timestamp(\"2030-01-01T00:00:00Z\")"}})
		}
	}
	with := func(change func(*storage.Bucket), on inventory.Known[bool], policies ...*iam.Policy) *inventory.Inventory {
		return inventory.Fixture(bucket(change), inventory.Rows(iam.Policies, policies...), constrained(orgpolicy.PublicAccessPrevention, on))
	}
	off := inventory.Of(false)
	public := policy(bucketFull, to("allUsers"))
	enforced := func(b *storage.Bucket) { b.PublicAccessPrevention = inventory.Of("enforced") }
	list := func(b *storage.Bucket) { b.PublicDefault = inventory.Of("allUsers") }
	checktest.Run(t, BucketPublic, []checktest.Case{
		{Name: "no policy", Have: with(asIs, off), Want: pass},
		{Name: "some", Have: with(asIs, off, policy(bucketFull, to("group:team@example.com"))), Want: pass},
		{Name: "everybody", Have: with(asIs, off, public), Want: fail, Severity: checks.Critical},
		{Name: "everybody with an account", Have: with(asIs, off, policy(bucketFull, to("user:a@example.com", "allAuthenticatedUsers"))), Want: fail},
		{Name: "everybody, prevented", Have: with(enforced, off, public), Want: pass},
		{Name: "everybody, prevented above", Have: with(asIs, inventory.Of(true), public), Want: fail, Severity: checks.Low},
		{Name: "everybody, perhaps prevented above", Have: with(asIs, dark[bool](), public), Want: fail, Severity: checks.Critical},
		{Name: "of another bucket", Have: with(asIs, off, policy("//storage.googleapis.com/b", to("allUsers"))), Want: pass},
		{Name: "by the default list", Have: with(list, off), Want: fail},
		{Name: "by a list that does not count", Have: with(func(b *storage.Bucket) { list(b); b.UniformAccess = inventory.Of(true) }, off), Want: pass},
		{Name: "an unknown mode", Have: with(func(b *storage.Bucket) { b.PublicAccessPrevention = inventory.Of("partly") }, off, public), Want: unknown},
		{Name: "hidden", Have: with(asIs, off, policy(bucketFull, func(p *iam.Policy) { p.Bindings = dark[[]iam.Binding]() })), Want: unknown},
	})
}
