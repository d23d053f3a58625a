package secretsmanager

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

const prefix = "arn:aws:secretsmanager:us-east-1:111122223333:secret:"

func TestSecrets(t *testing.T) {
	var e awsfake.Estate
	day := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	all := []types.SecretListEntry{
		{ARN: new(prefix + "plain-1"), Name: new("plain"), CreatedDate: &day},
		{ARN: new(prefix + "rotated-1"), Name: new("rotated"), CreatedDate: &day, LastChangedDate: &day, RotationEnabled: new(true), LastRotatedDate: &day,
			RotationRules: &types.RotationRulesType{AutomaticallyAfterDays: new(int64(30))}, OwningService: new("rds"), Tags: []types.Tag{{Key: new("team"), Value: new("web")}}},
		{ARN: new(prefix + "dying-1"), Name: new("dying"), DeletedDate: &day},
		{ARN: new(prefix + "gone-1"), Name: new("gone")},
	}
	awsfake.On(&e, func(c awsfake.Call, in *secretsmanager.ListSecretsInput) (*secretsmanager.ListSecretsOutput, error) {
		if c.Region != "us-east-1" {
			return &secretsmanager.ListSecretsOutput{}, nil
		}
		if in.IncludePlannedDeletion == nil || !*in.IncludePlannedDeletion {
			t.Error("secrets that await deletion are not asked for")
		}
		page, next := awsfake.Page(all, in.NextToken, 3)
		return &secretsmanager.ListSecretsOutput{SecretList: page, NextToken: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *secretsmanager.GetResourcePolicyInput) (*secretsmanager.GetResourcePolicyOutput, error) {
		switch *in.SecretId {
		case prefix + "dying-1":
			return nil, awsfake.Wrap(400, &types.InvalidRequestException{})
		case prefix + "gone-1":
			return nil, awsfake.Wrap(400, &types.ResourceNotFoundException{})
		case prefix + "rotated-1":
			return &secretsmanager.GetResourcePolicyOutput{ResourcePolicy: new(`{"Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:*","Resource":"*"}]}`)}, nil
		}
		return &secretsmanager.GetResourcePolicyOutput{}, nil
	})
	inv := awstest.Collect(t, &e, SecretPolicy)
	rows := awstest.Rows(t, inv, Secrets) // dying, plain, rotated
	if len(rows) != 3 || inv.Gone() != 1 {
		t.Fatalf("%d rows, %d gone", len(rows), inv.Gone())
	}
	dying, plain, rotated := rows[0], rows[1], rows[2]
	if awstest.Value(t, dying.Deleted) != day || awstest.Value(t, dying.Policy).Document != nil {
		t.Errorf("awaiting deletion: %+v", dying)
	}
	if awstest.Value(t, plain.RotationEnabled) || !awstest.Value(t, plain.LastRotated).IsZero() || awstest.Value(t, plain.Policy).Document != nil || plain.ID != "plain" {
		t.Errorf("never set up: %+v", plain)
	}
	if _, hidden := plain.LastChanged.Gap(); !hidden {
		t.Error("an absent date of change is taken for one")
	}
	if awstest.Value(t, rotated.RotationDays) != 30 || awstest.Value(t, rotated.OwningService) != "rds" || awstest.Value(t, rotated.Tags)["team"] != "web" || awstest.Value(t, rotated.Policy).Document == nil {
		t.Errorf("rotated: %+v", rotated)
	}
}
