package demo

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"

	"demarc/providers/aws/awsfake"
)

// A key of the company; what is left out is as KMS makes it.
type key struct {
	id, alias string
	managed   bool // by AWS
	spec      types.KeySpec
	usage     types.KeyUsageType
	state     types.KeyState
	dies      int // days ahead
	multi     bool
	rotates   bool
	policy    string // a statement beside the one for the account itself
}

var keys = map[place][]key{
	{Shop, frankfurt}: {
		{id: "0a11c0de-0001-4000-8000-000000000001", alias: "orders", rotates: true},
		{id: "0a11c0de-0001-4000-8000-000000000002", alias: "customers"},
		{id: "0a11c0de-0001-4000-8000-000000000003", alias: "payments-signing", spec: types.KeySpecEccNistP256, usage: types.KeyUsageTypeSignVerify},
		{id: "0a11c0de-0001-4000-8000-000000000004", alias: "supplier-exchange", rotates: true, policy: allowed(`{"AWS":"arn:aws:iam::`+partner+`:root"}`, "kms:Decrypt", "*", "")},
		{id: "0a11c0de-0001-4000-8000-000000000005", alias: "aws/s3", managed: true},
	},
	{Shop, virginia}: {
		{id: "0a11c0de-0002-4000-8000-000000000001", alias: "trail", rotates: true, policy: allowed(`{"Service":"cloudtrail.amazonaws.com"}`, "kms:GenerateDataKey*", "*", `{"StringEquals":{"aws:SourceAccount":"`+Shop+`"}}`)},
		{id: "0a11c0de-0002-4000-8000-000000000002", alias: "reports-2021", state: types.KeyStatePendingDeletion, dies: 12},
	},
	{Lab, virginia}: {
		{id: "0a11c0de-0003-4000-8000-000000000001", alias: "lab-scratch", policy: allowed(`{"AWS":"*"}`, "kms:*", "*", "")},
		{id: "0a11c0de-0003-4000-8000-000000000002", alias: "lab-old", state: types.KeyStateDisabled},
		{id: "0a11c0de-0003-4000-8000-000000000003", alias: "lab-models", multi: true, rotates: true},
		{id: "0a11c0de-0003-4000-8000-000000000004", alias: "aws/lambda", managed: true},
	},
}

// allowed is a statement of a resource's policy; an empty condition is none.
func allowed(principal, action, resource, condition string) string {
	if condition == "" {
		condition = "{}"
	}
	return fmt.Sprintf(`{"Effect":"Allow","Principal":%s,"Action":"%s","Resource":"%s","Condition":%s}`, principal, action, resource, condition)
}

// policyOf is a policy of the statements that are not empty.
func policyOf(statements ...string) string {
	all := ""
	for _, s := range statements {
		if s != "" && all != "" {
			all += ","
		}
		all += s
	}
	return `{"Version":"2012-10-17","Statement":[` + all + `]}`
}

func findKey(c awsfake.Call, id *string) (key, error) {
	for _, k := range keys[at(c)] {
		if k.id == *id {
			return k, nil
		}
	}
	return key{}, awsfake.Wrap(400, &types.NotFoundException{})
}

func (k key) metadata(c awsfake.Call) *types.KeyMetadata {
	m := &types.KeyMetadata{
		KeyId: &k.id, Arn: new("arn:aws:kms:" + c.Region + ":" + c.Account + ":key/" + k.id), AWSAccountId: &c.Account,
		KeyManager: types.KeyManagerTypeCustomer, KeyState: types.KeyStateEnabled, KeySpec: types.KeySpecSymmetricDefault,
		KeyUsage: types.KeyUsageTypeEncryptDecrypt, Origin: types.OriginTypeAwsKms, MultiRegion: &k.multi, CreationDate: daysAgo(700),
	}
	if k.managed {
		m.KeyManager = types.KeyManagerTypeAws
	}
	if k.spec != "" {
		m.KeySpec, m.KeyUsage = k.spec, k.usage
	}
	if k.state != "" {
		m.KeyState = k.state
	}
	if k.dies > 0 {
		m.DeletionDate = daysAgo(-k.dies)
	}
	m.Enabled = m.KeyState == types.KeyStateEnabled
	return m
}

func kmsAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *kms.ListKeysInput) (*kms.ListKeysOutput, error) {
		page, next := awsfake.Page(keys[at(c)], in.Marker, 2)
		out := &kms.ListKeysOutput{NextMarker: next, Truncated: next != nil}
		for _, k := range page {
			out.Keys = append(out.Keys, types.KeyListEntry{KeyId: &k.id, KeyArn: k.metadata(c).Arn})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *kms.ListAliasesInput) (*kms.ListAliasesOutput, error) {
		page, next := awsfake.Page(keys[at(c)], in.Marker, 2)
		out := &kms.ListAliasesOutput{NextMarker: next, Truncated: next != nil}
		for _, k := range page {
			out.Aliases = append(out.Aliases, types.AliasListEntry{AliasName: new("alias/" + k.alias), TargetKeyId: &k.id})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *kms.DescribeKeyInput) (*kms.DescribeKeyOutput, error) {
		k, err := findKey(c, in.KeyId)
		if err != nil {
			return nil, err
		}
		return &kms.DescribeKeyOutput{KeyMetadata: k.metadata(c)}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *kms.GetKeyRotationStatusInput) (*kms.GetKeyRotationStatusOutput, error) {
		k, err := findKey(c, in.KeyId)
		if err == nil && k.spec != "" {
			err = awsfake.Wrap(400, &types.UnsupportedOperationException{})
		}
		out := &kms.GetKeyRotationStatusOutput{KeyId: in.KeyId, KeyRotationEnabled: k.rotates || k.managed}
		if out.KeyRotationEnabled {
			out.RotationPeriodInDays = new(int32(365))
		}
		return out, err
	})
	awsfake.On(e, func(c awsfake.Call, in *kms.GetKeyPolicyInput) (*kms.GetKeyPolicyOutput, error) {
		k, err := findKey(c, in.KeyId)
		own := allowed(`{"AWS":"arn:aws:iam::`+c.Account+`:root"}`, "kms:*", "*", "")
		return &kms.GetKeyPolicyOutput{PolicyName: new("default"), Policy: new(policyOf(own, k.policy))}, err
	})
}
