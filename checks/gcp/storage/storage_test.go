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

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

const (
	bucketFull  = "//storage.googleapis.com/a"
	projectFull = "//cloudresourcemanager.googleapis.com/projects/" + inventory.FixtureAccount
)

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// bucket is one on which nothing was set, changed.
func bucket(change func(*storage.Bucket)) inventory.Part {
	b := &storage.Bucket{
		Resource: inventory.Resource{ID: "a", Full: bucketFull}, UniformAccess: inventory.Of(false), PublicAccessPrevention: inventory.Of("inherited"),
		Versioning: inventory.Of(false), RetentionDays: inventory.Of(0), RetentionLocked: inventory.Of(false), PublicDefault: inventory.Of(""),
		LifecycleRules: inventory.Of(0), SoftDeleteDays: inventory.Of(7), LogBucket: inventory.Of(""), KMSKey: inventory.Of(""), Hierarchical: inventory.Of(false),
	}
	change(b)
	return inventory.Rows(storage.Buckets, b)
}

func asIs(*storage.Bucket) {}

func have(change func(*storage.Bucket)) *inventory.Inventory {
	return inventory.Fixture(bucket(change))
}

// constrained is the project with an organization policy that is enforced or
// not.
func constrained(constraint string, on inventory.Known[bool]) inventory.Part {
	return inventory.Rows(orgpolicy.Projects, &orgpolicy.Project{Policies: []orgpolicy.Policy{{Constraint: constraint, Enforced: on}}})
}

func policy(full string, change func(*iam.Policy)) *iam.Policy {
	p := &iam.Policy{Resource: inventory.Resource{ID: full, Full: full}, Bindings: inventory.Of([]iam.Binding(nil)), Audit: inventory.Of([]iam.AuditConfig(nil))}
	change(p)
	return p
}

func logs(service string, types ...string) func(*iam.Policy) {
	return func(p *iam.Policy) {
		c := iam.AuditConfig{Service: service}
		for _, t := range types {
			c.Logs = append(c.Logs, iam.AuditLog{Type: t})
		}
		was, _ := p.Audit.Peek()
		p.Audit = inventory.Of(append(was, c))
	}
}
