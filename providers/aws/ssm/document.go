package ssm

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Document is a document that the account owns.
type Document struct {
	inventory.Resource
	SharedWith inventory.Known[[]string] `fetch:"-"` // account ids; "all" stands for everybody
}

// Documents lists the account's own documents.
var Documents = &inventory.Type[Document]{
	Kind:    "aws.ssm.Document",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"ssm:ListDocuments"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Document, error] {
		in := &ssm.ListDocumentsInput{
			MaxResults: new(int32(50)),
			Filters:    []types.DocumentKeyValuesFilter{{Key: new("Owner"), Values: []string{"Self"}}},
		}
		pages := aws.Pages(ctx, client(s).ListDocuments, in,
			func(out *ssm.ListDocumentsOutput) *string { return out.NextToken },
			func(in *ssm.ListDocumentsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ssm.ListDocumentsOutput) (rows []*Document) {
			for _, d := range out.DocumentIdentifiers {
				r := aws.Resource(s, aws.MakeARN(s, "ssm", "document/%s", *d.Name), *d.Name)
				rows = append(rows, &Document{Resource: aws.Tagged(r, d.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })})
			}
			return rows
		})
	},
}

// DocumentSharedWith fetches Document.SharedWith. A document that is not shared
// has an empty list, and the last page no token. Who it is shared with is told
// twice, once with the version.
var DocumentSharedWith = &inventory.Field[Document, []string]{
	Of: Documents, Column: "sharedWith", Actions: []string{"ssm:DescribeDocumentPermission"},
	At: func(d *Document) *inventory.Known[[]string] { return &d.SharedWith },
	Fetch: func(ctx context.Context, s inventory.Scope, d *Document) (all []string, err error) {
		in := &ssm.DescribeDocumentPermissionInput{Name: &d.ID, PermissionType: types.DocumentPermissionTypeShare}
		for out, err := range aws.Pages(ctx, client(s).DescribeDocumentPermission, in,
			func(out *ssm.DescribeDocumentPermissionOutput) *string { return out.NextToken },
			func(in *ssm.DescribeDocumentPermissionInput, token *string) { in.NextToken = token }) {
			if aws.Code(err, "InvalidDocument") {
				return nil, fmt.Errorf("%w: %w", inventory.ErrGone, err)
			}
			if err != nil {
				return nil, err
			}
			all = append(all, out.AccountIds...)
			for _, a := range out.AccountSharingInfoList {
				if a.AccountId == nil {
					return nil, aws.ErrBroken
				}
				if !slices.Contains(all, *a.AccountId) {
					all = append(all, *a.AccountId)
				}
			}
		}
		return all, nil
	},
}

// Settings are the service settings of one region.
type Settings struct {
	inventory.Resource
	PublicSharing inventory.Known[string] `fetch:"-"` // of documents: Enable, Disable
	AutomationLog inventory.Known[string] `fetch:"-"` // where scripts of automations log to: CloudWatch, or nowhere
}

// RegionSettings lists each region itself, without a call.
var RegionSettings = &inventory.Type[Settings]{
	Kind:  "aws.ssm.Settings",
	Level: inventory.AtRegion,
	Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Settings, error] {
		r := aws.Resource(s, aws.MakeARN(s, "ssm", "servicesetting/ssm"), s.Region)
		r.Tags = inventory.Of[map[string]string](nil)
		return aws.One([]*Settings{{Resource: r}}, nil)
	},
}

// SettingsPublicSharing fetches Settings.PublicSharing.
var SettingsPublicSharing = setting("publicSharing", "/ssm/documents/console/public-sharing-permission",
	func(r *Settings) *inventory.Known[string] { return &r.PublicSharing })

// SettingsAutomationLog fetches Settings.AutomationLog.
var SettingsAutomationLog = setting("automationLog", "/ssm/automation/customer-script-log-destination",
	func(r *Settings) *inventory.Known[string] { return &r.AutomationLog })

// setting is a Field that holds one service setting. A setting that nobody
// changed is answered with the default.
func setting(column, id string, at func(*Settings) *inventory.Known[string]) *inventory.Field[Settings, string] {
	return &inventory.Field[Settings, string]{
		Of: RegionSettings, Column: column, Actions: []string{"ssm:GetServiceSetting"}, At: at,
		Fetch: func(ctx context.Context, s inventory.Scope, _ *Settings) (string, error) {
			out, err := client(s).GetServiceSetting(ctx, &ssm.GetServiceSettingInput{SettingId: &id})
			if err != nil {
				return "", err
			}
			if out.ServiceSetting == nil || out.ServiceSetting.SettingValue == nil {
				return "", aws.ErrBroken
			}
			return *out.ServiceSetting.SettingValue, nil
		},
	}
}
