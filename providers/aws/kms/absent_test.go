package kms

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// A page that says that there are more keys and not where is not the last.
func TestCutPages(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *kms.ListAliasesInput) (*kms.ListAliasesOutput, error) {
		return &kms.ListAliasesOutput{Truncated: true}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *kms.ListKeysInput) (*kms.ListKeysOutput, error) {
		out := &kms.ListKeysOutput{Truncated: c.Region == "eu-central-1"}
		if c.Region == "us-east-1" {
			out.Keys = []types.KeyListEntry{{KeyId: new("k"), KeyArn: new("arn:aws:kms:us-east-1:111122223333:key/k")}}
		}
		return out, nil
	})
	inv := awstest.Collect(t, &e, Keys)
	var gaps inventory.Gaps
	for k := range Keys.All(inv, &gaps) {
		if _, hidden := k.Aliases.Gap(); !hidden {
			t.Error("aliases that break off are taken for all")
		}
	}
	if len(gaps) != 1 {
		t.Errorf("gaps %v", gaps)
	}
}
