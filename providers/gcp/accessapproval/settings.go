// Package accessapproval collects whether Google's staff have to ask before
// they reach a project's data.
package accessapproval

import (
	"context"
	"iter"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Project is a project with its settings of Access Approval.
type Project struct {
	inventory.Resource
	Settings inventory.Known[Settings] `fetch:"-"`
}

// Settings are those of a project, with what holds from above it.
type Settings struct {
	Enrolled bool                      // the project, or something above it, for at least one service
	Approval inventory.Known[Approval] // what Google's staff have to wait for
}

// An Approval is a mode of Access Approval.
type Approval string

// The modes: the first approves every access by itself, and tells of it; the
// second those that a support case of the customer asks for; the third none.
const (
	AuditOnly   Approval = "JUSTIFICATION_BASED_APPROVAL_ENABLED_ALL"
	Streamlined Approval = "JUSTIFICATION_BASED_APPROVAL_ENABLED_EXTERNAL_JUSTIFICATIONS"
	Required    Approval = "JUSTIFICATION_BASED_APPROVAL_NOT_ENABLED"
)

// Projects is the project itself: one row.
var Projects = &inventory.Type[Project]{
	Kind: "gcp.accessapproval.Project", Level: inventory.AtAccount, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Project, error] {
		return func(yield func(*Project, error) bool) {
			number := gcp.From(s).Number
			yield(&Project{Resource: inventory.Resource{
				ID: number, Full: "//cloudresourcemanager.googleapis.com/projects/" + number, Name: gcp.From(s).ProjectID, Account: s.Account, Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}

// ProjectSettings fetches the settings of Access Approval. There are none, and
// the answer is 404, where neither the project nor anything above it is
// enrolled.
var ProjectSettings = &inventory.Field[Project, Settings]{
	Of: Projects, Column: "settings", Actions: []string{"accessapproval.settings.get"},
	At: func(p *Project) *inventory.Known[Settings] { return &p.Settings },
	Fetch: func(ctx context.Context, s inventory.Scope, p *Project) (Settings, error) {
		j, err := gcp.Get[struct {
			Services  []struct{} `json:"enrolledServices"`
			Ancestor  bool       `json:"enrolledAncestor"`
			Effective *struct {
				Mode Approval `json:"justificationBasedApprovalPolicy"`
			} `json:"effectiveApprovalPolicy"`
		}](ctx, s, "https://accessapproval.googleapis.com/v1/projects/"+p.ID+"/accessApprovalSettings")
		if gcp.NotFound(err) {
			return Settings{Approval: inventory.Of(Required)}, nil
		}
		if err != nil {
			return Settings{}, err
		}
		out := Settings{
			Enrolled: len(j.Services) > 0 || j.Ancestor,
			// "All access approval requests require customer approval. This is the
			// default value if the policy is not set", says the reference.
			Approval: inventory.Of(Required),
		}
		if j.Effective != nil {
			switch j.Effective.Mode {
			case AuditOnly, Streamlined, Required:
				out.Approval = inventory.Of(j.Effective.Mode)
			case "", "JUSTIFICATION_BASED_APPROVAL_POLICY_UNSPECIFIED":
			default:
				out.Approval = inventory.Unanswered[Approval]("accessapproval projects/accessApprovalSettings", "an approval policy that is known")
			}
		}
		return out, nil
	},
}
