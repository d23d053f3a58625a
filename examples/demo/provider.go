package demo

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/account"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/connect"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// Over is the way into the company's AWS accounts: the adapter over a double of
// the caller's.
func Over(e *awsfake.Estate, t aws.Tuning) scanner.Provider { return provider{e, t} }

type provider struct {
	estate *awsfake.Estate
	tuning aws.Tuning
}

func (provider) Name() string { return "aws" }
func (provider) Classify(err error, actions []string) inventory.Gap {
	return aws.Classify(err, actions)
}

// Accounts implements scanner.Provider.
func (p provider) Accounts(ctx context.Context) (all []scanner.Account, err error) {
	for _, a := range Accounts {
		sess := aws.NewSession(p.estate.Config(a.ID, virginia), a.ID, "aws", p.tuning)
		sess.Trusted = func(id string) bool { return id == Shop || id == Lab || id == management }
		acc, err := connect.AccountOf(ctx, sess, nil)
		if err != nil {
			return nil, err
		}
		acc.Caller = "arn:aws:sts::" + a.ID + ":assumed-role/demarc/demarc-demo"
		all = append(all, acc)
	}
	return all, nil
}

// scopeAnswers says which regions there are and what the accounts are called.
func scopeAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(awsfake.Call, *ec2.DescribeRegionsInput) (*ec2.DescribeRegionsOutput, error) {
		out := &ec2.DescribeRegionsOutput{}
		for _, r := range Regions {
			out.Regions = append(out.Regions, ec2types.Region{RegionName: &r, OptInStatus: new("opt-in-not-required")})
		}
		out.Regions = append(out.Regions, ec2types.Region{RegionName: new("af-south-1"), OptInStatus: new("not-opted-in")})
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *account.GetAccountInformationInput) (*account.GetAccountInformationOutput, error) {
		for _, a := range Accounts {
			if a.ID == c.Account {
				return &account.GetAccountInformationOutput{AccountId: &a.ID, AccountName: &a.Name}, nil
			}
		}
		return nil, awsfake.Error(403, "AccessDeniedException", "not this account")
	})
}
