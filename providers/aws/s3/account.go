package s3

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/s3control"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Account holds the S3 settings that an account makes for all its buckets.
type Account struct {
	inventory.Resource
	PublicAccess inventory.Known[PublicAccessBlock] `fetch:"-"`
}

// Accounts lists the account itself, without a call.
var Accounts = &inventory.Type[Account]{
	Kind:  "aws.s3.Account",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Account, error] {
		arn := aws.ARN{Partition: aws.From(s).Partition, Service: "s3", Account: s.Account, Resource: "account"}.String()
		r := aws.Resource(s, arn, s.Account)
		r.Tags = inventory.Of[map[string]string](nil)
		return aws.One([]*Account{{Resource: r}}, nil)
	},
}

// AccountPublicAccess fetches Account.PublicAccess.
var AccountPublicAccess = &inventory.Field[Account, PublicAccessBlock]{
	Of: Accounts, Column: "publicAccess", Actions: []string{"s3:GetAccountPublicAccessBlock"},
	At: func(a *Account) *inventory.Known[PublicAccessBlock] { return &a.PublicAccess },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Account) (PublicAccessBlock, error) {
		out, err := control(s, "").
			GetPublicAccessBlock(ctx, &s3control.GetPublicAccessBlockInput{AccountId: &s.Account})
		if aws.Code(err, "NoSuchPublicAccessBlockConfiguration") {
			return PublicAccessBlock{}, nil
		}
		if err != nil {
			return PublicAccessBlock{}, err
		}
		c := out.PublicAccessBlockConfiguration
		if c == nil {
			return PublicAccessBlock{}, aws.ErrBroken
		}
		return PublicAccessBlock{aws.Deref(c.BlockPublicAcls), aws.Deref(c.IgnorePublicAcls), aws.Deref(c.BlockPublicPolicy), aws.Deref(c.RestrictPublicBuckets)}, nil
	},
}
