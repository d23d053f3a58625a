// Package orgpolicy collects which organization policies hold in a project.
package orgpolicy

import (
	"context"
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// The boolean constraints that checks ask about, by the reference
// "Organization policy constraints".
const (
	PublicAccessPrevention  = "storage.publicAccessPrevention"
	UniformAccess           = "storage.uniformBucketLevelAccess"
	NoServiceAccountKeys    = "iam.disableServiceAccountKeyCreation"
	NoServiceAccountUploads = "iam.disableServiceAccountKeyUpload"
	NoAutomaticGrants       = "iam.automaticIamGrantsForDefaultServiceAccounts"
	RequireOSLogin          = "compute.requireOsLogin"
	RequireShieldedVM       = "compute.requireShieldedVm"
	NoSerialPort            = "compute.disableSerialPortAccess"
	SkipDefaultNetwork      = "compute.skipDefaultNetworkCreation"
	NoPublicSQL             = "sql.restrictPublicIp"
	NoAuthorizedSQLNetworks = "sql.restrictAuthorizedNetworks"
)

// Constraints lists them.
var Constraints = []string{
	PublicAccessPrevention, UniformAccess, NoServiceAccountKeys, NoServiceAccountUploads, NoAutomaticGrants,
	RequireOSLogin, RequireShieldedVM, NoSerialPort, SkipDefaultNetwork, NoPublicSQL, NoAuthorizedSQLNetworks,
}

// twins are the managed constraints that ask for what one of Constraints asks
// for, or for more: either is enough ("Restrict IAM service account usage",
// "Managed constraints", documentation of the Organization Policy Service).
var twins = map[string]string{
	NoServiceAccountKeys:    "iam.managed.disableServiceAccountKeyCreation",
	NoServiceAccountUploads: "iam.managed.disableServiceAccountKeyUpload",
	NoAutomaticGrants:       "iam.managed.preventPrivilegedBasicRolesForDefaultServiceAccounts",
	RequireOSLogin:          "compute.managed.requireOsLogin",
	NoSerialPort:            "compute.managed.disableSerialPortAccess",
}

// A Project is what the organization policies say of one project.
type Project struct {
	inventory.Resource
	Policies []Policy
}

// A Policy is one boolean constraint as it holds in the project.
type Policy struct {
	Constraint string
	Enforced   inventory.Known[bool]
}

// Projects is the project itself: one row.
var Projects = &inventory.Type[Project]{
	Kind: "gcp.orgpolicy.Project", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{gcp.OrgPolicies, gcp.Ancestors, gcp.Above, effective},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Project, error] {
		return func(yield func(*Project, error) bool) {
			on, err := enforced(ctx, s)
			if err != nil {
				yield(nil, err)
				return
			}
			full := manager + "projects/" + gcp.From(s).Number
			row := &Project{Resource: inventory.Resource{ID: gcp.From(s).Number, Full: full, Name: gcp.From(s).ProjectID, Account: s.Account, Tags: inventory.Of(map[string]string(nil))}}
			for _, c := range Constraints {
				row.Policies = append(row.Policies, Policy{c, on[c]})
			}
			yield(row, nil)
		}
	},
}

// Enforced reports whether a constraint of Constraints is enforced in the
// project.
func Enforced(inv *inventory.Inventory, constraint string) inventory.Known[bool] {
	var gaps inventory.Gaps
	row, ok := Projects.The(inv, "").Get(&gaps)
	if !ok {
		return inventory.Missing[bool](gaps[0])
	}
	for _, p := range row.Policies {
		if p.Constraint == constraint {
			return p.Enforced
		}
	}
	return inventory.Missing[bool](inventory.Gap{Where: constraint})
}

// manager begins the full names of projects, folders and organizations.
const manager = "//cloudresourcemanager.googleapis.com/"

// enforced works out what holds: from the listing of all policies where the
// scan reaches up to the organization, else by asking for each constraint.
// Managed constraints are newer than the form of that listing: those that would
// make a difference are asked for.
func enforced(ctx context.Context, s inventory.Scope) (map[string]inventory.Known[bool], error) {
	outside, err := gcp.Above.Get(ctx, s)
	if err != nil {
		return nil, err
	}
	if len(outside) > 0 {
		return effective.Get(ctx, s)
	}
	in, err := gcp.Ancestors.Get(ctx, s)
	if err != nil {
		return nil, err
	}
	all, err := gcp.OrgPolicies.Get(ctx, s)
	if err != nil {
		return nil, err
	}
	places := append([]string{"projects/" + gcp.From(s).Number}, in...)
	set := map[string]map[string]inventory.Known[bool]{}
	for _, a := range slices.Concat(all[gcp.From(s).Number], all[""]) {
		place := strings.TrimPrefix(gcp.ResourceOf(s, a).Full, manager)
		if set[place], err = policiesOf(a.Data); err != nil {
			return nil, err
		}
	}
	out, by := map[string]inventory.Known[bool]{}, asker{ctx: ctx, s: s}
	for _, c := range Constraints {
		out[c] = closest(places, set, c)
		if len(in) > 0 { // without an organization there are no policies
			out[c] = by.orTwin(c, out[c])
		}
	}
	return out, nil
}

// closest is the policy of the closest place that has one: boolean policies
// are not merged. The default of each of the constraints is that it is not
// enforced.
func closest(places []string, set map[string]map[string]inventory.Known[bool], constraint string) inventory.Known[bool] {
	for _, p := range places {
		if on, ok := set[p][constraint]; ok {
			return on
		}
	}
	return inventory.Of(false)
}

// policiesOf reads the policies set on one place (google.cloud.orgpolicy.v1).
func policiesOf(data json.RawMessage) (map[string]inventory.Known[bool], error) {
	var list []struct {
		Constraint string `json:"constraint"`
		Boolean    *struct {
			Enforced bool `json:"enforced"` // proto JSON leaves false out
		} `json:"booleanPolicy"`
		RestoreDefault *struct{} `json:"restoreDefault"`
	}
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, &gcp.CallError{Operation: "Cloud Asset Inventory organization policies", Err: err}
	}
	out := map[string]inventory.Known[bool]{}
	for _, p := range list {
		c := strings.TrimPrefix(p.Constraint, "constraints/")
		switch {
		case p.Boolean != nil:
			out[c] = inventory.Of(p.Boolean.Enforced)
		case p.RestoreDefault != nil:
			out[c] = inventory.Of(false)
		default:
			out[c] = inventory.Unanswered[bool]("Cloud Asset Inventory organization policies", c)
		}
	}
	return out, nil
}

// effective asks the Organization Policy API what holds, constraint by
// constraint: it counts what is set above, which the scan does not reach.
var effective = &inventory.Call[map[string]inventory.Known[bool]]{
	Title: "gcp.orgpolicy.effective", Level: inventory.AtAccount, Actions: []string{askAction},
	Do: func(ctx context.Context, s inventory.Scope) (map[string]inventory.Known[bool], error) {
		out, by := map[string]inventory.Known[bool]{}, asker{ctx: ctx, s: s}
		for _, c := range Constraints {
			out[c] = by.orTwin(c, by.ask(c))
		}
		return out, nil
	},
}

const (
	askAction = "orgpolicy.policy.get"
	askCall   = "orgpolicy getEffectivePolicy"
)

// An asker asks for one constraint after the other. One that failed hides no
// other; a refusal is of all of them, and is not asked for again.
type asker struct {
	ctx     context.Context
	s       inventory.Scope
	refused *inventory.Gap
}

// orTwin is what a constraint's managed twin makes of what is known of it.
func (a *asker) orTwin(constraint string, known inventory.Known[bool]) inventory.Known[bool] {
	if on, ok := known.Peek(); ok && on || twins[constraint] == "" {
		return known
	}
	return inventory.Or(known, a.ask(twins[constraint]))
}

// ask is one constraint as it holds in the project, with all that is above it
// and with conditions evaluated.
func (a *asker) ask(constraint string) inventory.Known[bool] {
	if a.refused != nil {
		return inventory.Missing[bool](*a.refused)
	}
	p, err := gcp.Get[struct {
		Spec *struct {
			Rules []struct {
				Enforce *bool `json:"enforce"`
			} `json:"rules"`
		} `json:"spec"`
	}](gcp.Named(a.ctx, askCall), a.s, "https://orgpolicy.googleapis.com/v2/projects/"+gcp.From(a.s).Number+"/policies/"+constraint+":getEffectivePolicy")
	if err != nil {
		return inventory.Missing[bool](a.gap(err))
	}
	out := inventory.Unanswered[bool](askCall, constraint)
	if p.Spec == nil {
		return out
	}
	for _, r := range p.Spec.Rules { // of a boolean constraint there is one, once conditions are evaluated
		if r.Enforce != nil {
			out = inventory.Of(*r.Enforce)
		}
	}
	return out
}

func (a *asker) gap(err error) inventory.Gap {
	g := gcp.Classify(err, []string{askAction})
	g.Where = a.s.String()
	if a.ctx.Err() != nil {
		g.Reason = inventory.Cancelled
	}
	if g.Reason == inventory.Denied || g.Reason == inventory.Disabled {
		a.refused = &g
	}
	return g
}
