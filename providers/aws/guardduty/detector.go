// Package guardduty collects Amazon GuardDuty detectors and what they watch.
package guardduty

import (
	"context"
	"fmt"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/guardduty"
	"github.com/aws/aws-sdk-go-v2/service/guardduty/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Detector is GuardDuty in one region.
type Detector struct {
	inventory.Resource
	Settings      inventory.Known[Settings] `fetch:"-"`
	Administrator inventory.Known[string]   `fetch:"-"` // the account that manages it; empty for none
	Members       inventory.Known[bool]     `fetch:"-"` // it manages other accounts
	Severe        inventory.Known[bool]     `fetch:"-"` // it has a finding of high severity that is not archived
}

// Settings are what a detector watches. A plan that a region does not offer is
// not among its features.
type Settings struct {
	Enabled  bool
	Features map[string]Feature // by name: S3_DATA_EVENTS, RUNTIME_MONITORING
}

// A Feature is a protection plan, with the parts of it that are set on their own.
type Feature struct {
	Enabled bool
	Parts   map[string]bool // by name: EKS_ADDON_MANAGEMENT
}

// Detectors lists the detectors of a region: one, or none.
var Detectors = &inventory.Type[Detector]{
	Kind:    "aws.guardduty.Detector",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"guardduty:ListDetectors"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Detector, error] {
		// The list "is required" (API reference): without a detector it is empty.
		call := aws.Whole(client(s).ListDetectors, func(out *guardduty.ListDetectorsOutput) bool { return out.DetectorIds == nil })
		pages := aws.Pages(ctx, call, &guardduty.ListDetectorsInput{},
			func(out *guardduty.ListDetectorsOutput) *string { return out.NextToken },
			func(in *guardduty.ListDetectorsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *guardduty.ListDetectorsOutput) (rows []*Detector) {
			for _, id := range out.DetectorIds {
				rows = append(rows, &Detector{Resource: aws.Resource(s, aws.MakeARN(s, "guardduty", "detector/%s", id), id)})
			}
			return rows
		})
	},
}

// DetectorSettings fetches Detector.Settings.
var DetectorSettings = &inventory.Field[Detector, Settings]{
	Of: Detectors, Column: "settings", Actions: []string{"guardduty:GetDetector"},
	At: func(d *Detector) *inventory.Known[Settings] { return &d.Settings },
	Fetch: func(ctx context.Context, s inventory.Scope, d *Detector) (Settings, error) {
		out, err := client(s).GetDetector(ctx, &guardduty.GetDetectorInput{DetectorId: &d.ID})
		if err != nil {
			return Settings{}, gone(err)
		}
		if out.Status == "" {
			return Settings{}, aws.ErrBroken
		}
		set := Settings{Enabled: out.Status == types.DetectorStatusEnabled, Features: map[string]Feature{}}
		for _, f := range out.Features {
			if f.Name == "" || f.Status == "" {
				return Settings{}, aws.ErrBroken
			}
			one := Feature{Enabled: f.Status == types.FeatureStatusEnabled, Parts: map[string]bool{}}
			for _, a := range f.AdditionalConfiguration {
				if a.Name == "" || a.Status == "" {
					return Settings{}, aws.ErrBroken
				}
				one.Parts[string(a.Name)] = a.Status == types.FeatureStatusEnabled
			}
			set.Features[string(f.Name)] = one
		}
		return set, nil
	},
}

// DetectorAdministrator fetches Detector.Administrator. An account that is no
// member is answered without an administrator.
var DetectorAdministrator = &inventory.Field[Detector, string]{
	Of: Detectors, Column: "administrator", Actions: []string{"guardduty:GetAdministratorAccount"},
	At: func(d *Detector) *inventory.Known[string] { return &d.Administrator },
	Fetch: func(ctx context.Context, s inventory.Scope, d *Detector) (string, error) {
		out, err := client(s).GetAdministratorAccount(ctx, &guardduty.GetAdministratorAccountInput{DetectorId: &d.ID})
		if err != nil {
			return "", gone(err)
		}
		switch a := out.Administrator; {
		case a == nil:
			return "", nil
		case a.RelationshipStatus == nil || a.AccountId == nil:
			return "", aws.ErrBroken
		case *a.RelationshipStatus == "Enabled":
			return *a.AccountId, nil
		}
		return "", nil
	},
}

// DetectorMembers fetches Detector.Members.
var DetectorMembers = &inventory.Field[Detector, bool]{
	Of: Detectors, Column: "members", Actions: []string{"guardduty:ListMembers"},
	At: func(d *Detector) *inventory.Known[bool] { return &d.Members },
	Fetch: func(ctx context.Context, s inventory.Scope, d *Detector) (bool, error) {
		pages := aws.Pages(ctx, client(s).ListMembers, &guardduty.ListMembersInput{DetectorId: &d.ID, OnlyAssociated: new("true")},
			func(out *guardduty.ListMembersOutput) *string { return out.NextToken },
			func(in *guardduty.ListMembersInput, token *string) { in.NextToken = token })
		for out, err := range pages {
			if err != nil {
				return false, gone(err)
			}
			if len(out.Members) > 0 {
				return true, nil
			}
		}
		return false, nil
	},
}

// high is where high severity begins (GuardDuty User Guide, "Findings severity
// levels": high is 7.0 to 8.9, critical 9.0 to 10.0).
const high = 7

// DetectorSevere fetches Detector.Severe. It asks for ids alone, and stops at
// the first.
var DetectorSevere = &inventory.Field[Detector, bool]{
	Of: Detectors, Column: "severe", Actions: []string{"guardduty:ListFindings"},
	At: func(d *Detector) *inventory.Known[bool] { return &d.Severe },
	Fetch: func(ctx context.Context, s inventory.Scope, d *Detector) (bool, error) {
		open := map[string]types.Condition{
			"service.archived": {Equals: []string{"false"}},
			"severity":         {GreaterThanOrEqual: new(int64(high))},
			"accountId":        {Equals: []string{s.Account}}, // an administrator is shown its members' too
		}
		// The list "is required" (API reference): without findings it is empty.
		call := aws.Whole(client(s).ListFindings, func(out *guardduty.ListFindingsOutput) bool { return out.FindingIds == nil })
		pages := aws.Pages(ctx, call, &guardduty.ListFindingsInput{DetectorId: &d.ID, FindingCriteria: &types.FindingCriteria{Criterion: open}},
			func(out *guardduty.ListFindingsOutput) *string { return out.NextToken },
			func(in *guardduty.ListFindingsInput, token *string) { in.NextToken = token })
		for out, err := range pages {
			if err != nil {
				return false, gone(err)
			}
			if len(out.FindingIds) > 0 {
				return true, nil
			}
		}
		return false, nil
	},
}

// gone turns "no such detector" into what it says of the row.
func gone(err error) error {
	if aws.Code(err, "ResourceNotFoundException") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

func client(s inventory.Scope) *guardduty.Client {
	return guardduty.NewFromConfig(aws.Config(s, "guardduty"))
}
