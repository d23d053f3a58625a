package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// The verdicts of cases with one result.
var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func daysAgo(n int) time.Time { return inventory.FixtureNow.AddDate(0, 0, -n) }

const (
	theProject      = "//cloudresourcemanager.googleapis.com/projects/1"
	theOrganization = "//cloudresourcemanager.googleapis.com/organizations/9"
	theFolder       = "//cloudresourcemanager.googleapis.com/folders/5"
)

// to grants role to members.
func to(role string, members ...string) iam.Binding {
	return iam.Binding{Role: role, Members: members}
}

// on is the policy of what has the full id.
func on(full string, bindings ...iam.Binding) *iam.Policy {
	return &iam.Policy{Resource: inventory.Resource{ID: full, Full: full}, Bindings: inventory.Of(bindings), Audit: inventory.Of([]iam.AuditConfig(nil))}
}

func projectRow() inventory.Part {
	return inventory.Rows(iam.Projects, &iam.Project{Resource: inventory.Resource{ID: "1", Full: theProject}})
}

// project is a project with its policy, and what it inherits.
func project(own *iam.Policy, inherited ...*iam.Policy) *inventory.Inventory {
	parts := []inventory.Part{projectRow(), inventory.Rows(iam.Policies), inventory.Rows(iam.Inherited, inherited...)}
	if own != nil {
		parts = append(parts, inventory.Rows(iam.Policies, own))
	}
	return inventory.Fixture(parts...)
}

// hiddenPolicy is a policy whose contents were not told.
func hiddenPolicy(full string) *iam.Policy {
	p := on(full)
	p.Bindings, p.Audit = dark[[]iam.Binding](), dark[[]iam.AuditConfig]()
	return p
}

// family tests a check of projects and its twin of what is above them: on good
// grants, on bad ones with the severity that they have, and on hidden ones.
func family(t *testing.T, ofProject, ofAbove *checks.Check, good, bad []iam.Binding, more ...checktest.Case) {
	t.Run("project", func(t *testing.T) {
		checktest.Run(t, ofProject, append([]checktest.Case{
			{Name: "good", Have: project(on(theProject, good...)), Want: pass},
			{Name: "bad", Have: project(on(theProject, bad...)), Want: fail, Severity: ofProject.Severity},
			{Name: "no policy", Have: project(nil), Want: pass},
			{Name: "hidden", Have: project(hiddenPolicy(theProject)), Want: unknown},
			{Name: "policies hidden", Have: inventory.Fixture(projectRow(), inventory.Unlisted(iam.Policies, "", checktest.Dark), inventory.Rows(iam.Inherited)), Want: unknown},
		}, more...))
	})
	t.Run("above", func(t *testing.T) {
		above := func(rows ...*iam.Policy) *inventory.Inventory {
			return inventory.Fixture(inventory.Rows(iam.Above, rows...))
		}
		checktest.Run(t, ofAbove, []checktest.Case{
			{Name: "good", Have: above(on(theOrganization, good...), on(theFolder)), Want: []checks.Verdict{checks.Pass, checks.Pass}},
			{Name: "bad", Have: above(on(theOrganization, bad...)), Want: fail, Severity: ofAbove.Severity},
			{Name: "hidden", Have: above(hiddenPolicy(theOrganization)), Want: unknown},
			{Name: "unlisted", Have: inventory.Fixture(inventory.Unlisted(iam.Above, "", checktest.Dark)), Want: unknown},
		})
	})
}
