package iam

import (
	"fmt"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

// The needs of the checks of one project's own policy, and of those of the
// policies above projects.
var (
	needsProject = []inventory.Source{iam.Projects, iam.Policies}
	needsAbove   = []inventory.Source{iam.Above}
)

// A grant is a role that one member holds.
type grant struct{ role, member, condition string }

func (g grant) String() string {
	if g.condition != "" {
		return g.role + " to " + g.member + " (on a condition)"
	}
	return g.role + " to " + g.member
}

// grantsOf lists the grants of a policy. Members that have been deleted are
// left out: a grant to one does not come alive again when its name is reused.
// So are grants whose time is over, which stay in the policy.
func grantsOf(p *checks.Probe, policy *iam.Policy) (all []grant) {
	bindings, _ := policy.Bindings.Get(p)
	for _, b := range bindings {
		if b.Expired(p.Inv.Now) {
			continue
		}
		for _, m := range b.Members {
			if kind, _ := iam.KindOf(m); kind != "deleted" {
				all = append(all, grant{b.Role, m, b.Condition})
			}
		}
	}
	return all
}

// onProject makes the Run of a check that judges the policy attached to the
// project itself. A project without one grants nothing.
func onProject(judge func(*checks.Probe, *iam.Policy)) checks.Run {
	return checks.Each(iam.Projects, func(p *checks.Probe, project *iam.Project) {
		if policy, ok := iam.Of(p.Inv, project.Full).Get(p); ok && policy != nil {
			judge(p, policy)
		}
	})
}

// onAbove makes the Run of a check that judges the policies of the
// organization and its folders.
func onAbove(judge func(*checks.Probe, *iam.Policy)) checks.Run {
	return checks.Each(iam.Above, judge)
}

// without makes a judge that fails a policy for each grant that is wrong.
func without(what string, wrong func(grant) bool) func(*checks.Probe, *iam.Policy) {
	return func(p *checks.Probe, policy *iam.Policy) { failFor(p, what, grantsOf(p, policy), wrong) }
}

// failFor reports the wrong ones among grants, if there are any.
func failFor(p *checks.Probe, what string, all []grant, wrong func(grant) bool) (failed []grant) {
	var said []string
	for _, g := range all {
		if wrong(g) {
			failed = append(failed, g)
			said = append(said, g.String())
		}
	}
	if len(said) == 0 {
		return nil
	}
	slices.Sort(said)
	p.Evidence("grants", said)
	p.Failf("%s: %s", what, few(said))
	return failed
}

// few is a list for a message: three of it.
func few(all []string) string {
	if len(all) > 3 {
		return strings.Join(all[:3], ", ") + fmt.Sprintf(" and %d more", len(all)-3)
	}
	return strings.Join(all, ", ")
}

// terraformMember is a grant in HCL, on what is above projects or on one.
func terraformMember(on, role, member string) string {
	key := map[string]string{"project": "project", "organization": "org_id"}[on]
	return "resource \"google_" + on + "_iam_member\" \"example\" {\n  " + key + " = \"<" + on + ">\"\n  role   = \"" + role + "\"\n  member = \"" + member + "\"\n}"
}

// revoke is the command that takes a grant away from what is above projects,
// or from one.
func revoke(on, role, member string) string {
	return "gcloud " + on + "s remove-iam-policy-binding <" + on + "> --role=" + role + " --member=" + member
}

// fixes is the fix of a check of grants: where they are shown, and what is
// granted in the place of what is taken away.
func fixes(on, what, role, member, lesserRole, lesserMember string) checks.Fix {
	return checks.Fix{
		Console:   "IAM & Admin > IAM > choose the " + map[string]string{"project": "project", "organization": "organization or folder"}[on] + " > " + what + ": Remove, or choose a lesser role.",
		CLI:       revoke(on, role, member),
		Terraform: terraformMember(on, lesserRole, lesserMember),
	}
}
