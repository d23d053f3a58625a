package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"

	"demarc/providers/aws/awsfake"
)

// A secret of the company; the numbers are days ago.
type secret struct {
	name, owner    string
	created, used  int // used 0: never
	every, rotated int // every 0: rotation was never set up
	due            int // the next rotation; negative: ahead
	deleted        int
	policy         string // one statement; none where empty
}

var secrets = map[place][]secret{
	{Shop, frankfurt}: {
		{name: "larkspur/shop/db", created: 900, used: 1, every: 30, rotated: 12, due: -18},
		{name: "larkspur/shop/smtp", created: 620, used: 1},
		{name: "larkspur/shop/search", created: 400, used: 2, every: 30, rotated: 97, due: 67},
		{name: "rds!cluster-7d1f0c52", owner: "rds", created: 300, used: 1, every: 7, rotated: 3, due: -4},
		{name: "larkspur/shop/supplier", created: 40, used: 3, every: 60, rotated: 40, due: -20, policy: allowed(`{"AWS":"arn:aws:iam::`+partner+`:root"}`, "secretsmanager:GetSecretValue", "*", "")},
	},
	{Lab, virginia}: {
		{name: "larkspur/lab/labels", created: 510},
		{name: "larkspur/lab/models", created: 60, used: 4, policy: allowed(`"*"`, "secretsmanager:GetSecretValue", "*", "")},
		{name: "larkspur/lab/old", created: 800, deleted: 5},
	},
}

func secretARN(p place, name string) string {
	return "arn:aws:secretsmanager:" + p.region + ":" + p.account + ":secret:" + name + "-AbCdEf"
}

func (s secret) entry(p place) types.SecretListEntry {
	e := types.SecretListEntry{ARN: new(secretARN(p, s.name)), Name: &s.name, CreatedDate: daysAgo(s.created), LastChangedDate: daysAgo(s.created)}
	if s.used > 0 {
		e.LastAccessedDate = daysAgo(s.used)
	}
	if s.every > 0 {
		e.RotationEnabled, e.RotationRules = new(true), &types.RotationRulesType{AutomaticallyAfterDays: new(int64(s.every))}
		e.LastRotatedDate, e.LastChangedDate, e.NextRotationDate = daysAgo(s.rotated), daysAgo(s.rotated), daysAgo(s.due)
	}
	if s.owner != "" {
		e.OwningService = &s.owner
	}
	if s.deleted > 0 {
		e.DeletedDate = daysAgo(s.deleted)
	}
	return e
}

func secretsmanagerAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *secretsmanager.ListSecretsInput) (*secretsmanager.ListSecretsOutput, error) {
		page, next := awsfake.Page(secrets[at(c)], in.NextToken, 2)
		out := &secretsmanager.ListSecretsOutput{NextToken: next}
		for _, s := range page {
			out.SecretList = append(out.SecretList, s.entry(at(c)))
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *secretsmanager.GetResourcePolicyInput) (*secretsmanager.GetResourcePolicyOutput, error) {
		for _, s := range secrets[at(c)] {
			if secretARN(at(c), s.name) != *in.SecretId {
				continue
			}
			out := &secretsmanager.GetResourcePolicyOutput{ARN: in.SecretId, Name: &s.name}
			if s.policy != "" {
				out.ResourcePolicy = new(policyOf(s.policy))
			}
			return out, nil
		}
		return nil, awsfake.Wrap(400, &types.ResourceNotFoundException{})
	})
}
