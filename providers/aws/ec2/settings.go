package ec2

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// Settings are what an account sets for EC2 and EBS in one region.
type Settings struct {
	inventory.Resource
	EBSEncryption inventory.Known[bool]             `fetch:"-"` // new volumes are encrypted, whatever their launch asks for
	Metadata      inventory.Known[MetadataDefaults] `fetch:"-"`
	SnapshotBlock inventory.Known[string]           `fetch:"-"` // block-all-sharing, block-new-sharing, unblocked
	ImageBlock    inventory.Known[string]           `fetch:"-"` // block-new-sharing, unblocked
	SerialConsole inventory.Known[bool]             `fetch:"-"`
}

// MetadataDefaults hold for new instances whose launch does not say otherwise;
// empty where the account has no preference. They change no existing instance.
type MetadataDefaults struct {
	HTTPTokens   string // optional, required
	HTTPEndpoint string // enabled, disabled
	Enforced     bool   // launches that do not require IMDSv2 fail
}

// RegionSettings lists one row for each region, without a call.
var RegionSettings = &inventory.Type[Settings]{
	Kind:  "aws.ec2.Settings",
	Level: inventory.AtRegion,
	Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Settings, error] {
		r := aws.Resource(s, aws.MakeARN(s, "ec2", "settings"), s.Region)
		r.Tags = inventory.Of[map[string]string](nil)
		return aws.One([]*Settings{{Resource: r}}, nil)
	},
}

// EBSEncryption fetches Settings.EBSEncryption.
var EBSEncryption = &inventory.Field[Settings, bool]{
	Of: RegionSettings, Column: "ebsEncryption", Actions: []string{"ec2:GetEbsEncryptionByDefault"},
	At: func(r *Settings) *inventory.Known[bool] { return &r.EBSEncryption },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Settings) (bool, error) {
		out, err := client(s).GetEbsEncryptionByDefault(ctx, &ec2.GetEbsEncryptionByDefaultInput{})
		if err != nil {
			return false, err
		}
		if out.EbsEncryptionByDefault == nil {
			return false, aws.ErrBroken
		}
		return *out.EbsEncryptionByDefault, nil
	},
}

// InstanceMetadataDefaults fetches Settings.Metadata. A setting that the
// account has no preference for is not in the answer (API reference,
// "ModifyInstanceMetadataDefaults": no-preference removes it).
var InstanceMetadataDefaults = &inventory.Field[Settings, MetadataDefaults]{
	Of: RegionSettings, Column: "metadata", Actions: []string{"ec2:GetInstanceMetadataDefaults"},
	At: func(r *Settings) *inventory.Known[MetadataDefaults] { return &r.Metadata },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Settings) (MetadataDefaults, error) {
		out, err := client(s).GetInstanceMetadataDefaults(ctx, &ec2.GetInstanceMetadataDefaultsInput{})
		if err != nil || out.AccountLevel == nil {
			return MetadataDefaults{}, err
		}
		l := out.AccountLevel
		return MetadataDefaults{string(l.HttpTokens), string(l.HttpEndpoint), l.HttpTokensEnforced == "enabled"}, nil
	},
}

// SnapshotBlockPublicAccess fetches Settings.SnapshotBlock.
var SnapshotBlockPublicAccess = &inventory.Field[Settings, string]{
	Of: RegionSettings, Column: "snapshotBlock", Actions: []string{"ec2:GetSnapshotBlockPublicAccessState"},
	At: func(r *Settings) *inventory.Known[string] { return &r.SnapshotBlock },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Settings) (string, error) {
		out, err := client(s).GetSnapshotBlockPublicAccessState(ctx, &ec2.GetSnapshotBlockPublicAccessStateInput{})
		if err != nil {
			return "", err
		}
		if out.State == "" {
			return "", aws.ErrBroken
		}
		return string(out.State), nil
	},
}

// ImageBlockPublicAccess fetches Settings.ImageBlock.
var ImageBlockPublicAccess = &inventory.Field[Settings, string]{
	Of: RegionSettings, Column: "imageBlock", Actions: []string{"ec2:GetImageBlockPublicAccessState"},
	At: func(r *Settings) *inventory.Known[string] { return &r.ImageBlock },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Settings) (string, error) {
		out, err := client(s).GetImageBlockPublicAccessState(ctx, &ec2.GetImageBlockPublicAccessStateInput{})
		if err != nil {
			return "", err
		}
		if aws.Deref(out.ImageBlockPublicAccessState) == "" {
			return "", aws.ErrBroken
		}
		return *out.ImageBlockPublicAccessState, nil
	},
}

// SerialConsoleAccess fetches Settings.SerialConsole.
var SerialConsoleAccess = &inventory.Field[Settings, bool]{
	Of: RegionSettings, Column: "serialConsole", Actions: []string{"ec2:GetSerialConsoleAccessStatus"},
	At: func(r *Settings) *inventory.Known[bool] { return &r.SerialConsole },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Settings) (bool, error) {
		out, err := client(s).GetSerialConsoleAccessStatus(ctx, &ec2.GetSerialConsoleAccessStatusInput{})
		if err != nil {
			return false, err
		}
		if out.SerialConsoleAccessEnabled == nil {
			return false, aws.ErrBroken
		}
		return *out.SerialConsoleAccessEnabled, nil
	},
}
