package ec2

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// One region with everything set, one where nothing ever was, and one whose
// answers are empty.
func TestSettings(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *ec2.GetEbsEncryptionByDefaultInput) (*ec2.GetEbsEncryptionByDefaultOutput, error) {
		if c.Region == "us-east-1" {
			return &ec2.GetEbsEncryptionByDefaultOutput{}, nil
		}
		return &ec2.GetEbsEncryptionByDefaultOutput{EbsEncryptionByDefault: new(c.Region == "eu-central-1")}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *ec2.GetInstanceMetadataDefaultsInput) (*ec2.GetInstanceMetadataDefaultsOutput, error) {
		if c.Region == "eu-central-1" {
			return &ec2.GetInstanceMetadataDefaultsOutput{AccountLevel: &types.InstanceMetadataDefaultsResponse{HttpTokens: "required", HttpTokensEnforced: "enabled"}}, nil
		}
		return &ec2.GetInstanceMetadataDefaultsOutput{AccountLevel: &types.InstanceMetadataDefaultsResponse{}}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *ec2.GetSnapshotBlockPublicAccessStateInput) (*ec2.GetSnapshotBlockPublicAccessStateOutput, error) {
		return &ec2.GetSnapshotBlockPublicAccessStateOutput{State: map[string]types.SnapshotBlockPublicAccessState{"eu-central-1": "block-all-sharing", "ap-southeast-2": "unblocked"}[c.Region]}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *ec2.GetImageBlockPublicAccessStateInput) (*ec2.GetImageBlockPublicAccessStateOutput, error) {
		out := &ec2.GetImageBlockPublicAccessStateOutput{}
		if c.Region != "us-east-1" {
			out.ImageBlockPublicAccessState = new("unblocked")
		}
		return out, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *ec2.GetSerialConsoleAccessStatusInput) (*ec2.GetSerialConsoleAccessStatusOutput, error) {
		out := &ec2.GetSerialConsoleAccessStatusOutput{}
		if c.Region != "us-east-1" {
			out.SerialConsoleAccessEnabled = new(false)
		}
		return out, nil
	})
	inv := awstest.Collect(t, &e, EBSEncryption, InstanceMetadataDefaults, SnapshotBlockPublicAccess, ImageBlockPublicAccess, SerialConsoleAccess)
	byRegion := map[string]*Settings{}
	for _, r := range awstest.Rows(t, inv, RegionSettings) {
		byRegion[r.Region] = r
	}
	set, never, broken := byRegion["eu-central-1"], byRegion["ap-southeast-2"], byRegion["us-east-1"]
	if !awstest.Value(t, set.EBSEncryption) || awstest.Value(t, set.SnapshotBlock) != "block-all-sharing" {
		t.Errorf("set: %+v", set)
	}
	if d := awstest.Value(t, set.Metadata); d != (MetadataDefaults{HTTPTokens: "required", Enforced: true}) {
		t.Errorf("defaults %+v", d)
	}
	if d := awstest.Value(t, never.Metadata); d != (MetadataDefaults{}) || awstest.Value(t, never.EBSEncryption) {
		t.Errorf("never set: %+v", never)
	}
	_, a := broken.EBSEncryption.Gap()
	_, b := broken.SnapshotBlock.Gap()
	_, c := broken.ImageBlock.Gap()
	_, d := broken.SerialConsole.Gap()
	if !a || !b || !c || !d {
		t.Errorf("empty answers were read as %+v", broken)
	}
}
