package kms

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

const prefix = "arn:aws:kms:us-east-1:111122223333:key/"

// Two pages of keys: one that AWS manages, one of the customer's, one that
// cannot be rotated, one whose policy shuts the scanner out, one that is gone.
func TestKeys(t *testing.T) {
	var e awsfake.Estate
	ids := []string{"managed", "own", "rsa", "shut", "gone"}
	awsfake.On(&e, func(c awsfake.Call, in *kms.ListKeysInput) (*kms.ListKeysOutput, error) {
		switch c.Region {
		case "eu-central-1":
			return &kms.ListKeysOutput{Keys: []types.KeyListEntry{{KeyId: new("unnamed"), KeyArn: new("arn:aws:kms:eu-central-1:111122223333:key/unnamed")}}}, nil
		case "ap-southeast-2":
			return &kms.ListKeysOutput{}, nil
		}
		page, next := awsfake.Page(ids, in.Marker, 3)
		out := &kms.ListKeysOutput{NextMarker: next, Truncated: next != nil}
		for _, id := range page {
			out.Keys = append(out.Keys, types.KeyListEntry{KeyId: &id, KeyArn: new(prefix + id)})
		}
		return out, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *kms.ListAliasesInput) (*kms.ListAliasesOutput, error) {
		if c.Region != "us-east-1" {
			return nil, awsfake.Error(400, "AccessDeniedException", "no")
		}
		all := []types.AliasListEntry{{AliasName: new("alias/aws/s3"), TargetKeyId: new("managed")}, {AliasName: new("alias/orders"), TargetKeyId: new("own")}, {AliasName: new("alias/aws/unused")}}
		page, next := awsfake.Page(all, in.Marker, 2)
		return &kms.ListAliasesOutput{Aliases: page, NextMarker: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *kms.DescribeKeyInput) (*kms.DescribeKeyOutput, error) {
		if *in.KeyId == "gone" {
			return nil, awsfake.Wrap(400, &types.NotFoundException{})
		}
		m := &types.KeyMetadata{KeyId: in.KeyId, KeyManager: types.KeyManagerTypeCustomer, KeyState: types.KeyStateEnabled, KeySpec: types.KeySpecSymmetricDefault, MultiRegion: new(false)}
		if *in.KeyId == "rsa" {
			m.KeyState, m.DeletionDate, m.MultiRegion = types.KeyStatePendingDeletion, new(time.Unix(1, 0)), nil
		}
		return &kms.DescribeKeyOutput{KeyMetadata: m}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *kms.GetKeyRotationStatusInput) (*kms.GetKeyRotationStatusOutput, error) {
		switch *in.KeyId {
		case "managed":
			t.Error("asked for the rotation of a key that AWS manages")
		case "rsa":
			return nil, awsfake.Wrap(400, &types.UnsupportedOperationException{})
		}
		return &kms.GetKeyRotationStatusOutput{KeyRotationEnabled: true, RotationPeriodInDays: new(int32(180))}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *kms.GetKeyPolicyInput) (*kms.GetKeyPolicyOutput, error) {
		if *in.KeyId == "shut" {
			return nil, awsfake.Error(400, "AccessDeniedException", "User: arn:aws:iam::111122223333:user/scan is not authorized to perform: kms:GetKeyPolicy on resource: "+prefix+"shut because no resource-based policy allows the kms:GetKeyPolicy action")
		}
		return &kms.GetKeyPolicyOutput{Policy: new(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}`)}, nil
	})
	inv := awstest.Collect(t, &e, KeyMetadata, KeyRotation, KeyPolicy)
	rows := map[string]*Key{}
	for _, k := range awstest.Rows(t, inv, Keys) {
		rows[k.ID] = k
	}
	if g, _ := rows["unnamed"].Aliases.Gap(); g.Reason != inventory.Denied || g.Action != "kms:ListAliases" || rows["unnamed"].Name != "" {
		t.Errorf("where the aliases may not be read: %+v", rows["unnamed"])
	}
	if len(rows) != 5 || inv.Gone() != 1 {
		t.Fatalf("%d rows, %d gone", len(rows), inv.Gone())
	}
	if k := rows["own"]; k.Full != prefix+"own" || k.Name != "orders" {
		t.Errorf("named %+v", k.Resource)
	}
	for id, want := range map[string]Rotation{"managed": {true, 365}, "own": {true, 180}, "rsa": {}} {
		if got := awstest.Value(t, rows[id].Rotation); got != want {
			t.Errorf("%s: rotation %+v, want %+v", id, got, want)
		}
	}
	m := awstest.Value(t, rows["rsa"].Metadata)
	if _, hidden := m.Usage.Gap(); !hidden {
		t.Errorf("an absent usage is taken for one: %+v", m)
	}
	if _, hidden := m.MultiRegion.Gap(); !m.Deleting() || m.Deletion.IsZero() || !hidden {
		t.Errorf("metadata %+v", m)
	}
	if p := awstest.Value(t, rows["own"].Policy); p.Document == nil || strings.Join(p.Trusted, ",") != "111122223333" {
		t.Errorf("policy %+v", p)
	}
	g, _ := rows["shut"].Policy.Gap()
	if g.Reason != inventory.Denied || g.Action != "kms:GetKeyPolicy" || g.Cause != "resource-based policy" {
		t.Errorf("a refusal by the key's own policy reads %s", g)
	}
}
